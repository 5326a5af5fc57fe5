import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { AwsError } from "./errors";
import type { Place } from "./place";
import { Provider } from "./provider";
import { Store } from "./store";
import { type Properties, textsAt } from "./values";

const HUB: Place = { account: "444455556666", region: "eu-west-1", defaultTags: {} };
const LOB: Place = { account: "777788889999", region: "eu-west-1", defaultTags: {} };

const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
const TABLE = "aws:ec2transitgateway/routeTable:RouteTable";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const ROUTE = "aws:ec2transitgateway/route:Route";
const FLAG = "transitGatewayDefaultRouteTableAssociation";

/** What the provider gives back of a hub's parts, and what may not be there twice. */
describe("emulated aws: values of gateways and endpoints", () => {
    let directory: string;
    let provider: Provider;
    let gateway: string;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "hub-values-"));
        provider = new Provider(new Store(directory));
        gateway = make(HUB, GATEWAY, {
            defaultRouteTableAssociation: "disable",
            defaultRouteTablePropagation: "disable",
        });
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

    function attach(place: Place, second: number, more: Properties): Properties {
        const { vpcId, subnetIds } = network(place, second);
        return read(
            place,
            ATTACHMENT,
            make(place, ATTACHMENT, { transitGatewayId: gateway, vpcId, subnetIds, ...more }),
        );
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

    it("an attachment of the gateway's account is in no default table where there is none, whatever it says", () => {
        assert.equal(attach(HUB, 0, {})[FLAG], false);
        assert.equal(attach(HUB, 1, { [FLAG]: true })[FLAG], false);
        assert.equal(attach(HUB, 2, { [FLAG]: false })[FLAG], false);
    });

    it("an attachment of another account says it is in the default table, whatever it was told", () => {
        const share = make(HUB, "aws:ram/resourceShare:ResourceShare", { name: "hub" });
        const resourceShareArn = read(HUB, "aws:ram/resourceShare:ResourceShare", share)["arn"];
        const resourceArn = read(HUB, GATEWAY, gateway)["arn"];
        make(HUB, "aws:ram/resourceAssociation:ResourceAssociation", { resourceArn, resourceShareArn });
        make(HUB, "aws:ram/principalAssociation:PrincipalAssociation", { principal: LOB.account, resourceShareArn });
        assert.equal(attach(LOB, 100, {})[FLAG], true);
        assert.equal(attach(LOB, 101, { [FLAG]: false })[FLAG], true);
    });

    it("a table has one route for a range", () => {
        const transitGatewayRouteTableId = make(HUB, TABLE, { transitGatewayId: gateway });
        const route = { transitGatewayRouteTableId, destinationCidrBlock: "10.100.0.0/14", blackhole: true };
        make(HUB, ROUTE, route);
        assert.throws(
            () => make(HUB, ROUTE, route),
            (error) => error instanceof AwsError && error.code === "RouteAlreadyExists",
        );
        make(HUB, ROUTE, { ...route, destinationCidrBlock: "10.104.0.0/14" });
    });

    it("an endpoint names its zones before the Region", () => {
        const { vpcId, subnetIds } = network(HUB, 0);
        const id = make(HUB, "aws:ec2/vpcEndpoint:VpcEndpoint", {
            vpcId,
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.eu-west-1.sts",
            subnetIds,
        });
        const names = textsAt(read(HUB, "aws:ec2/vpcEndpoint:VpcEndpoint", id), "dnsEntries[].dnsName");
        assert.deepEqual(
            names.map((name) => name.replace(/-[a-z0-9]{8}(?=[.-])/, "-HASH").replace(id, "ID")),
            [
                "ID-HASH-eu-west-1a.sts.eu-west-1.vpce.amazonaws.com",
                "ID-HASH-eu-west-1b.sts.eu-west-1.vpce.amazonaws.com",
                "ID-HASH.sts.eu-west-1.vpce.amazonaws.com",
            ],
        );
    });
});
