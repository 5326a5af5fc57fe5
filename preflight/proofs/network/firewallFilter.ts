import { type GraphResource, isUnknown, readPath, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { isDescribed } from "./existing";
import { type Finding, toProof } from "./findings";
import { judgeGroups } from "./firewallGroups";
import { isFirewall, waysOut } from "./paths";

const FORWARD = "aws:forward_to_sfe";

/**
 * Shows what the firewalls on the ways out let pass: each policy hands every packet and fragment to the stateful engine,
 * takes its rules in strict order, drops what no rule passes, and passes names of an allow-list only.
 */
export function firewallFilterProof(
    graph: ResourceGraph,
    network: Network,
    subnets: readonly Subnet[],
    undecided: readonly Finding[],
): Proof {
    const steps = subnets.flatMap((subnet) => waysOut(network, subnet)).flatMap((end) => end.steps);
    const onTheWay = new Set(steps.map(({ route }) => route.target.resource).filter(isFirewall));
    const firewalls = graph.ofType(tokens.FIREWALL).filter((firewall) => onTheWay.has(firewall));
    const none: Finding = {
        verdict: "broken",
        text: "no way out leads through a firewall of this stack",
        fix: "Lead the default route of each studio subnet to the firewall endpoint of its zone.",
    };
    return toProof(
        "network.firewall-filter",
        "The firewall forwards every packet to its stateful engine, in strict order, and passes an allow-list only",
        [
            ...(firewalls.length === 0 && undecided.length === 0 ? [none] : []),
            ...firewalls.flatMap((firewall) => judgeFirewall(graph, firewall, subnets)),
            ...undecided,
        ],
    );
}

/** What one firewall lets pass of what the subnets send. */
export function judgeFirewall(graph: ResourceGraph, firewall: GraphResource, subnets: readonly Subnet[]): Finding[] {
    const { found, external, undecided } = resolveOne(graph, firewall, "firewallPolicyArn", [tokens.FIREWALL_POLICY]);
    const [policy] = undecided === undefined ? found : [];
    if (policy !== undefined) {
        return [...judgePolicy(policy), ...judgeGroups(graph, firewall, policy, subnets)];
    }
    const why = isDescribed(firewall)
        ? "its policy is not among the facts of the VPC"
        : (undecided ?? (external[0] === undefined ? undefined : `policy ${external[0]} is not in this stack`));
    if (why === undefined) {
        return [{ verdict: "broken", text: `${firewall.name}: it has no policy`, fix: "Set firewallPolicyArn." }];
    }
    return [
        {
            verdict: "not proven",
            text: `${firewall.name}: ${why}`,
            fix: "Have the owner of the firewall show its policy, or let this stack make one: network.vpc.ownEgress false.",
        },
    ];
}

/** One demand on the policy document. */
interface Demand {
    readonly path: string;
    readonly met: (value: unknown) => boolean;
    /** What is true when it is not met. */
    readonly breach: string;
    readonly fix: string;
}

/** Source: Network Firewall developer guide, "Firewall policy settings" and "Stateful default actions". */
const DEMANDS: readonly Demand[] = [
    {
        path: "statelessDefaultActions",
        met: isOnlyForward,
        breach: "packets do not all reach the stateful engine",
        fix: `Set it to ["${FORWARD}"].`,
    },
    {
        path: "statelessFragmentDefaultActions",
        met: isOnlyForward,
        breach: "fragments do not all reach the stateful engine",
        fix: `Set it to ["${FORWARD}"].`,
    },
    {
        path: "statefulEngineOptions.ruleOrder",
        met: (value) => value === "STRICT_ORDER",
        breach: "rules are not taken in strict order, and what none of them names passes",
        fix: "Make a policy with STRICT_ORDER: the order of an existing one cannot be changed.",
    },
    {
        path: "statefulEngineOptions.streamExceptionPolicy",
        met: (value) => value === undefined || value === "DROP" || value === "REJECT",
        breach: "connections broken in their middle go on without their names being read",
        fix: "Set it to DROP or REJECT.",
    },
    {
        path: "statefulDefaultActions",
        met: (value) =>
            Array.isArray(value) && value.some((each) => typeof each === "string" && /^aws:drop_/.test(each)),
        breach: "what no rule passes is not dropped",
        fix: 'Add "aws:drop_established_app_layer".',
    },
    {
        path: "statefulDefaultActions",
        met: (value) =>
            Array.isArray(value) && value.some((each) => typeof each === "string" && /^aws:alert_/.test(each)),
        breach: "what is dropped is not logged",
        fix: 'Add "aws:alert_established_app_layer".',
    },
    {
        path: "statelessRuleGroupReferences",
        met: (value) => value === undefined || (Array.isArray(value) && value.length === 0),
        breach: "stateless rules may pass packets by the stateful engine",
        fix: "Remove the stateless rule groups.",
    },
];

function judgePolicy(policy: GraphResource): Finding[] {
    const against = DEMANDS.flatMap((demand) => judgeDemand(policy, demand));
    return against.length > 0
        ? against
        : [
              {
                  verdict: "holds",
                  text: `${policy.name}: forwards every packet, strict order, drops what no rule passes`,
              },
          ];
}

function judgeDemand(policy: GraphResource, { path, met, breach, fix }: Demand): Finding[] {
    const value = readPath(policy.props.firewallPolicy, path);
    if (met(value)) {
        return [];
    }
    return isUnknown(value) || (Array.isArray(value) && value.some(isUnknown))
        ? [{ verdict: "not proven", text: `${policy.name}: ${path} is not known yet` }]
        : [
              {
                  verdict: "broken",
                  text: `${policy.name}: ${path} is ${shown(value)}: ${breach}`,
                  fix: `${path}: ${fix}`,
              },
          ];
}

function isOnlyForward(value: unknown): boolean {
    return Array.isArray(value) && value.length > 0 && value.every((each) => each === FORWARD);
}

function shown(value: unknown): string {
    if (Array.isArray(value)) {
        return value.every((each) => typeof each === "string") ? value.join(", ") : `${value.length} of them`;
    }
    return typeof value === "string" ? value : value === undefined ? "not set" : "something else";
}
