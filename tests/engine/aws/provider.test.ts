import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import type { Place } from "./place";
import { type Behaviour, Provider } from "./provider";
import { Store } from "./store";
import { DEFAULTED, type Properties, UNKNOWN } from "./values";

const PLACE: Place = { account: "111122223333", region: "eu-west-1", defaultTags: { stack: "dev" } };
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

describe("emulated aws: the provider", () => {
    let directory: string;
    let provider: Provider;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "provider-"));
        provider = new Provider(new Store(directory));
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    /** Checks and makes a resource, as the engine does; gives its id. */
    function make(type: string, inputs: Properties, place = PLACE, name = "it"): string {
        const target = { type, name, place };
        const checked = provider.check(target, inputs, {});
        assert.deepEqual(checked.failures, []);
        return provider.create(target, checked.inputs, false).id;
    }

    function remove(type: string, id: string): void {
        provider.delete({ type, name: "it", place: PLACE }, id, {});
    }

    function network(): { vpcId: string; subnetId: string } {
        const vpcId = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        return { vpcId, subnetId: make("aws:ec2/subnet:Subnet", { vpcId, cidrBlock: "10.0.0.0/24" }) };
    }

    it("makes up a name once, keeps it in later checks, and takes a new one for a replacement", () => {
        const target = { type: "aws:iam/role:Role", name: "people", place: PLACE };
        const first = provider.check(target, { assumeRolePolicy: TRUST }, {}).inputs;
        assert.match(String(first["name"]), /^people-[0-9a-f]{7}$/);
        assert.equal(provider.check(target, { assumeRolePolicy: TRUST }, first).inputs["name"], first["name"]);
        assert.notEqual(provider.check(target, { assumeRolePolicy: TRUST }, {}).inputs["name"], first["name"]);
        assert.deepEqual((first[DEFAULTED] as string[]).includes("name"), true);
    });

    it("begins the made-up name of a key alias as KMS demands, and writes that of a bucket small", () => {
        const alias = provider.check(
            { type: "aws:kms/alias:Alias", name: "a", place: PLACE },
            { targetKeyId: "k" },
            {},
        );
        assert.match(String(alias.inputs["name"]), /^alias\/a-/);
        const bucket = provider.check({ type: "aws:s3/bucket:Bucket", name: "Data", place: PLACE }, {}, {});
        assert.match(String(bucket.inputs["bucket"]), /^data-/);
    });

    it("tells in a preview what it knows, marks what AWS will choose, and makes nothing", () => {
        const target = { type: "aws:ec2/subnet:Subnet", name: "s", place: PLACE };
        const { id, properties } = provider.create(target, { vpcId: UNKNOWN, tags: { a: "1" } }, true);
        assert.equal(id, "");
        assert.equal(properties["arn"], UNKNOWN);
        assert.equal(properties["availabilityZone"], UNKNOWN);
        assert.equal(properties["region"], "eu-west-1");
        assert.deepEqual(properties["tagsAll"], { stack: "dev", a: "1" });
        assert.deepEqual(provider.store.list(), []);
    });

    it("gives a policy document that came as an object as text", () => {
        const target = { type: "aws:iam/role:Role", name: "r", place: PLACE };
        const { inputs } = provider.check(target, { assumeRolePolicy: { Version: "2012-10-17" } }, {});
        assert.equal(inputs["assumeRolePolicy"], '{"Version":"2012-10-17"}');
    });

    it("reads back what was made, with the inputs that would make it so", () => {
        const id = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        const read = provider.read({ type: "aws:ec2/vpc:Vpc", name: "it", place: PLACE }, id, {}, {});
        assert.equal(read.inputs["cidrBlock"], "10.0.0.0/16");
        assert.equal("arn" in read.inputs, false);
        assert.equal(read.properties["arn"], `arn:aws:ec2:eu-west-1:111122223333:vpc/${id}`);
        assert.equal(provider.read({ type: "aws:ec2/vpc:Vpc", name: "it", place: PLACE }, "vpc-gone", {}, {}).id, "");
    });

    it("keeps computed properties in an update and forgets inputs that went", () => {
        const target = { type: "aws:ec2/vpc:Vpc", name: "it", place: PLACE };
        const id = make(target.type, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags: { a: "1" } });
        const olds = provider.read(target, id, {}, {}).properties;
        const news = provider.update(target, id, olds, { cidrBlock: "10.0.0.0/16" }, false);
        assert.equal(news["defaultSecurityGroupId"], olds["defaultSecurityGroupId"]);
        assert.equal(news["enableDnsHostnames"], false);
        assert.equal(news["tags"], undefined);
        assert.deepEqual(news["tagsAll"], { stack: "dev" });
    });

    it("refuses an update that AWS would refuse, and leaves the resource as it was", () => {
        const { vpcId, subnetId } = network();
        const target = { type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "it", place: PLACE };
        const inputs = {
            vpcId,
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.eu-west-1.sts",
            subnetIds: [subnetId],
        };
        const id = make(target.type, inputs);
        assert.throws(
            () => provider.update(target, id, {}, { ...inputs, privateDnsEnabled: true }, false),
            /api error InvalidParameter: enabling private DNS requires/,
        );
        assert.equal(provider.read(target, id, {}, {}).properties["privateDnsEnabled"], false);
    });

    it("adopts the group AWS made with a VPC and lets it go with the VPC", () => {
        const vpcId = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        const vpc = provider.store.list({ type: "aws:ec2/vpc:Vpc" })[0];
        assert.equal(
            make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId }),
            vpc?.properties["defaultSecurityGroupId"],
        );
        remove("aws:ec2/vpc:Vpc", vpcId);
        assert.deepEqual(provider.store.list(), []);
    });

    it("deletes a group with its own rules, but not while a rule of another group names it", () => {
        const { vpcId } = network();
        const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        const [own, other] = ["own", "other"].map((name) =>
            make("aws:ec2/securityGroup:SecurityGroup", { vpcId, name }),
        );
        make(type, { securityGroupId: own, referencedSecurityGroupId: own, ipProtocol: "-1" });
        const rule = make(type, { securityGroupId: other, referencedSecurityGroupId: own, ipProtocol: "-1" });
        assert.throws(
            () => remove("aws:ec2/securityGroup:SecurityGroup", own ?? ""),
            /DependencyViolation: .*referencedSecurityGroupId/,
        );
        remove(type, rule);
        remove("aws:ec2/securityGroup:SecurityGroup", own ?? "");
        assert.deepEqual(provider.store.list({ type }), []);
    });

    it("holds a role by its policies, a policy by its attachments, and a key by nothing", () => {
        const role = make("aws:iam/role:Role", { assumeRolePolicy: TRUST, name: "studio" });
        const policyArn = make("aws:iam/policy:Policy", { policy: TRUST, name: "studio" });
        const attachment = make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role, policyArn });
        assert.throws(() => remove("aws:iam/role:Role", role), /DeleteConflict/);
        assert.throws(() => remove("aws:iam/policy:Policy", policyArn), /DeleteConflict/);
        remove("aws:iam/rolePolicyAttachment:RolePolicyAttachment", attachment);
        remove("aws:iam/role:Role", role);
        remove("aws:iam/policy:Policy", policyArn);

        const key = make("aws:kms/key:Key", {});
        make("aws:cloudwatch/logGroup:LogGroup", { name: "/a", kmsKeyId: keyArn(key) });
        remove("aws:kms/key:Key", key);
        assert.deepEqual(provider.store.list({ type: "aws:kms/key:Key" }), []);
    });

    it("holds a profile by its apps and its spaces, a space by its apps", () => {
        const { vpcId, subnetId } = network();
        const role = make("aws:iam/role:Role", { assumeRolePolicy: TRUST, name: "studio" });
        const domainId = make("aws:sagemaker/domain:Domain", {
            domainName: "studio",
            authMode: "IAM",
            vpcId,
            subnetIds: [subnetId],
            defaultUserSettings: { executionRole: `arn:aws:iam::111122223333:role/${role}` },
        });
        const profile = make("aws:sagemaker/userProfile:UserProfile", { domainId, userProfileName: "alice" });
        const space = make("aws:sagemaker/space:Space", {
            domainId,
            spaceName: "mine",
            ownershipSettings: { ownerUserProfileName: "alice" },
            spaceSharingSettings: { sharingType: "Private" },
        });
        const app = make("aws:sagemaker/app:App", {
            domainId,
            spaceName: "mine",
            appName: "default",
            appType: "JupyterLab",
        });
        assert.throws(() => remove("aws:sagemaker/userProfile:UserProfile", profile), /ResourceInUse: .*space\//);
        assert.throws(() => remove("aws:sagemaker/space:Space", space), /ResourceInUse: .*app\//);
        assert.throws(() => remove("aws:sagemaker/domain:Domain", domainId), /ResourceInUse/);
        remove("aws:sagemaker/app:App", app);
        remove("aws:sagemaker/space:Space", space);
        remove("aws:sagemaker/userProfile:UserProfile", profile);
        remove("aws:sagemaker/domain:Domain", domainId);
    });

    it("gives a type without a row an id, an ARN and the computed properties every type has", () => {
        const id = make("aws:ecs/cluster:Cluster", {}, PLACE, "alarms");
        const cluster = provider.store.list({ type: "aws:ecs/cluster:Cluster" })[0];
        assert.match(id, /^cluster-[0-9a-f]{17}$/);
        assert.equal(cluster?.properties["arn"], `arn:aws:ecs:eu-west-1:111122223333:cluster/${id}`);
        assert.match(String(cluster?.properties["name"]), /^alarms-[0-9a-f]{7}$/);
    });

    it("takes a resource's own Region before its provider's", () => {
        make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", region: "us-east-1" });
        assert.deepEqual(
            provider.store.list().map(({ region }) => region),
            ["us-east-1"],
        );
    });

    function keyArn(id: string): string {
        return `arn:aws:kms:eu-west-1:111122223333:key/${id}`;
    }

    describe("functions", () => {
        const invoke = (token: string, args: Properties, behaviour: Behaviour = {}): Properties =>
            new Provider(provider.store, behaviour).invoke(token, PLACE, args);

        it("find what stands in the account, by id, by filter and by tag", () => {
            const { vpcId, subnetId } = network();
            assert.equal(invoke("aws:ec2/getVpc:getVpc", { id: vpcId })["cidrBlock"], "10.0.0.0/16");
            const filters = [{ name: "vpc-id", values: [vpcId] }];
            assert.deepEqual(invoke("aws:ec2/getSubnets:getSubnets", { filters })["ids"], [subnetId]);
            make("aws:ec2/vpc:Vpc", { cidrBlock: "10.9.0.0/16", tags: { owner: "ann" } });
            assert.equal(invoke("aws:ec2/getVpc:getVpc", { tags: { owner: "ann" } })["cidrBlock"], "10.9.0.0/16");
        });

        it("find a key by its alias", () => {
            const key = make("aws:kms/key:Key", {});
            make("aws:kms/alias:Alias", { name: "alias/studio", targetKeyId: key });
            assert.equal(invoke("aws:kms/getKey:getKey", { keyId: "alias/studio" })["arn"], keyArn(key));
        });

        it("refuse what is not there, and what is there twice", () => {
            network();
            network();
            assert.throws(() => invoke("aws:ec2/getVpc:getVpc", { id: "vpc-1" }), /InvalidVpcID\.NotFound/);
            assert.throws(() => invoke("aws:ec2/getVpc:getVpc", {}), /InvalidParameterValue: 2 aws:ec2\/vpc:Vpc/);
            assert.throws(() => invoke("aws:iam/getRole:getRole", { name: "nobody" }), /NoSuchEntity/);
        });

        it("tell the quota the account has", () => {
            const args = { serviceCode: "sagemaker", quotaCode: "L-AC46C40F" };
            const token = "aws:servicequotas/getServiceQuota:getServiceQuota";
            assert.equal(invoke(token, args)["value"], 2);
            assert.equal(invoke(token, args, { quotas: "raised" })["value"], 5000);
        });
    });
});
