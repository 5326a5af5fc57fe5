import assert from "node:assert/strict";
import fc from "fast-check";
import { SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { IDENTITIES, makeIdentity } from "../../../preflight/record/identities";
import type { Place } from "../../../preflight/record/place";
import { sdkClass } from "../../../preflight/record/sdkClass";

const PLACE: Place = { account: "444455556666", region: "eu-west-1", defaultTags: {}, assumed: [] };
const CHINA: Place = { ...PLACE, region: "cn-north-1" };
const URN = "urn:pulumi:dev::p::t::n";

function make(type: string, inputs: Record<string, unknown>, place = PLACE, unknown = false) {
    return makeIdentity({ type, urn: URN, name: "n", inputs }, place, unknown);
}

describe("identities: the table against the SDK", () => {
    for (const [type, identity] of Object.entries(IDENTITIES)) {
        it(type, () => {
            const { properties } = sdkClass(type);
            const claimed = [
                ...Object.keys(identity.outputs ?? {}),
                ...(identity.named === undefined ? [] : [identity.named]),
            ];
            assert.ok(properties.size > 0, "the SDK has no such class");
            assert.deepEqual(
                claimed.filter((property) => !properties.has(property)),
                [],
            );
        });
    }
});

describe("identities: forms", () => {
    const cases: readonly [
        type: string,
        inputs: Record<string, unknown>,
        place: Place,
        output: string,
        form: RegExp,
    ][] = [
        [
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            {},
            PLACE,
            "arn",
            /^arn:aws:ec2:eu-west-1:444455556666:vpc-endpoint\/vpce-[0-9a-f]{17}$/,
        ],
        [
            "aws:ec2/flowLog:FlowLog",
            {},
            PLACE,
            "arn",
            /^arn:aws:ec2:eu-west-1:444455556666:vpc-flow-log\/fl-[0-9a-f]{17}$/,
        ],
        [
            "aws:iam/role:Role",
            { name: "r", path: "/studio/" },
            PLACE,
            "arn",
            /^arn:aws:iam::444455556666:role\/studio\/r$/,
        ],
        ["aws:iam/role:Role", { name: "r" }, CHINA, "arn", /^arn:aws-cn:iam::444455556666:role\/r$/],
        ["aws:iam/role:Role", {}, PLACE, "arn", /^arn:aws:iam::444455556666:role\/n-[0-9a-f]{7}$/],
        ["aws:iam/role:Role", { namePrefix: "team-" }, PLACE, "name", /^team-[0-9a-f]{7}$/],
        ["aws:iam/policy:Policy", { name: "p" }, PLACE, "arn", /^arn:aws:iam::444455556666:policy\/p$/],
        [
            "aws:kms/alias:Alias",
            { name: "alias/a", targetKeyId: "k" },
            PLACE,
            "arn",
            /^arn:aws:kms:eu-west-1:444455556666:alias\/a$/,
        ],
        [
            "aws:kms/alias:Alias",
            { name: "alias/a", targetKeyId: "k" },
            PLACE,
            "targetKeyArn",
            /^arn:aws:kms:eu-west-1:444455556666:key\/k$/,
        ],
        ["aws:s3/bucket:Bucket", { bucket: "b" }, CHINA, "arn", /^arn:aws-cn:s3:::b$/],
        ["aws:s3/bucket:Bucket", { bucket: "b" }, CHINA, "bucketDomainName", /^b\.s3\.amazonaws\.com\.cn$/],
        [
            "aws:cloudwatch/logGroup:LogGroup",
            { name: "/a/b" },
            PLACE,
            "arn",
            /^arn:aws:logs:eu-west-1:444455556666:log-group:\/a\/b$/,
        ],
        [
            "aws:cloudwatch/logGroup:LogGroup",
            { name: "g", region: "us-east-2" },
            PLACE,
            "arn",
            /^arn:aws:logs:us-east-2:444455556666:log-group:g$/,
        ],
        [
            "aws:sagemaker/domain:Domain",
            {},
            PLACE,
            "url",
            /^https:\/\/d-[a-z0-9]{12}\.studio\.eu-west-1\.sagemaker\.aws$/,
        ],
        [
            "aws:sagemaker/space:Space",
            { domainId: "d-1", spaceName: "s" },
            PLACE,
            "arn",
            /^arn:aws:sagemaker:eu-west-1:444455556666:space\/d-1\/s$/,
        ],
        [
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            { serviceName: "com.amazonaws.eu-west-1.s3" },
            PLACE,
            "prefixListId",
            /^pl-[0-9a-f]{8}$/,
        ],
        [
            "aws:ec2/subnet:Subnet",
            { availabilityZone: "ap-northeast-1c" },
            { ...PLACE, region: "ap-northeast-1" },
            "availabilityZoneId",
            /^apne1-az4$/,
        ],
    ];
    for (const [type, inputs, place, output, form] of cases) {
        it(`${output} of ${type} ${JSON.stringify(inputs)}`, () => {
            assert.match(String(make(type, inputs, place).outputs[output]), form);
        });
    }

    it("puts the words of an interface endpoint's service in reverse before the Region", () => {
        const inputs = { serviceName: "com.amazonaws.eu-west-1.sagemaker.api", vpcEndpointType: "Interface" };
        const { outputs, id } = make("aws:ec2/vpcEndpoint:VpcEndpoint", inputs);
        const [entry] = outputs["dnsEntries"] as { dnsName: string }[];
        assert.match(
            entry?.dnsName ?? "",
            new RegExp(`^${String(id)}-[0-9a-f]{8}\\.api\\.sagemaker\\.eu-west-1\\.vpce\\.amazonaws\\.com$`),
        );
        assert.equal(outputs["prefixListId"], "");
    });
});

describe("identities: what cannot be known", () => {
    it("stays unknown when an input it is made from is unknown, secret or absent", () => {
        const type = "aws:sagemaker/userProfile:UserProfile";
        for (const domainId of [UNKNOWN, SECRET, undefined]) {
            const { id, outputs } = make(type, { domainId, userProfileName: "alice" });
            assert.deepEqual([id, outputs["arn"]], [UNKNOWN, UNKNOWN]);
        }
    });

    it("stays unknown when account or Region of the provider is unknown", () => {
        const { id, outputs } = make("aws:ec2/vpc:Vpc", {}, { ...PLACE, account: UNKNOWN });
        assert.match(String(id), /^vpc-/);
        assert.equal(outputs["arn"], UNKNOWN);
    });

    it("has unknown tags when given or default tags are unknown", () => {
        assert.equal(make("aws:ec2/vpc:Vpc", { tags: SECRET }).outputs["tagsAll"], UNKNOWN);
        assert.equal(
            make("aws:ec2/vpc:Vpc", { tags: {} }, { ...PLACE, defaultTags: UNKNOWN }).outputs["tagsAll"],
            UNKNOWN,
        );
    });

    it("never overrides an input", () => {
        const inputs = { name: "given", arn: "given-too" };
        const { outputs } = make("aws:iam/role:Role", inputs);
        assert.deepEqual([outputs["name"], outputs["arn"]], [undefined, undefined]);
    });

    it("is a guess, and says so, for a type outside the table", () => {
        const made = make("aws:backup/vault:Vault", { name: "v" });
        assert.equal(made.known, false);
        assert.match(String(made.outputs["arn"]), /^arn:aws:backup:eu-west-1:444455556666:vault\/vault-[0-9a-f]{17}$/);
    });

    it("at a first preview knows only what follows from inputs and provider", () => {
        const { id, outputs } = make("aws:cloudwatch/logGroup:LogGroup", { tags: { a: "b" } }, PLACE, true);
        assert.equal(id, UNKNOWN);
        assert.deepEqual(outputs, { arn: UNKNOWN, name: UNKNOWN, region: "eu-west-1", tagsAll: { a: "b" } });
    });
});

describe("identities: ids tell resources apart", () => {
    it("depend on the URN and on nothing else that changes between runs", () => {
        const urn = fc.string({ minLength: 1 });
        fc.assert(
            fc.property(urn, urn, (first, second) => {
                const id = (of: string): unknown =>
                    makeIdentity({ type: "aws:ec2/vpc:Vpc", urn: of, name: "n", inputs: {} }, PLACE, false).id;
                assert.equal(id(first), id(first));
                assert.equal(id(first) === id(second), first === second);
            }),
        );
    });
});
