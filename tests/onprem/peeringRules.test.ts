import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { AwsError } from "../engine/aws/errors";
import type { Place } from "../engine/aws/place";
import { checkOperation } from "../engine/aws/rules";
import { Store, type Stored } from "../engine/aws/store";

const OWN = "111122223333";
const HUB = "444455556666";
const VPC = "aws:ec2/vpc:Vpc";
const TABLE = "aws:ec2/routeTable:RouteTable";
const PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const ACCEPTER = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
const ROUTE = "aws:ec2/route:Route";

function stored(type: string, id: string, account: string, properties: Stored["properties"]): Stored {
    return { type, id, account, region: "eu-west-1", inputs: [], properties };
}

const EXISTING: readonly Stored[] = [
    stored(VPC, "vpc-own", OWN, { cidrBlock: "192.168.10.0/24" }),
    stored(VPC, "vpc-other", OWN, { cidrBlock: "172.16.0.0/16" }),
    stored(VPC, "vpc-hub", HUB, { cidrBlock: "10.0.0.0/16" }),
    stored(VPC, "vpc-same", HUB, { cidrBlock: "192.168.0.0/16" }),
    stored(TABLE, "rtb-own", OWN, { vpcId: "vpc-own" }),
    stored(TABLE, "rtb-other", OWN, { vpcId: "vpc-other" }),
    stored(PEERING, "pcx-hub", OWN, { vpcId: "vpc-own", peerVpcId: "vpc-hub", peerOwnerId: HUB }),
];

/** What the emulated accounts take and refuse of peerings, as EC2 does. */
describe("emulated aws: peerings between accounts", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "peerings-"));
    const store = new Store(directory, EXISTING);

    after(() => rmSync(directory, { recursive: true }));

    function answer(account: string, type: string, properties: Stored["properties"]): string {
        const place: Place = { account, region: "eu-west-1", defaultTags: {} };
        try {
            checkOperation({ store, place, type, properties });
            return "taken";
        } catch (error) {
            assert.ok(error instanceof AwsError, String(error));
            return error.code;
        }
    }

    const tries: readonly (readonly [
        what: string,
        account: string,
        type: string,
        properties: Stored["properties"],
        code: string,
    ])[] = [
        ["within one account", OWN, PEERING, { vpcId: "vpc-own", peerVpcId: "vpc-other", autoAccept: true }, "taken"],
        ["with a named account", OWN, PEERING, { vpcId: "vpc-other", peerVpcId: "vpc-hub", peerOwnerId: HUB }, "taken"],
        [
            "with a VPC that is nowhere",
            OWN,
            PEERING,
            { vpcId: "vpc-own", peerVpcId: "vpc-none" },
            "InvalidVpcID.NotFound",
        ],
        [
            "with an account that is not named",
            OWN,
            PEERING,
            { vpcId: "vpc-other", peerVpcId: "vpc-hub" },
            "InvalidVpcID.NotFound",
        ],
        [
            "with a range of one's own",
            OWN,
            PEERING,
            { vpcId: "vpc-own", peerVpcId: "vpc-same", peerOwnerId: HUB },
            "OverlappingCidr",
        ],
        [
            "accepted for somebody else",
            OWN,
            PEERING,
            { vpcId: "vpc-other", peerVpcId: "vpc-hub", peerOwnerId: HUB, autoAccept: true },
            "OperationNotPermitted",
        ],
        [
            "asked for twice",
            OWN,
            PEERING,
            { vpcId: "vpc-own", peerVpcId: "vpc-hub", peerOwnerId: HUB },
            "VpcPeeringConnectionAlreadyExists",
        ],
        ["accepted by its peer", HUB, ACCEPTER, { vpcPeeringConnectionId: "pcx-hub", autoAccept: true }, "taken"],
        [
            "accepted by who asked for it",
            OWN,
            ACCEPTER,
            { vpcPeeringConnectionId: "pcx-hub", autoAccept: true },
            "OperationNotPermitted",
        ],
        [
            "as a route of its VPC",
            OWN,
            ROUTE,
            { routeTableId: "rtb-own", destinationCidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "pcx-hub" },
            "taken",
        ],
        [
            "as a route of another VPC",
            OWN,
            ROUTE,
            { routeTableId: "rtb-other", destinationCidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "pcx-hub" },
            "InvalidParameterValue",
        ],
        [
            "as a route, of a peering that is nowhere",
            OWN,
            ROUTE,
            { routeTableId: "rtb-own", destinationCidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "pcx-none" },
            "InvalidVpcPeeringConnectionID.NotFound",
        ],
    ];
    for (const [what, account, type, properties, code] of tries) {
        it(`${what}: ${code}`, () => assert.equal(answer(account, type, properties), code));
    }
});
