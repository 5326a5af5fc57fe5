import type { Registration } from "./protocol";
import type { Construct, Constructed, Placed, Register } from "./remoteTypes";
import { idOrMark, reference, type WireObject } from "./wire";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";

/** Inputs of the component that are those of the VPC inside, beside its range and tags. */
const OF_THE_VPC = [
    "enableDnsHostnames",
    "enableDnsSupport",
    "enableNetworkAddressUsageMetrics",
    "instanceTenancy",
    "region",
];

interface Spec {
    readonly name: string;
    readonly ranges: readonly string[];
}

/** A layout of isolated subnets with explicit ranges, one subnet of each spec in each zone. */
interface Layout {
    readonly cidr: string;
    readonly zones: readonly string[];
    readonly specs: readonly Spec[];
}

/**
 * The VPC with an internet gateway, which awsx makes whatever the subnets are and no route names, and for each zone and
 * spec a subnet, a table of its own and their association. Only for isolated subnets with ranges given one by one: there
 * the component computes nothing. Source: pulumi/pulumi-awsx 3.9, awsx/ec2/vpc.ts and subnetDistributorNew.ts.
 */
export const isolatedVpc: Construct = (component, register) => {
    const layout = layoutOf(component.inputs);
    return layout === undefined ? undefined : construct(component, layout, register);
};

function construct({ name, inputs }: Registration, { cidr, zones, specs }: Layout, register: Register): Constructed {
    const tags = { Name: name, ...((inputs["tags"] as WireObject | undefined) ?? {}) };
    const own = OF_THE_VPC.filter((key) => inputs[key] !== undefined).map((key) => [key, inputs[key]] as const);
    const vpc = register({
        type: VPC,
        name,
        inputs: { ...Object.fromEntries(own), cidrBlock: cidr, tags },
        propertyDependencies: {},
    });
    const vpcId = idOf(vpc);
    const gateway = register({
        type: "aws:ec2/internetGateway:InternetGateway",
        name,
        inputs: { vpcId, tags },
        parent: vpc.urn,
        propertyDependencies: { vpcId: [vpc.urn] },
    });
    const made = zones.flatMap((zone, index) =>
        specs.map((spec) => {
            const subnetName = `${name}-${spec.name}-${index + 1}`;
            const subnetTags = { ...tags, Name: subnetName, SubnetType: "Isolated" };
            const subnet = register({
                type: SUBNET,
                name: subnetName,
                inputs: {
                    vpcId,
                    availabilityZone: zone,
                    mapPublicIpOnLaunch: false,
                    cidrBlock: spec.ranges[index],
                    tags: subnetTags,
                },
                parent: vpc.urn,
                propertyDependencies: { vpcId: [vpc.urn] },
            });
            const table = register({
                type: ROUTE_TABLE,
                name: subnetName,
                inputs: { vpcId, tags: subnetTags },
                parent: subnet.urn,
                propertyDependencies: { vpcId: [vpc.urn] },
            });
            const association = register({
                type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
                name: subnetName,
                inputs: { routeTableId: idOf(table), subnetId: idOf(subnet) },
                parent: table.urn,
                propertyDependencies: { routeTableId: [table.urn], subnetId: [subnet.urn] },
            });
            return { subnet, table, association };
        }),
    );
    const subnets = made.map(({ subnet }) => subnet);
    const tables = made.map(({ table }) => table);
    const associations = made.map(({ association }) => association);
    return {
        outputs: {
            vpc: reference(vpc),
            vpcId,
            internetGateway: reference(gateway),
            subnets: subnets.map(reference),
            isolatedSubnets: subnets.map(reference),
            isolatedSubnetIds: subnets.map(idOf),
            privateSubnetIds: [],
            publicSubnetIds: [],
            routeTables: tables.map(reference),
            routeTableAssociations: associations.map(reference),
            routes: [],
            natGateways: [],
            eips: [],
            vpcEndpoints: [],
        },
        dependencies: {
            vpc: urnsOf([vpc]),
            vpcId: urnsOf([vpc]),
            internetGateway: urnsOf([gateway]),
            subnets: urnsOf(subnets),
            isolatedSubnets: urnsOf(subnets),
            isolatedSubnetIds: urnsOf(subnets),
            routeTables: urnsOf(tables),
            routeTableAssociations: urnsOf(associations),
        },
    };
}

/** The layout, if it is the one described above. */
function layoutOf(inputs: WireObject): Layout | undefined {
    const { cidrBlock: cidr, subnetStrategy, natGateways, vpcEndpointSpecs } = inputs;
    const zones = texts(inputs["availabilityZoneNames"]);
    const specs = list(inputs["subnetSpecs"])?.map((spec) => specOf(spec as WireObject, zones?.length));
    const plain =
        (subnetStrategy === "Auto" || subnetStrategy === "Exact") &&
        (natGateways as WireObject | undefined)?.["strategy"] === "None" &&
        vpcEndpointSpecs === undefined;
    if (!plain || typeof cidr !== "string" || zones === undefined || specs === undefined) {
        return undefined;
    }
    const known = specs.filter((spec) => spec !== undefined);
    return known.length < specs.length ? undefined : { cidr, zones, specs: known };
}

function specOf({ type, name, cidrBlocks }: WireObject, zones: number | undefined): Spec | undefined {
    const ranges = texts(cidrBlocks);
    return type === "Isolated" && typeof name === "string" && ranges !== undefined && ranges.length === zones
        ? { name, ranges }
        : undefined;
}

function list(value: unknown): readonly unknown[] | undefined {
    return Array.isArray(value) ? value : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
    return list(value)?.every((item): item is string => typeof item === "string") === true
        ? (value as readonly string[])
        : undefined;
}

function idOf({ id }: Placed): string {
    return idOrMark(id);
}

function urnsOf(placed: readonly Placed[]): readonly string[] {
    return placed.map(({ urn }) => urn);
}
