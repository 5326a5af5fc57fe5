import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Inputs as they arrive at a plugin. */
interface VpcInputs extends Pick<aws.ec2.VpcArgs, "enableDnsHostnames" | "enableDnsSupport"> {
    readonly cidrBlock: string;
    readonly availabilityZoneNames: readonly string[];
    readonly subnetStrategy: string;
    readonly natGateways?: { readonly strategy?: string };
    readonly subnetSpecs: readonly {
        readonly type: string;
        readonly name: string;
        readonly cidrBlocks: readonly string[];
    }[];
    readonly tags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * Stands in for awsx's component, for isolated subnets with explicit ranges alone. Source: pulumi/pulumi-awsx 3.9,
 * awsx/ec2/vpc.ts; names and parents are its own, and so is the internet gateway that no route names.
 */
export class Vpc extends pulumi.ComponentResource {
    readonly outputs: pulumi.Inputs;

    constructor(name: string, inputs: VpcInputs, opts: pulumi.ComponentResourceOptions) {
        super("awsx:ec2:Vpc", name, {}, opts);
        refuseOthers(inputs);
        const tags = { Name: name, ...inputs.tags };
        const { cidrBlock, enableDnsHostnames, enableDnsSupport } = inputs;
        const vpc = new aws.ec2.Vpc(
            name,
            {
                cidrBlock,
                ...(enableDnsHostnames === undefined ? {} : { enableDnsHostnames }),
                ...(enableDnsSupport === undefined ? {} : { enableDnsSupport }),
                tags,
            },
            { parent: this },
        );
        const internetGateway = new aws.ec2.InternetGateway(name, { vpcId: vpc.id, tags }, { parent: vpc });
        const made = inputs.availabilityZoneNames.flatMap((availabilityZone, index) =>
            inputs.subnetSpecs.map((spec) => {
                const subnetName = `${name}-${spec.name}-${index + 1}`;
                const subnetTags = { ...tags, Name: subnetName, SubnetType: spec.type };
                const subnet = new aws.ec2.Subnet(
                    subnetName,
                    {
                        vpcId: vpc.id,
                        availabilityZone,
                        mapPublicIpOnLaunch: false,
                        cidrBlock: spec.cidrBlocks[index] ?? "",
                        tags: subnetTags,
                    },
                    { parent: vpc },
                );
                const table = new aws.ec2.RouteTable(
                    subnetName,
                    { vpcId: vpc.id, tags: subnetTags },
                    { parent: subnet },
                );
                const association = new aws.ec2.RouteTableAssociation(
                    subnetName,
                    { routeTableId: table.id, subnetId: subnet.id },
                    { parent: table },
                );
                return { subnet, table, association };
            }),
        );
        const subnets = made.map(({ subnet }) => subnet);
        this.outputs = {
            vpc,
            vpcId: vpc.id,
            internetGateway,
            subnets,
            isolatedSubnets: subnets,
            isolatedSubnetIds: subnets.map(({ id }) => id),
            privateSubnetIds: [],
            publicSubnetIds: [],
            routeTables: made.map(({ table }) => table),
            routeTableAssociations: made.map(({ association }) => association),
            routes: [],
            natGateways: [],
            eips: [],
            vpcEndpoints: [],
        };
        this.registerOutputs(this.outputs);
    }
}

function refuseOthers({ availabilityZoneNames, natGateways, subnetSpecs, subnetStrategy }: VpcInputs): void {
    const zones = availabilityZoneNames?.length;
    const isolated = subnetSpecs?.every(({ type, cidrBlocks }) => type === "Isolated" && cidrBlocks?.length === zones);
    if (!isolated || natGateways?.strategy !== "None" || !["Auto", "Exact"].includes(subnetStrategy)) {
        throw new Error(
            "the stand-in of awsx makes VPCs of isolated subnets with explicit cidrBlocks, availabilityZoneNames, " +
                'subnetStrategy "Auto" or "Exact" and natGateways: { strategy: "None" } only',
        );
    }
}
