import { strict as assert } from "node:assert";

import type { GraphResource } from "../../../policy-pack/graph";
import { ResourceGraph } from "../../../policy-pack/graph";
import { type NetworkIntent, networkProofs } from "../../../preflight/proofs/network";
import type { Proof } from "../../../preflight/proofs/proof";
import { type Ids, resourcesOf, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { intent, sketch, topology } from "./topology";

const VPC = "vpc-vpc";
const DESCRIBE = `If it exists already, describe it: npm run facts -- --vpc ${VPC}, then name the file in network.vpc.facts.`;

/** What exists already; everything else is made by the stack, which names these by id. */
const EXISTING = [
    "vpc",
    "studio-a",
    "studio-b",
    "table-studio-a",
    "table-studio-b",
    "association-studio-a",
    "association-studio-b",
    "igw",
];

/** The resources of the stack alone, in which the existing ones are but ids. */
function made(
    egress: NetworkIntent["egress"],
    ids: Ids,
    change: (stack: Sketch[]) => Sketch[] = (stack) => stack,
): GraphResource[] {
    const whole = change(topology(egress));
    const known = new Map(resourcesOf(whole, "known").map((resource) => [resource.urn, resource]));
    const isExisting = ({ name }: { name: string }): boolean => EXISTING.includes(name);
    return resourcesOf(whole, ids)
        .filter((resource) => !isExisting(resource))
        .map((resource) => ({
            ...resource,
            props: ids === "known" ? resource.props : withKnownIds(resource, known),
        }));
}

/** Properties with the ids of existing resources, which the stack file gives. */
function withKnownIds(resource: GraphResource, known: ReadonlyMap<string, GraphResource>): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(resource.props).map(([key, value]) => {
            const owners = (resource.propertyDependencies[key] ?? []).map((urn) => known.get(urn));
            const given =
                owners.length > 0 && owners.every((owner) => owner !== undefined && EXISTING.includes(owner.name));
            return [key, given ? known.get(resource.urn)?.props[key] : value];
        }),
    );
}

/** What a facts file tells of the existing ones. */
function described(
    egress: NetworkIntent["egress"],
    change: (stack: Sketch[]) => Sketch[] = (stack) => stack,
): GraphResource[] {
    return resourcesOf(change(topology(egress)), "known")
        .filter(({ name }) => EXISTING.includes(name))
        .map((resource) => ({
            ...resource,
            urn: `urn:pulumi:facts::existing::${resource.type}::${String(resource.id)}`,
            name: String(resource.id),
            propertyDependencies: {},
        }));
}

function proofs(resources: readonly GraphResource[], stated: NetworkIntent): Map<string, Proof> {
    const all = networkProofs(new ResourceGraph(resources), {}, stated).proofs;
    return new Map(all.map((proof) => [proof.id, proof]));
}

function failed(found: ReadonlyMap<string, Proof>): string[] {
    return [...found.values()]
        .filter(({ verdict }) => verdict !== "holds")
        .map(({ id, verdict }) => `${id}: ${verdict}`);
}

for (const ids of ["known", "unknown"] as const) {
    for (const egress of ["isolated", "nat", "firewall"] as const) {
        describe(`An existing VPC, ${egress}, ids ${ids}`, () => {
            it("is not proven without facts, and every proof says how to get them", () => {
                const found = proofs(made(egress, ids), intent(egress));
                assert.deepEqual(
                    [...found.values()].map(({ verdict }) => verdict),
                    Array.from({ length: found.size }, () => "not proven"),
                );
                for (const { id, fix } of found.values()) {
                    assert.ok(fix?.includes(DESCRIBE), `${id}: ${fix}`);
                }
            });

            it("holds with facts", () => {
                assert.deepEqual(failed(proofs([...made(egress, ids), ...described(egress)], intent(egress))), []);
            });

            it("is broken, by name, where the facts show what is missing", () => {
                const mute = described(egress, (stack) =>
                    stack.map((each) =>
                        each.name === "vpc" ? { ...each, props: { ...each.props, enableDnsHostnames: false } } : each,
                    ),
                );
                const sts = proofs([...made(egress, ids), ...mute], intent(egress)).get("network.endpoint.sts");
                assert.deepEqual(
                    [sts?.verdict, sts?.evidence, sts?.fix],
                    [
                        "broken",
                        [
                            `${VPC}: enableDnsHostnames is not true, so sts.eu-west-1.amazonaws.com does not answer with the endpoint`,
                        ],
                        `Set enableDnsHostnames of ${VPC} to true.`,
                    ],
                );
            });

            it("is broken by a public route that the facts show", () => {
                const routed = described(egress).map((resource) =>
                    resource.name === "rtb-table-studio-a"
                        ? {
                              ...resource,
                              props: {
                                  ...resource.props,
                                  routes: [{ cidrBlock: "198.51.100.0/24", gatewayId: "igw-igw" }],
                              },
                          }
                        : resource,
                );
                const found = proofs([...made(egress, ids), ...routed], intent(egress));
                const tiers = found.get("network.private-tiers");
                assert.deepEqual(tiers?.evidence, [
                    `studio subnet subnet-studio-a, route table rtb-table-studio-a: route rtb-table-studio-a (198.51.100.0/24) to internet-gateway igw-igw`,
                ]);
                assert.equal(
                    found.get(egress === "isolated" ? "network.no-internet" : "network.egress")?.verdict,
                    "broken",
                );
            });
        });
    }

    describe(`The DNS Firewall of an existing VPC, ids ${ids}`, () => {
        const dnsOf = (...without: readonly string[]): Proof | undefined => {
            const partly = made("isolated", ids, (stack) => stack.filter(({ name }) => !without.includes(name)));
            return proofs([...partly, ...described("isolated")], intent("isolated")).get("network.dns");
        };

        it("is not proven to fail closed unless the stack says so", () => {
            const { verdict, evidence } = dnsOf("dns-config") as Proof;
            assert.deepEqual(
                [verdict, evidence],
                ["not proven", [`VPC ${VPC}: whether its DNS Firewall fails open is not set in this stack`]],
            );
        });

        it("is not proven where its rules are the owner's", () => {
            const { verdict, evidence, fix } = dnsOf("dns-association") as Proof;
            assert.deepEqual(
                [verdict, evidence, fix],
                [
                    "not proven",
                    [`VPC ${VPC}: its DNS Firewall is its owner's, and not among the facts of the VPC`],
                    `Have the owner of ${VPC} show which rule groups of the DNS Firewall are associated with it.`,
                ],
            );
        });
    });

    describe(`An S3 endpoint of either type, ids ${ids}`, () => {
        it("prefers the gateway, and takes an interface endpoint where there is no gateway", () => {
            const both = (names: readonly string[]): Sketch[] => [
                sketch("ec2/vpcEndpoint:VpcEndpoint", "s3-interface", {
                    ...topology("isolated").find(({ name }) => name === "sts")?.props,
                    serviceName: "com.amazonaws.eu-west-1.s3",
                }),
                ...topology("isolated").filter(({ name }) => !names.includes(name)),
            ];
            const evidence = (names: readonly string[]): readonly string[] | undefined =>
                proofs(resourcesOf(both(names), ids), intent("isolated", { services: ["s3"] })).get(
                    "network.endpoint.s3",
                )?.evidence;
            assert.equal(evidence([])?.[0], "subnet studio-a: route table table-studio-a has the route of s3");
            assert.equal(
                evidence(["s3", "out-s3"])?.[0],
                "Studio apps: ingress on 443 of group-endpoints at s3-interface",
            );
        });
    });
}
