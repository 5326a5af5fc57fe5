import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ENDPOINT_SERVICES } from "../../../policy-pack/facts";
import { AwsError } from "./errors";
import type { Place } from "./place";
import { Provider } from "./provider";
import { Store } from "./store";
import { type Properties, textsAt } from "./values";

const HUB: Place = { account: "444455556666", region: "eu-west-1", defaultTags: {} };
const LOB: Place = { account: "777788889999", region: "eu-west-1", defaultTags: {} };
const OTHER: Place = { account: "222233334444", region: "eu-west-1", defaultTags: {} };

const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
const TABLE = "aws:ec2transitgateway/routeTable:RouteTable";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const ACCEPTER = "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter";
const ASSOCIATION = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
const ROUTE = "aws:ec2transitgateway/route:Route";
const ZONE = "aws:route53/zone:Zone";
const GRANT = "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization";
const LINK = "aws:route53/zoneAssociation:ZoneAssociation";
const STS = ENDPOINT_SERVICES.sts;
const STS_NAME = STS.privateDnsNames("eu-west-1")[0] ?? "";

/** What AWS allows and refuses between accounts: each refusal beside the same call with what it wants. */
describe("emulated aws: gateways and zones of several accounts", () => {
    let directory: string;
    let provider: Provider;
    let gateway: string;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "hub-"));
        provider = new Provider(new Store(directory));
        gateway = make(HUB, GATEWAY, { autoAcceptSharedAttachments: "disable" });
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    function make(place: Place, type: string, inputs: Properties): string {
        const target = { type, name: "it", place };
        const checked = provider.check(target, inputs, {});
        assert.deepEqual(checked.failures, []);
        return provider.create(target, checked.inputs, false).id;
    }

    function read(place: Place, type: string, id: string): Properties {
        return provider.read({ type, name: "it", place }, id, {}, {}).properties;
    }

    function refused(code: string, act: () => unknown): void {
        assert.throws(act, (error) => error instanceof AwsError && error.code === code && error.message.length > 20);
    }

    function network(place: Place, second: number): { vpcId: string; subnetIds: string[] } {
        const vpcId = make(place, "aws:ec2/vpc:Vpc", { cidrBlock: `10.${second}.0.0/16`, enableDnsHostnames: true });
        const subnetIds = ["euw1-az1", "euw1-az2"].map((availabilityZoneId, index) =>
            make(place, "aws:ec2/subnet:Subnet", {
                vpcId,
                cidrBlock: `10.${second}.${index}.0/24`,
                availabilityZoneId,
            }),
        );
        return { vpcId, subnetIds };
    }

    /** Shares the gateway as a hub does. */
    function share(principal: string): void {
        const id = make(HUB, "aws:ram/resourceShare:ResourceShare", { name: "hub", allowExternalPrincipals: false });
        const resourceShareArn = read(HUB, "aws:ram/resourceShare:ResourceShare", id)["arn"];
        const resourceArn = read(HUB, GATEWAY, gateway)["arn"];
        make(HUB, "aws:ram/resourceAssociation:ResourceAssociation", { resourceArn, resourceShareArn });
        make(HUB, "aws:ram/principalAssociation:PrincipalAssociation", { principal, resourceShareArn });
    }

    function attach(place: Place, second = 100): { id: string; vpcId: string } {
        const { vpcId, subnetIds } = network(place, second);
        return { id: make(place, ATTACHMENT, { transitGatewayId: gateway, vpcId, subnetIds }), vpcId };
    }

    const accept = (id: string): string =>
        make(HUB, ACCEPTER, {
            transitGatewayAttachmentId: id,
            transitGatewayDefaultRouteTableAssociation: false,
            transitGatewayDefaultRouteTablePropagation: false,
        });

    describe("a shared transit gateway", () => {
        it("is there for the accounts it is shared with, and for no other", () => {
            refused("InvalidTransitGatewayID.NotFound", () => attach(LOB));
            share(LOB.account);
            assert.match(attach(LOB, 101).id, /^tgw-attach-/);
            refused("InvalidTransitGatewayID.NotFound", () => attach(OTHER, 102));
        });

        it("is there for every account of the organization it is shared with", () => {
            share("arn:aws:organizations::444455556666:organization/o-0123456789");
            assert.match(attach(OTHER).id, /^tgw-attach-/);
        });

        it("carries nothing of an attachment before its owner accepts", () => {
            share(LOB.account);
            const { id, vpcId } = attach(LOB);
            const table = make(HUB, TABLE, { transitGatewayId: gateway });
            const associate = (): string =>
                make(HUB, ASSOCIATION, { transitGatewayAttachmentId: id, transitGatewayRouteTableId: table });
            const spokeRoute = (): string =>
                make(HUB, ROUTE, {
                    transitGatewayAttachmentId: id,
                    transitGatewayRouteTableId: table,
                    destinationCidrBlock: "10.100.0.0/16",
                });
            const routeTableId = make(LOB, "aws:ec2/routeTable:RouteTable", { vpcId });
            const vpcRoute = (): string =>
                make(LOB, "aws:ec2/route:Route", {
                    routeTableId,
                    destinationCidrBlock: "10.0.0.0/16",
                    transitGatewayId: gateway,
                });
            refused("IncorrectState", associate);
            refused("IncorrectState", spokeRoute);
            refused("InvalidTransitGatewayID.NotFound", vpcRoute);
            accept(id);
            associate();
            spokeRoute();
            vpcRoute();
        });

        it("is accepted by its owner, once, and not at all where the VPC is the owner's", () => {
            share(LOB.account);
            const { id } = attach(LOB);
            refused("UnauthorizedOperation", () =>
                make(LOB, ACCEPTER, {
                    transitGatewayAttachmentId: id,
                    transitGatewayDefaultRouteTableAssociation: false,
                    transitGatewayDefaultRouteTablePropagation: false,
                }),
            );
            accept(id);
            refused("IncorrectState", () => accept(id));
            refused("IncorrectState", () => accept(attach(HUB, 0).id));
            refused("InvalidTransitGatewayAttachmentID.NotFound", () => accept("tgw-attach-0123456789abcdef0"));
        });

        it("needs no acceptance where it accepts by itself", () => {
            gateway = make(HUB, GATEWAY, { autoAcceptSharedAttachments: "enable" });
            share(LOB.account);
            refused("IncorrectState", () => accept(attach(LOB).id));
        });

        it("loses the attachment whose acceptance is taken back", () => {
            share(LOB.account);
            const { id } = attach(LOB);
            provider.delete({ type: ACCEPTER, name: "it", place: HUB }, accept(id), {});
            assert.deepEqual(read(LOB, ATTACHMENT, id), {});
        });

        it("stays while an attachment of another account holds it", () => {
            share(LOB.account);
            attach(LOB);
            refused("IncorrectState", () => provider.delete({ type: GATEWAY, name: "it", place: HUB }, gateway, {}));
        });

        it("has an attachment in one table, of its own gateway", () => {
            const { id } = attach(HUB, 0);
            const inTable = (table: string): string =>
                make(HUB, ASSOCIATION, { transitGatewayAttachmentId: id, transitGatewayRouteTableId: table });
            const other = make(HUB, GATEWAY, {});
            refused("InvalidParameterValue", () => inTable(make(HUB, TABLE, { transitGatewayId: other })));
            inTable(make(HUB, TABLE, { transitGatewayId: gateway }));
            refused("Resource.AlreadyAssociated", () => inTable(make(HUB, TABLE, { transitGatewayId: gateway })));
        });

        it("routes to an attachment or into nothing, never both or neither", () => {
            const { id } = attach(HUB, 0);
            const table = make(HUB, TABLE, { transitGatewayId: gateway });
            const route = (target: Properties, destinationCidrBlock: string): string =>
                make(HUB, ROUTE, { transitGatewayRouteTableId: table, destinationCidrBlock, ...target });
            route({ blackhole: true }, "10.96.0.0/11");
            route({ transitGatewayAttachmentId: id }, "10.0.0.0/16");
            refused("InvalidParameterCombination", () => route({}, "10.1.0.0/16"));
            refused("InvalidParameterCombination", () =>
                route({ blackhole: true, transitGatewayAttachmentId: id }, "10.2.0.0/16"),
            );
        });

        it("takes one subnet of each zone", () => {
            const { vpcId, subnetIds } = network(HUB, 0);
            const same = make(HUB, "aws:ec2/subnet:Subnet", {
                vpcId,
                cidrBlock: "10.0.9.0/24",
                availabilityZoneId: "euw1-az1",
            });
            refused("DuplicateSubnetsInSameZone", () =>
                make(HUB, ATTACHMENT, { transitGatewayId: gateway, vpcId, subnetIds: [...subnetIds, same] }),
            );
        });
    });

    describe("a private hosted zone", () => {
        let hubVpc: string;
        let zoneId: string;
        beforeEach(() => {
            hubVpc = network(HUB, 0).vpcId;
            zoneId = make(HUB, ZONE, { name: STS_NAME, vpcs: [{ vpcId: hubVpc }] });
        });

        it("takes a VPC of another account with its owner's authorization only, given for that VPC", () => {
            const { vpcId } = network(LOB, 100);
            refused("NotAuthorizedException", () => make(LOB, LINK, { zoneId, vpcId }));
            make(HUB, GRANT, { zoneId, vpcId: "vpc-0123456789abcdef0" });
            refused("NotAuthorizedException", () => make(LOB, LINK, { zoneId, vpcId }));
            make(HUB, GRANT, { zoneId, vpcId });
            make(LOB, LINK, { zoneId, vpcId });
        });

        it("is joined by the account the VPC is in, and granted by the account the zone is in", () => {
            const { vpcId } = network(LOB, 100);
            make(HUB, GRANT, { zoneId, vpcId });
            refused("InvalidVPCId", () => make(HUB, LINK, { zoneId, vpcId }));
            refused("NoSuchHostedZone", () => make(LOB, GRANT, { zoneId, vpcId }));
            refused("InvalidVPCId", () => make(HUB, ZONE, { name: "studio.example", vpcs: [{ vpcId }] }));
        });

        it("needs no authorization within its account", () => {
            make(HUB, LINK, { zoneId, vpcId: network(HUB, 1).vpcId });
        });

        it("shares its name in a VPC with no other zone and no endpoint's private DNS", () => {
            refused("ConflictingDomainExists", () => make(HUB, ZONE, { name: STS_NAME, vpcs: [{ vpcId: hubVpc }] }));
            const { vpcId, subnetIds } = network(LOB, 100);
            const endpoint = (): string =>
                make(LOB, "aws:ec2/vpcEndpoint:VpcEndpoint", {
                    vpcId,
                    subnetIds,
                    serviceName: STS.serviceName("eu-west-1"),
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                });
            make(HUB, GRANT, { zoneId, vpcId });
            const id = endpoint();
            refused("ConflictingDomainExists", () => make(LOB, LINK, { zoneId, vpcId }));
            provider.delete({ type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: "it", place: LOB }, id, {});
            make(LOB, LINK, { zoneId, vpcId });
            refused("InvalidParameter", endpoint);
        });

        it("keeps records of its own name, with aliases of endpoints that exist, and goes after them", () => {
            const { vpcId, subnetIds } = network(HUB, 1);
            const endpoint = make(HUB, "aws:ec2/vpcEndpoint:VpcEndpoint", {
                vpcId,
                subnetIds,
                serviceName: STS.serviceName("eu-west-1"),
                vpcEndpointType: "Interface",
                privateDnsEnabled: false,
            });
            const [alias] = textsAt(read(HUB, "aws:ec2/vpcEndpoint:VpcEndpoint", endpoint), "dnsEntries[].dnsName");
            const record = (name: string, target: string | undefined): string =>
                make(HUB, "aws:route53/record:Record", {
                    zoneId,
                    name,
                    type: "A",
                    aliases: [{ name: target, zoneId: "Z0123456789ABC", evaluateTargetHealth: false }],
                });
            refused("InvalidChangeBatch", () => record("api.example", alias));
            refused("InvalidChangeBatch", () => record(STS_NAME, `vpce-0-gone.${STS_NAME}.vpce.amazonaws.com`));
            const id = record(STS_NAME, alias);
            const remove = (type: string, gone: string): void =>
                provider.delete({ type, name: "it", place: HUB }, gone, {});
            refused("HostedZoneNotEmpty", () => remove(ZONE, zoneId));
            remove("aws:route53/record:Record", id);
            remove(ZONE, zoneId);
        });
    });
});
