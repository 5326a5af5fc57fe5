import { type Cidr, cidr, cidrContains, cidrsOverlap } from "../../../../policy-pack/net";
import { zonesOf } from "../../../../preflight/record/zones";
import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Prefix lengths EC2 takes for VPCs and subnets. Source: VPC user guide, "VPC CIDR blocks" and "Subnet CIDR blocks". */
const PREFIX = { from: 16, to: 28 };

function hasAllowedSize({ prefix }: Cidr): boolean {
    return prefix >= PREFIX.from && prefix <= PREFIX.to;
}

function vpcRange({ properties }: Operation): void {
    const text = textAt(properties, "cidrBlock");
    if (text !== undefined && !hasAllowedSize(cidr(text))) {
        throw new AwsError("InvalidVpc.Range", `the CIDR '${text}' is not between /${PREFIX.from} and /${PREFIX.to}`);
    }
}

function subnetInsideVpc({ store, place, properties }: Operation): void {
    const text = textAt(properties, "cidrBlock");
    const vpc = named(store, place, "vpc", textAt(properties, "vpcId") ?? "");
    const vpcText = vpc === undefined ? undefined : textAt(vpc.properties, "cidrBlock");
    if (text === undefined || vpcText === undefined) {
        return;
    }
    if (!hasAllowedSize(cidr(text)) || !cidrContains(cidr(vpcText), cidr(text))) {
        throw new AwsError(
            "InvalidSubnet.Range",
            `the CIDR '${text}' is not a part of ${vpcText}, or not between /16 and /28`,
        );
    }
}

function subnetApart({ store, place, type, properties, id }: Operation): void {
    const text = textAt(properties, "cidrBlock");
    if (text === undefined) {
        return;
    }
    for (const other of allOf(store, place, type)) {
        const otherText = textAt(other.properties, "cidrBlock");
        if (
            other.id !== id &&
            other.properties["vpcId"] === properties["vpcId"] &&
            otherText !== undefined &&
            cidrsOverlap(cidr(text), cidr(otherText))
        ) {
            throw new AwsError(
                "InvalidSubnet.Conflict",
                `the CIDR '${text}' conflicts with ${other.id} (${otherText})`,
            );
        }
    }
}

function zoneOfRegion({ place, properties }: Operation): void {
    const zones = zonesOf(place.region);
    for (const [path, key] of [
        ["availabilityZone", "name"],
        ["availabilityZoneId", "id"],
    ] as const) {
        const value = textAt(properties, path);
        if (value !== undefined && !zones.some((zone) => zone[key] === value)) {
            const known = zones.map((zone) => zone[key]).join(", ");
            throw new AwsError(
                "InvalidParameterValue",
                `Value (${value}) for parameter ${path} is invalid; ${place.region} has ${known}`,
            );
        }
    }
}

/** Rules about address ranges and zones. */
export const ADDRESSES: RuleTable = {
    "aws:ec2/vpc:Vpc": [vpcRange],
    "aws:ec2/subnet:Subnet": [subnetInsideVpc, subnetApart, zoneOfRegion],
};
