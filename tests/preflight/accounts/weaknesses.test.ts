import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import type { GraphResource } from "../../../policy-pack/graph";
import { ResourceGraph } from "../../../policy-pack/graph";
import { judgeLobs } from "../../../preflight/many/lobs";
import { against, type Many, recordMany, ROOT } from "./fixture";

// Numbers are those of docs/systems-coverage.md: what is weak in the reference system with many accounts.
describe("weaknesses of the reference system with many accounts", () => {
    it("W3-1: apps whose routes to the hub are taken away reach no service, and the preflight names each", async () => {
        const many = await recordMany();
        assert.deepEqual(against(many), []);
        const cut = {
            ...many,
            resources: many.resources.filter(
                ({ type, name }) => !(type === "aws:ec2/route:Route" && name.startsWith("studio-lob-a-routes-")),
            ),
        };
        const broken = new Set(against(cut).map((line) => line.split(": ").slice(0, 2).join(": ")));
        const services = [
            "ecr.api",
            "ecr.dkr",
            "kms",
            "logs",
            "monitoring",
            "sagemaker.api",
            "sagemaker.runtime",
            "sts",
            "studio",
        ];
        assert.deepEqual(
            [...broken].sort(),
            services.map((service) => `broken lob-a: network.endpoint.${service}`).sort(),
        );
    });

    it("W3-5: an app opens its own profile alone, even with a right to every profile attached to its role", async () => {
        const many = await recordMany();
        assert.deepEqual(appProofs(many), ["holds", "holds", "holds", "holds"]);
        const wide = {
            ...many,
            resources: [...many.resources, everyProfile(many, "studio-lob-a-execution-data-scientist")],
        };
        assert.deepEqual(appProofs(wide), ["holds", "holds", "holds", "holds"]);
        const unbound = { ...wide, resources: wide.resources.map(withoutBoundary) };
        assert.ok(appProofs(unbound).includes("broken"), "without its boundary such a role opens colleagues' profiles");
    });

    it("W3-13: makes no app, which AWS no longer makes of Studio Classic", async () => {
        const { resources } = await recordMany();
        const apps = resources.filter(({ type }) => type === "aws:sagemaker/app:App");
        assert.deepEqual(apps, []);
        const domains = resources.filter(({ type }) => type === "aws:sagemaker/domain:Domain");
        assert.deepEqual(
            domains.map(({ props }) => {
                const settings = props.defaultUserSettings as Readonly<Record<string, unknown>>;
                return [settings.studioWebPortal, settings.defaultLandingUri, "jupyterServerAppSettings" in settings];
            }),
            domains.map(() => ["ENABLED", "studio::", false]),
        );
    });

    it("W3-14: names people and lines in the guide as the stack file does", () => {
        const pages = ["README.md", "docs/multi-account.md"];
        const guide = pages.map((page) => readFileSync(path.join(ROOT, page), "utf8")).join("\n");
        const stack = readFileSync(path.join(ROOT, "Pulumi.prod.yaml"), "utf8");
        const people = [...new Set(guide.match(/\buser-lob-[a-z]\b/g) ?? [])].sort();
        assert.deepEqual(
            people.filter((person) => !stack.includes(`tag: ${person}`)),
            [],
        );
        assert.ok(people.length > 0, "the guide names somebody");
        assert.ok(!guide.includes("lob-user-"), "a person's name is written one way");
    });
});

function appProofs({ resources, outputs, settings }: Many): string[] {
    return judgeLobs(new ResourceGraph(resources), outputs, settings).flatMap(({ access }) =>
        access.proofs.map(({ verdict }) => verdict),
    );
}

/** The role's right to links once more, for every profile there is. */
function everyProfile({ resources }: Many, role: string): GraphResource {
    const found = resources.find(
        ({ name, type }) => type === "aws:iam/rolePolicy:RolePolicy" && name === `${role}-presign`,
    );
    assert.ok(found, `the policy of links of ${role}`);
    const document = JSON.parse(found.props.policy as string) as { Statement: object[] };
    const policy = JSON.stringify({
        ...document,
        Statement: document.Statement.map((each) => ({ ...each, Resource: "*" })),
    });
    return {
        ...found,
        urn: `${found.urn}-everybody`,
        name: `${found.name}-everybody`,
        props: { ...found.props, name: "everybody", policy },
    };
}

function withoutBoundary(resource: GraphResource): GraphResource {
    const { permissionsBoundary: _, ...props } = resource.props;
    return resource.type === "aws:iam/role:Role" ? { ...resource, props } : resource;
}
