import assert from "node:assert/strict";

import { type GraphResource, UNKNOWN } from "../../../policy-pack/graph";
import { addFacts, factsResources } from "../../../preflight/facts";
import { withRoutes } from "./sample";

const FACTS = withRoutes({ destination: "0.0.0.0/0", target: "nat-0a1b2c3d4e5f60001" });

/** A resource that a program registered. */
function own(type: string, id: GraphResource["id"], props: Record<string, unknown>): GraphResource {
    return {
        urn: `urn:pulumi:dev::private-studio::${type}::own`,
        type,
        name: "own",
        id,
        props,
        custom: true,
        protect: false,
        ignoreChanges: [],
        dependencies: [],
        propertyDependencies: {},
    };
}

function removedBy(resource: GraphResource): string[] {
    const left = new Set(addFacts([resource], FACTS).map(({ urn }) => urn));
    return factsResources(FACTS)
        .filter(({ urn }) => !left.has(urn))
        .map(({ name }) => name);
}

describe("facts beside a stack", () => {
    it("come after the stack's own resources, all of them", () => {
        const bucket = own("aws:s3/bucket:Bucket", "data", {});
        assert.deepEqual(addFacts([bucket], FACTS), [bucket, ...factsResources(FACTS)]);
    });

    const cases: readonly (readonly [string, GraphResource, readonly string[]])[] = [
        [
            "the same id and type",
            own("aws:ec2/subnet:Subnet", "subnet-0a1b2c3d4e5f60001", {}),
            ["subnet-0a1b2c3d4e5f60001"],
        ],
        ["the same id of another type", own("aws:ec2/vpc:Vpc", "subnet-0a1b2c3d4e5f60001", {}), []],
        ["an id that is not known", own("aws:ec2/subnet:Subnet", UNKNOWN, {}), []],
        [
            "a route with the same table and destination, whatever its target",
            own("aws:ec2/route:Route", "r-1", {
                routeTableId: "rtb-0a1b2c3d4e5f60001",
                destinationCidrBlock: "0.0.0.0/0",
                natGatewayId: "nat-0a1b2c3d4e5f60002",
            }),
            ["rtb-0a1b2c3d4e5f60001_0.0.0.0/0"],
        ],
        [
            "a route of another table",
            own("aws:ec2/route:Route", "r-1", {
                routeTableId: "rtb-0a1b2c3d4e5f60002",
                destinationCidrBlock: "0.0.0.0/0",
            }),
            [],
        ],
        [
            "a route whose table is not known",
            own("aws:ec2/route:Route", "r-1", { routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0" }),
            [],
        ],
        [
            "an association of the same subnet",
            own("aws:ec2/routeTableAssociation:RouteTableAssociation", "rtbassoc-1", {
                subnetId: "subnet-0a1b2c3d4e5f60002",
                routeTableId: "rtb-0a1b2c3d4e5f60009",
            }),
            ["subnet-0a1b2c3d4e5f60002/rtb-0a1b2c3d4e5f60002"],
        ],
    ];
    for (const [what, resource, removed] of cases) {
        it(`give way to ${what}: ${removed.length === 0 ? "no, it is another" : "yes"}`, () => {
            assert.deepEqual(removedBy(resource), removed);
        });
    }
});
