import { strict as assert } from "node:assert";

import { countByType, inputsOf, one, type RecordedComponent } from "../harness";
import { type Change, DEV, FULL, recordSettings, settingsOf } from "./devStack";
import { assertNothingTwice } from "./uniqueness";

const PROVIDER = "pulumi:providers:aws";
const DOMAIN = "aws:sagemaker/domain:Domain";

function build(change: Change = {}, stackFile = DEV): Promise<RecordedComponent> {
    return recordSettings(settingsOf(stackFile, change));
}

describe("SingleAccount", () => {
    let dev: RecordedComponent;
    before(async () => {
        dev = await build();
    });

    describe("provider", () => {
        it("is the deployment's own for every AWS resource; none has the default one", () => {
            const { urn } = one(dev, PROVIDER, "studio-aws");
            const others = dev.resources.filter(
                ({ type, custom, provider }) => custom && type.startsWith("aws:") && provider !== urn,
            );
            assert.deepEqual(
                others.map(({ name, provider }) => `${name}: ${provider}`),
                [],
            );
            assert.equal(countByType(dev)[PROVIDER], 1);
        });

        it("works in the stack's account and Region only", () => {
            const { region, allowedAccountIds, assumeRoles } = inputsOf(dev, PROVIDER);
            assert.deepEqual(
                [region, parsed(allowedAccountIds), assumeRoles],
                ["eu-west-1", ["111122223333"], undefined],
            );
        });

        it("assumes the role of the stack file", async () => {
            const full = await build({}, FULL);
            assert.deepEqual(parsed(one(full, PROVIDER, "studio-aws").props["assumeRoles"]), [
                {
                    roleArn: "arn:aws:iam::111122223333:role/deployer",
                    externalId: "studio-deployment",
                    sessionName: "private-studio-full",
                },
            ]);
        });
    });

    describe("protection", () => {
        const isProtected = (recording: RecordedComponent): string[] =>
            recording.resources.filter(({ protect }) => protect).map(({ type, name }) => `${type}::${name}`);

        it("is on the domain, the keys and the buckets, and on nothing else", () => {
            assert.deepEqual(isProtected(dev).sort(), [
                "aws:kms/key:Key::studio-keys-data",
                "aws:kms/key:Key::studio-keys-domain",
                "aws:kms/key:Key::studio-keys-logs",
                "aws:s3/bucket:Bucket::studio-buckets-access-logs",
                "aws:s3/bucket:Bucket::studio-buckets-data",
                "aws:s3/bucket:Bucket::studio-buckets-models",
                "aws:sagemaker/domain:Domain::studio-domain",
            ]);
        });

        it("is off when the stack file says so", async () => {
            assert.deepEqual(isProtected(await build({ protect: () => false })), []);
        });

        it("never rests on an ignored change", () => {
            const ignoring = dev.resources.filter(({ ignoreChanges }) => ignoreChanges.length > 0);
            assert.deepEqual(
                ignoring.map(({ name }) => name),
                [],
            );
        });
    });

    describe("order", () => {
        /** URNs a resource waits for. */
        const waits = (type: string, name?: string): ReadonlySet<string> => new Set(one(dev, type, name).dependencies);
        const all = (type: string, filter: (name: string) => boolean = () => true): { urn: string; name: string }[] =>
            dev.resources.filter((resource) => resource.type === type && filter(resource.name));

        it("makes the domain after every endpoint and its subnets' routes", () => {
            const waited = waits(DOMAIN);
            const needed = [
                ...all("aws:ec2/vpcEndpoint:VpcEndpoint"),
                ...all("aws:ec2/routeTableAssociation:RouteTableAssociation", (name) => name.includes("-studio-euw1-")),
            ];
            assert.equal(needed.length, 12);
            assert.deepEqual(
                needed.filter(({ urn }) => !waited.has(urn)).map(({ name }) => name),
                [],
            );
        });

        it("makes the domain and its profiles after the execution role and all its policies", () => {
            const partsOf = (role: string, purposes: RegExp): { urn: string; name: string }[] => [
                one(dev, "aws:iam/role:Role", role),
                ...["aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"].flatMap(
                    (type) =>
                        all(type, (name) => name.startsWith(`${role}-`) && purposes.test(name.slice(role.length + 1))),
                ),
            ];
            const persona = "studio-execution-data-scientist";
            const needs: [waiting: ReadonlySet<string>, parts: { urn: string; name: string }[], count: number][] = [
                [waits(DOMAIN), partsOf("studio-execution", /^(key|spaces|guardrail-\w+)$/), 7],
                [waits("aws:sagemaker/userProfile:UserProfile", "studio-profiles-lwdvin"), partsOf(persona, /./), 13],
            ];
            for (const [waited, parts, count] of needs) {
                assert.equal(parts.length, count);
                assert.deepEqual(
                    parts.filter(({ urn }) => !waited.has(urn)).map(({ name }) => name),
                    [],
                );
            }
        });

        it("names the execution role as a dependency while its ARN is unknown", async () => {
            const early = await recordSettings(settingsOf(DEV), true);
            const { propertyDependencies } = one(early, DOMAIN);
            const { urn } = one(early, "aws:iam/role:Role", "studio-execution");
            assert.ok(propertyDependencies["defaultUserSettings"]?.includes(urn));
            assert.ok(propertyDependencies["defaultSpaceSettings"]?.includes(urn));
        });
    });

    for (const [what, stackFile] of [
        ["dev stack", DEV],
        ["sample with nearly every key", FULL],
    ] as const) {
        it(`makes nothing twice that AWS accepts once: ${what}`, async () => {
            assertNothingTwice(await build({}, stackFile));
        });
    }
});

/** Composite inputs of a provider travel as JSON. */
function parsed(value: unknown): unknown {
    return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
}
