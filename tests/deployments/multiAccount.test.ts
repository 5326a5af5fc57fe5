import { strict as assert } from "node:assert";

import { assertGolden } from "../golden/golden";
import { namesOf, type RecordedComponent } from "../harness";
import { LOB_C, multiSettingsOf, PROD, recordMulti } from "./multiStack";

const LINE = "private-studio:deployments:LineOfBusiness";

describe("MultiAccount with the prod stack", () => {
    let prod: RecordedComponent;
    before(async () => {
        prod = await recordMulti(multiSettingsOf(PROD));
    });

    it("registers the names that are contract", () => {
        assertGolden(
            "prod.names.txt",
            namesOf(prod),
            "A name that vanished is a resource that will be destroyed, and a rename is a replacement: a replaced domain " +
                "loses every home directory. Keep the old name, or give the resource an alias.",
        );
    });

    it("hands out the outputs that are contract", () => {
        assertGolden(
            "prod.outputs.txt",
            outputNames(prod.outputs),
            "Commands and other stacks read outputs by name: a name that vanished breaks them at their next run.",
        );
    });

    it("registers the same names while ids are unknown", async () => {
        assert.deepEqual(namesOf(await recordMulti(multiSettingsOf(PROD), true)), namesOf(prod));
    });

    it("makes one provider for each account, bound to it by role and by list", () => {
        const providers = prod.resources.filter(({ type }) => type === "pulumi:providers:aws");
        assert.deepEqual(
            providers.map(({ name, props }) => [name, props.allowedAccountIds, props.assumeRoles]).sort(),
            [
                ["studio-aws-lob-a", "444455556666"],
                ["studio-aws-lob-b", "777788889999"],
                ["studio-aws-shared", "111122223333"],
            ].map(([name, id]) => [
                name,
                JSON.stringify([id]),
                JSON.stringify([
                    { roleArn: `arn:aws:iam::${id}:role/private-studio-deploy`, sessionName: "private-studio-prod" },
                ]),
            ]),
        );
    });

    it("makes everything below a line of business in the line's account, and nothing else there but its side of the hub", () => {
        const accounts = new Map<string, Set<string>>();
        for (const { urn, name, provider, custom } of prod.resources) {
            if (custom && provider !== undefined) {
                const lob = lobOf(urn) ?? name.match(/^studio-(lob-[a-z])/)?.[1] ?? "shared";
                const key = `${lob}${lobOf(urn) === undefined ? " beside" : ""}`;
                accounts.set(key, (accounts.get(key) ?? new Set()).add(provider.split("::").at(-1) ?? ""));
            }
        }
        assert.deepEqual(Object.fromEntries([...accounts].map(([key, names]) => [key, [...names].sort()])), {
            "lob-a": ["studio-aws-lob-a"],
            "lob-b": ["studio-aws-lob-b"],
            // The hub accepts attachments and grants zones; routes and links are the line's own.
            "lob-a beside": ["studio-aws-lob-a", "studio-aws-shared"],
            "lob-b beside": ["studio-aws-lob-b", "studio-aws-shared"],
            "shared beside": ["studio-aws-shared"],
        });
    });

    it("gives every physical thing of each line a name of its own", () => {
        const named = (lob: string): string[] =>
            prod.resources
                .filter(({ urn, custom }) => custom && lobOf(urn) === lob)
                .flatMap(({ type, props }) =>
                    ["name", "bucket", "domainName"].flatMap((key) =>
                        typeof props[key] === "string" &&
                        /:(role|policy|bucket|key|alias|Role|Policy|Bucket|Alias|Domain|LogGroup)$/.test(type)
                            ? [`${type} ${props[key]}`]
                            : [],
                    ),
                );
        const [a, b] = [named("lob-a"), named("lob-b")];
        assert.ok(a.length > 20, "names were found");
        assert.deepEqual(
            a.filter((name) => b.includes(name)),
            [],
        );
    });
});

describe("A new line of business", () => {
    it("changes nothing of the others, and of the hub only whom its endpoints and the presign function know", async () => {
        const before = await recordMulti(multiSettingsOf(PROD));
        const after = await recordMulti(multiSettingsOf(PROD, LOB_C));
        assert.deepEqual(changesBetween(before, after), {
            gone: [],
            changed: [...HUB_ENDPOINTS, "aws:iam/policy:Policy::studio-access-presign-lobs-1"].sort(),
        });
    });

    it("changes no endpoint of a hub that knows the organization", async () => {
        const organization = { hub: (hub: unknown) => ({ ...(hub as object), organization: "o-a1b2c3d4e5" }) };
        const before = await recordMulti(multiSettingsOf(PROD, organization));
        const after = await recordMulti(multiSettingsOf(PROD, { ...LOB_C, ...organization }));
        assert.deepEqual(changesBetween(before, after), {
            gone: [],
            changed: ["aws:iam/policy:Policy::studio-access-presign-lobs-1"],
        });
    });

    it("may stand anywhere in the list", async () => {
        const reversed = { lobs: (lobs: unknown) => [...(lobs as unknown[])].reverse() };
        const one = await recordMulti(multiSettingsOf(PROD));
        const other = await recordMulti(multiSettingsOf(PROD, reversed));
        assert.deepEqual(changesBetween(one, other), { gone: [], changed: [] });
        assert.deepEqual(namesOf(other), namesOf(one));
    });
});

/** The hub's endpoints, whose policies list accounts where no organization is named. */
const HUB_ENDPOINTS = [
    "ecr-api",
    "ecr-dkr",
    "kms",
    "logs",
    "monitoring",
    "sagemaker-api",
    "sagemaker-runtime",
    "studio",
    "sts",
].map((service) => `aws:ec2/vpcEndpoint:VpcEndpoint::studio-hub-${service}`);

/** What of `before` is not in `after`, and what has other inputs there. */
function changesBetween(before: RecordedComponent, after: RecordedComponent): { gone: string[]; changed: string[] } {
    const now = new Map(after.resources.map((resource) => [resource.urn, resource]));
    const was = before.resources.filter(({ custom }) => custom);
    const label = ({ type, name }: { type: string; name: string }): string => `${type}::${name}`;
    return {
        gone: was.filter(({ urn }) => !now.has(urn)).map(label),
        changed: was
            .filter(({ urn, props }) => now.has(urn) && JSON.stringify(props) !== JSON.stringify(now.get(urn)?.props))
            .map(label)
            .sort(),
    };
}

/** Line of business a resource is below, by the URNs of its ancestors. */
function lobOf(urn: string): string | undefined {
    return urn.includes(`${LINE}$`) ? urn.match(/::studio-(lob-[a-z])/)?.[1] : undefined;
}

/** Names of outputs, those in maps included. */
function outputNames(outputs: Readonly<Record<string, unknown>>, prefix = ""): string[] {
    return Object.entries(outputs)
        .flatMap(([key, value]) =>
            typeof value === "object" && value !== null && !Array.isArray(value) && prefix.split(".").length < 4
                ? outputNames(value as Record<string, unknown>, `${prefix}${key}.`)
                : [`${prefix}${key}`],
        )
        .sort();
}
