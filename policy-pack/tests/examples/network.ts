import { ref, type Sketch } from "../fixture/build";
import { document } from "../fixture/stack";
import type { Examples } from "./example";
import { EVERY_RESOURCE, firewall, group, interfaceEndpoint, KEY, subnet, VPC } from "./parts";

const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443 };

function vpc(props: Record<string, unknown>): Sketch {
    return { ...VPC, props: { ...VPC.props, ...props } };
}

function guardedFirewall(deleteProtection: boolean): Sketch[] {
    const props = {
        firewallPolicyArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/egress",
        deleteProtection,
        subnetChangeProtection: true,
        firewallPolicyChangeProtection: true,
        encryptionConfiguration: { type: "CUSTOMER_KMS", keyId: ref("key", "arn") },
    };
    return [KEY, firewall(props)];
}

function firewallPolicy(ruleOrder: string): Sketch[] {
    const rules = {
        type: "aws:networkfirewall/ruleGroup:RuleGroup",
        name: "domains",
        props: { type: "STATEFUL", capacity: 100 },
    };
    const policy = {
        type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
        name: "egress",
        props: {
            firewallPolicy: {
                statelessDefaultActions: ["aws:forward_to_sfe"],
                statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
                statefulEngineOptions: { ruleOrder },
                statefulDefaultActions: ["aws:drop_established_app_layer"],
                statefulRuleGroupReferences: [{ resourceArn: ref("domains", "arn"), priority: 1 }],
            },
        },
    };
    return [rules, policy];
}

function logGroup(retentionInDays: number): Sketch[] {
    const props = { kmsKeyId: ref("key", "arn"), retentionInDays };
    return [KEY, { type: "aws:cloudwatch/logGroup:LogGroup", name: "jobs", props }];
}

function withPolicy(conditions: Readonly<Record<string, object>>): Sketch[] {
    const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...conditions };
    return [VPC, interfaceEndpoint("sts", "sts", { policy: document(statement) })];
}

/** Of single resources of the network: VPCs, subnets, groups, endpoints, firewalls, log groups. */
export const NETWORK_EXAMPLES: Examples = {
    P35: {
        config: EVERY_RESOURCE,
        bad: [vpc({ enableDnsHostnames: false })],
        good: [vpc({ enableDnsHostnames: true })],
    },
    P36: {
        bad: [VPC, subnet("private", "a", { mapPublicIpOnLaunch: true })],
        good: [VPC, subnet("private", "a", { mapPublicIpOnLaunch: false })],
    },
    P37: {
        bad: [VPC, group("endpoints", { ingress: [{ ...HTTPS, cidrBlocks: ["0.0.0.0/0"] }] })],
        good: [VPC, group("endpoints", { ingress: [{ ...HTTPS, cidrBlocks: ["10.0.0.0/16"] }] })],
    },
    P38: {
        bad: [VPC, group("apps", { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] })],
        good: [VPC, group("endpoints"), group("apps", { egress: [{ ...HTTPS, securityGroups: [ref("endpoints")] }] })],
    },
    P39: {
        config: EVERY_RESOURCE,
        bad: [VPC, interfaceEndpoint("sts", "sts")],
        good: [VPC, interfaceEndpoint("sts", "sts", { privateDnsEnabled: true })],
    },
    P40: {
        config: EVERY_RESOURCE,
        bad: withPolicy({}),
        good: withPolicy({ Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } }),
    },
    P41: { config: EVERY_RESOURCE, bad: guardedFirewall(false), good: guardedFirewall(true) },
    P42: {
        config: EVERY_RESOURCE,
        bad: firewallPolicy("DEFAULT_ACTION_ORDER"),
        good: firewallPolicy("STRICT_ORDER"),
    },
    P47: { bad: logGroup(7), good: logGroup(365) },
};
