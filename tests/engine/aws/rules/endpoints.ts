import { ENDPOINT_SERVICES, serviceNamed } from "../../../../policy-pack/facts";
import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { serviceZones } from "../serviceZones";
import { type Properties, textAt, textsAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Services that offer gateway endpoints. Source: AWS PrivateLink guide, "Gateway endpoints". */
const GATEWAY_SERVICES = ["s3", "dynamodb", "s3express"];

/** `com.amazonaws.R.s3`, `aws.sagemaker.R.studio`, `cn.com.amazonaws.R.sts`: the Region stands before the service. */
const SERVICE_NAME = /^(?:(?:cn\.)?com\.amazonaws|aws\.sagemaker|eu\.amazonaws)\.([a-z]+(?:-[a-z]+)+-\d)\.([\w.-]+)$/;

function isInterface({ properties }: Operation): boolean {
    return properties["vpcEndpointType"] === "Interface";
}

function knownService({ place, properties }: Operation): void {
    const name = textAt(properties, "serviceName") ?? "";
    const [, region, service = ""] = SERVICE_NAME.exec(name) ?? [];
    const wanted = textAt(properties, "serviceRegion") ?? place.region;
    // Services of other accounts carry an id that cannot be judged here.
    const isPrivateService = name.includes(".vpce.");
    if (!isPrivateService && region !== wanted) {
        throw new AwsError("InvalidServiceName", `the VPC endpoint service ${name} does not exist in ${wanted}`);
    }
    if (properties["vpcEndpointType"] === "Gateway" && !GATEWAY_SERVICES.includes(service)) {
        throw new AwsError(
            "InvalidParameter",
            `endpoint type (Gateway) does not match the service types ([Interface]) of ${name}`,
        );
    }
}

function partsOfItsType(operation: Operation): void {
    const misplaced = isInterface(operation)
        ? ["routeTableIds"]
        : ["subnetIds", "securityGroupIds", "privateDnsEnabled"];
    for (const path of misplaced) {
        const value = operation.properties[path];
        if (value === true || (Array.isArray(value) && value.length > 0)) {
            const type = textAt(operation.properties, "vpcEndpointType");
            throw new AwsError("InvalidParameter", `${path} is not available for endpoints of type ${type}`);
        }
    }
}

function subnetsOfTheVpc({ store, place, properties }: Operation): void {
    const zones = new Map<unknown, string>();
    for (const id of textsAt(properties, "subnetIds[]")) {
        const subnet = named(store, place, "subnet", id);
        if (subnet?.properties["vpcId"] !== properties["vpcId"]) {
            throw new AwsError("InvalidParameter", `subnet ${id} is not in ${String(properties["vpcId"])}`);
        }
        const zone = subnet?.properties["availabilityZone"];
        const rival = zones.get(zone);
        if (rival !== undefined) {
            throw new AwsError(
                "DuplicateSubnetsInSameZone",
                `found another VPC endpoint subnet in the availability zone of ${id}: ${rival}`,
            );
        }
        zones.set(zone, id);
    }
}

/** A service need not be in every zone; what the store says of one is an exception to "in all of them". */
function serviceInItsZones({ store, place, properties }: Operation): void {
    const zones = serviceZones(store, place, textAt(properties, "serviceName") ?? "");
    for (const id of textsAt(properties, "subnetIds[]")) {
        const zone = textAt(named(store, place, "subnet", id)?.properties ?? {}, "availabilityZone");
        if (zone !== undefined && !zones.includes(zone)) {
            throw new AwsError(
                "InvalidParameter",
                `the VPC endpoint service ${textAt(properties, "serviceName")} does not support the availability zone of the subnet: ${id}`,
            );
        }
    }
}

function privateNames(operation: Operation): void {
    const { store, place, type, properties, id } = operation;
    if (!isInterface(operation) || properties["privateDnsEnabled"] !== true) {
        return;
    }
    const vpc = named(store, place, "vpc", textAt(properties, "vpcId") ?? "");
    if (vpc?.properties["enableDnsSupport"] !== true || vpc.properties["enableDnsHostnames"] !== true) {
        throw new AwsError(
            "InvalidParameter",
            "enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true",
        );
    }
    const rival = allOf(store, place, type).find(
        (other) =>
            other.id !== id &&
            other.properties["vpcId"] === properties["vpcId"] &&
            other.properties["privateDnsEnabled"] === true &&
            haveANameInCommon(other.properties, properties),
    );
    if (rival !== undefined) {
        throw new AwsError(
            "InvalidParameter",
            `private-dns-enabled cannot be set because ${rival.id} already has the DNS domain of ${textAt(properties, "serviceName")} in the VPC`,
        );
    }
}

/** Services of different names may answer to one host name. */
function haveANameInCommon(a: Properties, b: Properties): boolean {
    const names = privateDnsNames(textAt(b, "serviceName") ?? "");
    return (
        a["serviceName"] === b["serviceName"] ||
        privateDnsNames(textAt(a, "serviceName") ?? "").some((name) => names.includes(name))
    );
}

function privateDnsNames(serviceName: string): readonly string[] {
    const known = serviceNamed(serviceName);
    return known === undefined ? [] : ENDPOINT_SERVICES[known.key].privateDnsNames(known.region);
}

/** Each table has one route to the service's prefix list. */
function oneRouteToTheService({ store, place, type, properties, id }: Operation): void {
    const tables = textsAt(properties, "routeTableIds[]");
    for (const other of allOf(store, place, type)) {
        const shared = textsAt(other.properties, "routeTableIds[]").find((table) => tables.includes(table));
        if (other.id !== id && other.properties["serviceName"] === properties["serviceName"] && shared !== undefined) {
            throw new AwsError(
                "RouteAlreadyExists",
                `route table ${shared} already has a route to the prefix list of ${other.id}`,
            );
        }
    }
}

/** Rules about VPC endpoints. Source: EC2 API reference, CreateVpcEndpoint; AWS PrivateLink guide. */
export const ENDPOINTS: RuleTable = {
    "aws:ec2/vpcEndpoint:VpcEndpoint": [
        knownService,
        partsOfItsType,
        subnetsOfTheVpc,
        serviceInItsZones,
        privateNames,
        oneRouteToTheService,
    ],
};
