import { strict as assert } from "node:assert";
import type { Stored } from "./aws/store";
import { errorsOf } from "./events";
import { ACCOUNT, Bench } from "./harness";
import { requireEngine } from "./requireEngine";

/** What the accounts hold already: things of other people that the programs name. */
const EXISTING: readonly Stored[] = [
    existing("aws:ec2transitgateway/transitGateway:TransitGateway", "tgw-0aaaaaaaaaaaaaaaa"),
    existing("aws:s3/bucket:Bucket", "taken-elsewhere", "999999999999"),
    // A service that is not in every zone; all others are.
    {
        ...existing("aws:ec2/vpcEndpointService:VpcEndpointService", "vpce-svc-0123456789abcdef0"),
        properties: { serviceName: "com.amazonaws.eu-west-1.forecast", availabilityZones: ["eu-west-1b"] },
    },
];

function existing(type: string, id: string, account = ACCOUNT): Stored {
    return { type, id, account, region: "eu-west-1", inputs: [], properties: {} };
}

/**
 * AWS's error code by the resource that breaks the rule, one program a theme; where several rules share a code, words
 * of the message follow.
 */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    network: {
        "vpc-too-large": "InvalidVpc.Range",
        "subnet-of-missing-vpc": "InvalidVpcID.NotFound",
        "subnet-outside-vpc": "InvalidSubnet.Range",
        "subnet-overlapping": "InvalidSubnet.Conflict",
        "subnet-in-other-region": "InvalidParameterValue: us-east-1a",
        "route-twice": "RouteAlreadyExists",
        "route-inside-vpc": "InvalidParameterValue: more specific",
        "route-before-attachment": "InvalidParameterValue: not attached",
        "route-to-missing-nat": "InvalidNatGatewayID.NotFound",
        "route-to-unattached-transit-gateway": "InvalidTransitGatewayID.NotFound",
        "route-of-half-a-subnet": "InvalidParameterValue: not the whole range of one of its subnets",
        "route-to-nat-of-other-vpc": "InvalidParameterValue: belong to different networks",
        "route-to-interface-endpoint": "InvalidParameterValue: no Gateway Load Balancer endpoint",
        "nat-with-address-in-use": "Resource.AlreadyAssociated: eipalloc-",
        "nat-without-internet-gateway": "Gateway.NotAttached",
        "nat-without-address": "MissingParameter",
        "route-without-target": "InvalidParameterCombination",
        "association-twice": "Resource.AlreadyAssociated: rtbassoc-",
        "association-across-vpcs": "InvalidParameterValue: belong to different networks",
        "second-internet-gateway": "Resource.AlreadyAssociated: already has igw-",
        "group-name-twice": "InvalidGroup.Duplicate",
        "rule-twice": "InvalidPermission.Duplicate",
        "rule-from-missing-group": "InvalidGroup.NotFound: does not exist",
        "rule-from-group-of-other-vpc": "InvalidGroup.NotFound: same VPC",
        "rule-to-missing-prefix-list": "InvalidPrefixListID.NotFound",
        "flow-log-twice": "FlowLogAlreadyExists",
        "flow-log-to-missing-bucket": "LogDestinationNotFoundException",
    },
    endpoints: {
        "service-of-other-region": "InvalidServiceName",
        "gateway-of-interface-service": "InvalidParameter: endpoint type",
        "gateway-with-subnets": "InvalidParameter: subnetIds is not available",
        "private-names-twice": "InvalidParameter: already has the DNS domain",
        "private-names-without-host-names": "InvalidParameter: enableDnsHostnames",
        "two-subnets-in-one-zone": "DuplicateSubnetsInSameZone",
        "service-not-in-the-zone": "InvalidParameter: does not support the availability zone",
        "missing-group": "InvalidGroup.NotFound",
        "gateway-twice": "RouteAlreadyExists",
        "policy-not-json": "InvalidPolicyDocument",
    },
    security: {
        "role-name-twice": "EntityAlreadyExists",
        "trust-policy-not-json": "MalformedPolicyDocument",
        "trust-policy-too-long": "LimitExceeded: 2048 are allowed",
        "boundary-missing": "NoSuchEntity: permissionsBoundary",
        "inline-policies-too-long": "LimitExceeded: 10240 are allowed",
        "role-missing": "NoSuchEntity: role 'nobody'",
        "managed-policy-too-long": "LimitExceeded: 6144 are allowed",
        "policy-missing": "NoSuchEntity: policyArn",
        "key-policy-without-statement": "MalformedPolicyDocumentException",
        "alias-twice": "AlreadyExistsException",
        "alias-of-missing-key": "NotFoundException",
        "log-group-twice": "ResourceAlreadyExistsException",
        "log-group-with-missing-key": "InvalidParameterException",
        "bucket-twice": "BucketAlreadyOwnedByYou",
        "bucket-of-somebody-else": "BucketAlreadyExists",
        "bucket-missing": "NoSuchBucket",
        "parameter-twice": "ParameterAlreadyExists",
        "bucket-name-malformed": "InvalidBucketName",
    },
    firewall: {
        "firewall-name-twice": "InvalidRequestException: firewall already exists",
        "firewall-without-subnets": "InvalidRequestException: at least one subnet mapping",
        "firewall-in-missing-subnet": "InvalidRequestException: subnetMappings[].subnetId",
        "firewall-in-other-vpc": "InvalidRequestException: is not in vpc-",
        "firewall-twice-in-a-zone": "InvalidRequestException: same availability zone",
        "firewall-without-policy": "InvalidRequestException: firewallPolicyArn",
        "firewall-with-missing-key": "InvalidRequestException: encryptionConfiguration.keyId",
        "policy-with-missing-group": "InvalidRequestException: stateful-rulegroup/none",
        "policy-with-group-of-other-order": "InvalidRequestException: by-action is not that of the policy",
        "policy-with-managed-group-of-other-order":
            "InvalidRequestException: BotnetActionOrder is not that of the policy",
        "policy-without-priority": "InvalidRequestException: Priority is required",
        "policy-with-priority-twice": "InvalidRequestException: Priority must be unique",
        "policy-with-needless-priority": "InvalidRequestException: Priority cannot be provided",
        "policy-with-default-of-other-order": "InvalidRequestException: for STRICT_ORDER only",
        "policy-that-drops-twice": "InvalidRequestException: at most one drop",
        "policy-of-two-families": "InvalidRequestException: do not go together",
        "policy-without-stateless-action": "InvalidRequestException: statelessFragmentDefaultActions",
        "group-beyond-capacity": "InvalidRequestException: a capacity of 4",
        "group-of-two-sources": "InvalidRequestException: exactly one source",
        "log-type-twice": "InvalidRequestException: one destination for each log type",
        "log-group-missing": "InvalidRequestException: '/nobody' does not exist",
        "logs-of-missing-firewall": "ResourceNotFoundException",
    },
    dns: {
        "rule-priority-twice": "ValidationException: already exists",
        "rule-of-same-list": "ValidationException: already exists",
        "rule-of-missing-list": "ResourceNotFoundException: firewallDomainListId",
        "rule-of-missing-group": "ResourceNotFoundException: firewallRuleGroupId",
        "rule-without-response": "ValidationException: BlockResponse",
        "rule-without-subject": "ValidationException: a domain list or a threat",
        "threat-without-confidence": "ValidationException: ConfidenceThreshold",
        "threat-allowed": "ValidationException: never allowed",
        "group-priority-reserved": "ValidationException: is reserved",
        "group-priority-twice": "ConflictException: already exists",
        "group-twice": "ConflictException: already exists",
        "group-for-missing-vpc": "ResourceNotFoundException: vpcId",
        "sixth-group": "LimitExceededException",
        "list-with-url": "ValidationException: not a domain",
        "queries-to-nowhere": "ResourceNotFoundException: destinationArn",
        "resolver-with-one-address": "InvalidRequestException: two addresses",
        "resolver-in-two-vpcs": "InvalidParameterException",
    },
    studio: {
        "domain-name-malformed": "ValidationException: domainName",
        "domain-without-groups": "ValidationException: security groups are required",
        "domain-with-missing-role": "ValidationException: nobody-made-me",
        "domain-with-role-of-other-account": "ValidationException: 444455556666",
        "domain-with-missing-subnet": "ResourceNotFoundError",
        "domain-with-subnet-of-other-vpc": "ValidationException: subnet subnet-",
        "domain-with-group-of-other-vpc": "ValidationException: security group sg-",
        "profile-before-domain": "ValidationException: d-000000000000",
        "profile-name-twice": "ResourceInUse",
        "profile-with-sign-on": "ValidationException: AuthMode SSO",
        "space-of-missing-owner": "ValidationException: 'nobody'",
        "app-of-nobody": "ValidationException: exactly one",
        "script-not-base64": "ValidationException: base64",
    },
};

describe("engine: what the emulated AWS refuses", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    for (const [theme, expected] of Object.entries(REFUSED)) {
        it(`refuses each mistake of ${theme} with AWS's code and makes everything else`, async () => {
            const aws = await bench.aws({ existing: EXISTING });
            const project = await bench.project({ aws, program: `refused/${theme}.ts` });
            const run = await project.run(["up", "--yes", "--skip-preview", "--continue-on-error"]);

            const found = errorsOf(run.events).map(({ name, message }) => [
                name,
                summary(message, expected[name] ?? ""),
            ]);
            assert.deepEqual(Object.fromEntries(found), expected);
            assert.notEqual(run.code, 0);
        });
    }

    it("gives a new account no more than its quotas, by Region, and an account that asked what it wants", async () => {
        const limited = await bench.project({
            aws: await bench.aws({ quotas: "newAccount" }),
            program: "refused/quotas.ts",
        });
        const refused = await limited.run(["up", "--yes", "--skip-preview", "--continue-on-error"]);
        const codes = errorsOf(refused.events).map(({ name, message }) => {
            const kind = name.replace(/-\d$/, "").replace(/^(alice|bob|carol)$/, "profile");
            return `${kind} ${/api error ([\w.]+: .*?) is reached/.exec(message)?.[1]}`;
        });
        assert.deepEqual(codes.sort(), [
            "profile ResourceLimitExceeded: Studio user profiles per account and Region: the limit of 2",
            "space ResourceLimitExceeded: Studio spaces per account and Region: the limit of 6",
            "vpc VpcLimitExceeded: VPCs per Region: the limit of 5",
        ]);

        const raised = await bench.project({
            aws: await bench.aws({ quotas: "raised" }),
            program: "refused/quotas.ts",
        });
        await raised.expectSuccess(["up", "--yes", "--skip-preview"]);
    });

    it("raises a planned fault once, as AWS fails now and then, and the next update carries on", async () => {
        const fault = {
            operation: "create",
            type: "aws:sagemaker/domain:Domain",
            code: "InternalFailure",
            message: "the file system could not be made",
        } as const;
        const aws = await bench.aws({ faults: [fault] });
        const project = await bench.project({ aws, program: "studio", config: { owner: "ann" } });
        const failed = await project.run(["up", "--yes", "--skip-preview"]);
        assert.deepEqual(
            errorsOf(failed.events).map(({ name, message }) => [name, summary(message, "InternalFailure")]),
            [["domain", "InternalFailure"]],
        );
        await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        await project.expectSuccess(["preview", "--expect-no-changes"]);
    });
});

describe("engine: what the emulated provider refuses in a preview", function () {
    let bench: Bench;

    before(function () {
        bench = new Bench(requireEngine(this));
    });
    after(() => bench?.dispose());

    const CASES = [
        {
            rule: "a missing input",
            type: "aws:ec2/subnet:Subnet",
            inputs: { cidrBlock: "10.0.0.0/24" },
            message: /refused.*vpcId.*Missing required argument/s,
        },
        {
            rule: "a value that is not in the list",
            type: "aws:ec2/flowLog:FlowLog",
            inputs: { vpcId: "vpc-1", trafficType: "SOME" },
            message: /expected trafficType to be one of ACCEPT, REJECT, ALL, got SOME/,
        },
        {
            rule: "an unknown type",
            type: "aws:sagemaker/castle:Castle",
            inputs: {},
            message: /no resource type aws:sagemaker\/castle:Castle/,
        },
    ];

    for (const { rule, type, inputs, message } of CASES) {
        it(`refuses ${rule}`, async () => {
            const aws = await bench.aws();
            const project = await bench.project({ aws, program: "checks.ts", config: { type, inputs } });
            const run = await project.run(["preview"]);
            assert.notEqual(run.code, 0);
            assert.match(run.stdout + run.stderr, message);
        });
    }

    it("refuses a function it cannot answer, by name", async () => {
        const project = await bench.project({ aws: await bench.aws(), program: "invoke.ts" });
        const run = await project.run(["preview"]);
        assert.notEqual(run.code, 0);
        assert.match(run.stdout + run.stderr, /does not answer aws:ec2\/getAmi:getAmi/);
    });
});

/** The message as the table gives it when it says that, else in full. */
function summary(message: string, expected: string): string {
    const [code = "", words = ""] = expected.split(": ");
    return code !== "" && message.includes(`api error ${code}: `) && message.includes(words) ? expected : message;
}
