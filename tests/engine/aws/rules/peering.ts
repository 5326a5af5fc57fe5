import { cidr, cidrsOverlap } from "../../../../policy-pack/net";
import { AwsError } from "../errors";
import { named } from "../lookup";
import type { Stored } from "../store";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";
import { vpcOfTable } from "./tables";

const PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const ACCEPTER = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";

function peerOf({ store, place, properties }: Operation): Stored | undefined {
    return named(store, place, "peerVpc", textAt(properties, "peerVpcId") ?? "");
}

/** Source: EC2 API reference, CreateVpcPeeringConnection: PeerOwnerId, by default one's own account. */
function ofTheNamedAccount(operation: Operation): void {
    const peer = peerOf(operation);
    const owner = textAt(operation.properties, "peerOwnerId") ?? operation.place.account;
    if (peer !== undefined && peer.account !== owner) {
        throw new AwsError("InvalidVpcID.NotFound", `${peer.id} is not a VPC of account ${owner}`);
    }
}

/** Source: VPC peering guide, "VPC peering limitations": overlapping ranges, and one peering between two VPCs. */
function apart(operation: Operation): void {
    const { store, place, properties } = operation;
    const ranges = [named(store, place, "vpc", textAt(properties, "vpcId") ?? ""), peerOf(operation)].map((vpc) =>
        textAt(vpc?.properties ?? {}, "cidrBlock"),
    );
    const [own, peers] = ranges;
    if (own !== undefined && peers !== undefined && cidrsOverlap(cidr(own), cidr(peers))) {
        throw new AwsError("OverlappingCidr", `the peering fails: ${own} and ${peers} overlap`);
    }
}

/** Source: VPC peering guide, "Accept a VPC peering connection": the owner of the accepter VPC does. */
function acceptedByOwner({ properties, place }: Operation): void {
    const owner = textAt(properties, "peerOwnerId") ?? place.account;
    if (properties["autoAccept"] === true && owner !== place.account) {
        throw new AwsError("OperationNotPermitted", `account ${place.account} cannot accept for account ${owner}`);
    }
}

/** The same for an accepter: it stands in the account of the peer. */
function inTheAccountOfThePeer({ store, place, properties }: Operation): void {
    const peering = named(store, place, "peering", textAt(properties, "vpcPeeringConnectionId") ?? "");
    const owner = textAt(peering?.properties ?? {}, "peerOwnerId");
    if (owner !== undefined && owner !== place.account) {
        throw new AwsError("OperationNotPermitted", `account ${place.account} cannot accept for account ${owner}`);
    }
}

/** A route names a peering of its own VPC. Source: EC2 API reference, CreateRoute: VpcPeeringConnectionId. */
function ofOwnVpc(operation: Operation): void {
    const { store, place, properties } = operation;
    const peering = named(store, place, "peering", textAt(properties, "vpcPeeringConnectionId") ?? "");
    const vpc = vpcOfTable(operation);
    if (
        peering !== undefined &&
        vpc !== undefined &&
        ![peering.properties["vpcId"], peering.properties["peerVpcId"]].includes(vpc.id)
    ) {
        throw new AwsError("InvalidParameterValue", `${peering.id} is no peering of ${vpc.id}`);
    }
}

/** Rules about peerings within one account and between two. */
export const PEERINGS: RuleTable = {
    [PEERING]: [ofTheNamedAccount, apart, acceptedByOwner],
    [ACCEPTER]: [inTheAccountOfThePeer],
    "aws:ec2/route:Route": [ofOwnVpc],
};
