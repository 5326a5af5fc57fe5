import { strict as assert } from "node:assert";

import { DRAIN_TAG, HOME_TAG } from "../../../assets/functions/drain/event";
import { drainFunctionName } from "../../../components/domain/drain";
import { RUNTIME } from "../../../components/functions";
import { UNKNOWN } from "../../../policy-pack/graph";
import { inputsOf, one, type RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { ask, askTrust, roleOf, type RoleUnderTest } from "../../security/role";
import { recordDrain } from "./drainStack";

const FUNCTION = "aws:lambda/function:Function";
const INVOCATION = "aws:lambda/invocation:Invocation";
const OWNER = drainFunctionName(PLACE, "aws");
const ROLE = "studio-drain-network-function";
const SAGEMAKER = `arn:aws:sagemaker:${PLACE.region}:${PLACE.account}`;
const EC2 = `arn:aws:ec2:${PLACE.region}:${PLACE.account}`;
const EFS = `arn:aws:elasticfilesystem:${PLACE.region}:${PLACE.account}:file-system/fs-1`;

describe("drain: the resources", () => {
    let recording: RecordedComponent;

    before(async function () {
        this.timeout(60_000);
        recording = await recordDrain("delete");
    });

    it("make a function outside the VPC, bounded, traced, with a log of its own under the logs' key", () => {
        const props = inputsOf(recording, FUNCTION);
        assert.equal(props["name"], OWNER);
        assert.equal(props["runtime"], RUNTIME);
        assert.equal(props["timeout"], 900);
        assert.equal(props["vpcConfig"], undefined);
        assert.equal(props["environment"], undefined);
        assert.deepEqual(props["architectures"], ["arm64"]);
        assert.deepEqual(props["tracingConfig"], { mode: "Active" });
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup");
        assert.equal(group["name"], "/fixture/test/functions/drain");
        assert.equal(group["retentionInDays"], 365);
        assert.match(String(group["kmsKeyId"]), /^arn:aws:kms:/);
        assert.deepEqual(props["loggingConfig"], { logFormat: "JSON", logGroup: group["name"] });
        const role = inputsOf(recording, "aws:iam/role:Role", ROLE);
        assert.equal(role["path"], "/fixture/test/");
        assert.equal(
            role["permissionsBoundary"],
            inputsOf(recording, "aws:iam/policy:Policy", "studio-boundaries-service")["arn"],
        );
    });

    it("call it at each step of their lives, with what it needs to know", () => {
        const domain = one(recording, "aws:sagemaker/domain:Domain");
        const vpc = one(recording, "aws:ec2/vpc:Vpc");
        const subnet = one(recording, "aws:ec2/subnet:Subnet");
        const calls = ["studio-drain", "studio-drain-network"].map((name) => inputsOf(recording, INVOCATION, name));
        assert.deepEqual(
            calls.map(({ functionName, input, lifecycleScope, triggers }) => ({
                functionName,
                lifecycleScope,
                triggers,
                input: JSON.parse(String(input)) as unknown,
            })),
            [
                {
                    functionName: OWNER,
                    lifecycleScope: "CRUD",
                    triggers: { domainId: domain.id },
                    input: { task: "domain", domainId: domain.id, domainArn: domain.props["arn"], vpcId: vpc.id },
                },
                {
                    functionName: OWNER,
                    lifecycleScope: "CRUD",
                    triggers: { vpcId: vpc.id, subnetIds: subnet.id },
                    input: { task: "network", vpcId: vpc.id, homes: "delete", ownVpc: true },
                },
            ],
        );
    });

    it("stand around the domain: the one goes before it, the other between it and the subnets", () => {
        const dependsOn = (of: string, name: string): boolean =>
            reaches(recording, one(recording, INVOCATION, of).urn, name);
        assert.ok(dependsOn("studio-drain", "aws:sagemaker/domain:Domain::studio-domain"));
        assert.ok(dependsOn("studio-drain", `${INVOCATION}::studio-drain-network`));
        assert.ok(!dependsOn("studio-drain-network", "aws:sagemaker/domain:Domain::studio-domain"));
        assert.ok(dependsOn("studio-drain-network", "aws:ec2/subnet:Subnet::subnet"));
        assert.ok(
            reaches(
                recording,
                one(recording, "aws:sagemaker/domain:Domain").urn,
                `${INVOCATION}::studio-drain-network`,
            ),
        );
        // The function can do its work as long as it may be called.
        for (const policy of ["studio-drain-network-function", "studio-drain-network"]) {
            assert.ok(dependsOn("studio-drain-network", `aws:iam/rolePolicy:RolePolicy::${policy}`));
        }
        assert.ok(dependsOn("studio-drain", "aws:iam/rolePolicy:RolePolicy::studio-drain"));
    });

    it("are readable at a first preview but for what names the domain or the VPC", async () => {
        const first = await recordDrain("delete", true);
        const known = (name: string): boolean =>
            inputsOf(first, "aws:iam/rolePolicy:RolePolicy", name)["policy"] !== UNKNOWN;
        assert.deepEqual(["studio-drain-network-function", "studio-drain-network", "studio-drain"].map(known), [
            true,
            false,
            false,
        ]);
    });
});

describe("drain: what its function may do", () => {
    let role: RoleUnderTest;
    let retaining: RoleUnderTest;
    let domainId: string;
    let vpcArn: string;

    before(async function () {
        this.timeout(60_000);
        const recording = await recordDrain("delete");
        role = roleOf(recording, ROLE);
        domainId = String(one(recording, "aws:sagemaker/domain:Domain").id);
        vpcArn = `${EC2}:vpc/${String(one(recording, "aws:ec2/vpc:Vpc").id)}`;
        retaining = roleOf(await recordDrain("retain"), ROLE);
    });

    const marked = { [`aws:ResourceTag/${DRAIN_TAG}`]: OWNER };
    const marking = (more: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
        "aws:TagKeys": [DRAIN_TAG],
        [`aws:RequestTag/${DRAIN_TAG}`]: OWNER,
        ...more,
    });

    it("every call it makes", () => {
        const calls: readonly (readonly [string, string, Record<string, string | string[]>?])[] = [
            ["sagemaker:DescribeDomain", `${SAGEMAKER}:domain/${domainId}`],
            ["sagemaker:ListTags", `${SAGEMAKER}:domain/${domainId}`],
            ["sagemaker:ListTags", `${SAGEMAKER}:user-profile/${domainId}/alice`],
            ["sagemaker:ListApps", "*"],
            ["sagemaker:ListSpaces", "*"],
            ["sagemaker:ListUserProfiles", "*"],
            ["sagemaker:DeleteApp", `${SAGEMAKER}:app/${domainId}/research/JupyterLab/default`],
            ["sagemaker:DeleteSpace", `${SAGEMAKER}:space/${domainId}/research`],
            ["sagemaker:DeleteUserProfile", `${SAGEMAKER}:user-profile/${domainId}/console`],
            ["ec2:DescribeSecurityGroups", "*"],
            ["ec2:CreateTags", `${EC2}:security-group/sg-1`, marking({ "ec2:Vpc": vpcArn })],
            ["ec2:RevokeSecurityGroupIngress", `${EC2}:security-group/sg-1`, marked],
            ["ec2:RevokeSecurityGroupEgress", `${EC2}:security-group/sg-1`, marked],
            ["ec2:DeleteSecurityGroup", `${EC2}:security-group/sg-1`, marked],
            ["ec2:DeleteNetworkInterface", `${EC2}:network-interface/eni-1`, { "ec2:Vpc": vpcArn }],
            ["elasticfilesystem:DescribeFileSystems", EFS],
            ["elasticfilesystem:DescribeMountTargets", EFS],
            [
                "elasticfilesystem:TagResource",
                EFS,
                marking({ [`aws:ResourceTag/${HOME_TAG}`]: `${SAGEMAKER}:domain/${domainId}` }),
            ],
            ["elasticfilesystem:DeleteMountTarget", EFS, marked],
            ["elasticfilesystem:DeleteFileSystem", EFS, marked],
            ["logs:PutLogEvents", logStream("drain")],
            ["xray:PutTraceSegments", "*"],
        ];
        const refused = calls
            .map(([action, resource, context = {}]) => [action, ask(role, action, resource, context)])
            .filter(([, answer]) => !answer?.startsWith("allowed by "));
        assert.deepEqual(refused, []);
    });

    it("and nothing beyond", () => {
        const calls: readonly (readonly [string, string, string, Record<string, string | string[]>?])[] = [
            ["an app of another domain", "sagemaker:DeleteApp", `${SAGEMAKER}:app/d-other/s/JupyterLab/default`],
            ["a space of another domain", "sagemaker:DeleteSpace", `${SAGEMAKER}:space/d-other/s`],
            ["a profile of another domain", "sagemaker:DeleteUserProfile", `${SAGEMAKER}:user-profile/d-other/p`],
            ["a domain", "sagemaker:DeleteDomain", `${SAGEMAKER}:domain/${domainId}`],
            ["a link", "sagemaker:CreatePresignedDomainUrl", `${SAGEMAKER}:user-profile/${domainId}/alice`],
            ["somebody's homes", "elasticfilesystem:DeleteFileSystem", EFS],
            ["homes another function marked", "elasticfilesystem:DeleteFileSystem", EFS, other(DRAIN_TAG)],
            ["somebody's mount target", "elasticfilesystem:DeleteMountTarget", EFS],
            ["somebody's group", "ec2:DeleteSecurityGroup", `${EC2}:security-group/sg-1`],
            [
                "a group another function marked",
                "ec2:DeleteSecurityGroup",
                `${EC2}:security-group/sg-1`,
                other(DRAIN_TAG),
            ],
            ["rules of somebody's group", "ec2:RevokeSecurityGroupIngress", `${EC2}:security-group/sg-1`],
            ["an interface elsewhere", "ec2:DeleteNetworkInterface", `${EC2}:network-interface/eni-1`, elsewhere()],
            ["marking a group elsewhere", "ec2:CreateTags", `${EC2}:security-group/sg-1`, marking(elsewhere())],
            ["marking for others", "ec2:CreateTags", `${EC2}:security-group/sg-1`, markingFor("another")],
            ["another tag too", "ec2:CreateTags", `${EC2}:security-group/sg-1`, markingWith("Name")],
            ["marking a subnet", "ec2:CreateTags", `${EC2}:subnet/subnet-1`, marking({ "ec2:Vpc": vpcArn })],
            ["marking somebody's homes", "elasticfilesystem:TagResource", EFS, marking()],
            ["opening a group", "ec2:AuthorizeSecurityGroupIngress", `${EC2}:security-group/sg-1`, marked],
            ["another function's log", "logs:PutLogEvents", logStream("stop")],
            ["reading a log", "logs:GetLogEvents", logStream("drain")],
        ];
        const allowed = calls
            .map(([what, action, resource, context = {}]) => [what, ask(role, action, resource, context)])
            .filter(([, answer]) => !answer?.startsWith("no Allow in ") && !answer?.startsWith("denied by "));
        assert.deepEqual(allowed, []);

        function elsewhere(): Record<string, string> {
            return { "ec2:Vpc": `${EC2}:vpc/vpc-elsewhere` };
        }
        function markingFor(name: string): Record<string, string | string[]> {
            return { ...marking({ "ec2:Vpc": vpcArn }), [`aws:RequestTag/${DRAIN_TAG}`]: name };
        }
        function markingWith(key: string): Record<string, string | string[]> {
            return { ...marking({ "ec2:Vpc": vpcArn }), "aws:TagKeys": [DRAIN_TAG, key] };
        }
    });

    it("never delete homes that are retained, marked or not", () => {
        assert.match(ask(retaining, "elasticfilesystem:DeleteFileSystem", EFS, marked), /^no Allow in identity$/);
        assert.match(ask(retaining, "elasticfilesystem:DeleteMountTarget", EFS, marked), /^allowed by /);
    });

    it("only Lambda of this account takes its role", () => {
        const lambda = { arn: "lambda.amazonaws.com", account: PLACE.account, type: "service" } as const;
        const from = (account: string): string =>
            askTrust(role, lambda, "sts:AssumeRole", { "aws:SourceAccount": account });
        assert.equal(from(PLACE.account), "allowed by LambdaOfThisAccount");
        assert.match(from("444455556666"), /^no Allow in /);
    });

    function other(tag: string): Record<string, string> {
        return { [`aws:ResourceTag/${tag}`]: "another-stacks-drain" };
    }

    function logStream(name: string): string {
        return `arn:aws:logs:${PLACE.region}:${PLACE.account}:log-group:/fixture/test/functions/${name}:log-stream:s`;
    }
});

/** Whether a resource depends on `type::name`, by itself or through others. */
function reaches(recording: RecordedComponent, urn: string, wanted: string): boolean {
    const seen = new Set<string>();
    const waiting = [urn];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const resource = recording.resources.find((each) => each.urn === next);
        if (resource === undefined || seen.has(next)) {
            continue;
        }
        seen.add(next);
        if (next !== urn && `${resource.type}::${resource.name}` === wanted) {
            return true;
        }
        waiting.push(...resource.dependencies);
    }
    return false;
}
