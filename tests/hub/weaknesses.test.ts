import { strict as assert } from "node:assert";

import { regionalEntry } from "../../components/hub/zones/dnsEntries";
import { one, type RecordedComponent } from "../harness";
import { A, B, recordCompany } from "./company";
import { all, associations, MEMBERS, nameOfType, TYPES } from "./fixture";

/** A route of the gateway as one of its tables holds it. */
interface Held {
    readonly table: string;
    readonly range: string;
    /** Attachment, or `blackhole`. */
    readonly to: string;
}

function held(recording: RecordedComponent): Held[] {
    return all(recording, TYPES.gatewayRoute).map(({ props }) => ({
        table: nameOfType(recording, TYPES.table, props["transitGatewayRouteTableId"]),
        range: String(props["destinationCidrBlock"]),
        to:
            props["blackhole"] === true
                ? "blackhole"
                : nameOfType(recording, TYPES.attachment, props["transitGatewayAttachmentId"]),
    }));
}

function tableOf(recording: RecordedComponent, attachment: string): string | undefined {
    return associations(recording)
        .find((line) => line.startsWith(`${attachment}: `))
        ?.split(": ")[1];
}

/** The company network, connected to the gateway. */
const CLIENTS = {
    ranges: ["192.168.10.0/24"],
    overGateway: ["192.168.10.0/24"],
    attachment: "tgw-attach-0123456789abcdef0",
    resolver: false,
};

describe("Weaknesses of the hub and its network", () => {
    let recording: RecordedComponent;
    before(async function () {
        this.timeout(120_000);
        recording = await recordCompany([A, B], { members: { ...MEMBERS, clients: CLIENTS } });
    });

    // W3-2: all VPCs were in the gateway's default table, which every VPC's range propagated to, so that every line of
    // business reached every other.
    describe("W3-2: one routing table for everybody", () => {
        it("W3-2: nothing is associated, propagated or accepted by default", () => {
            const { props } = one(recording, TYPES.gateway);
            assert.deepEqual(
                [
                    props["defaultRouteTableAssociation"],
                    props["defaultRouteTablePropagation"],
                    props["autoAcceptSharedAttachments"],
                ],
                ["disable", "disable", "disable"],
            );
            assert.deepEqual(all(recording, "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation"), []);
        });

        it("W3-2: a line of business looks into a table that leads to no other and drops all their ranges", () => {
            const lobs = ["lob-a-network-hub", "lob-b-network-hub"];
            for (const lob of lobs) {
                const table = tableOf(recording, lob);
                const routes = held(recording).filter((route) => route.table === table);
                assert.deepEqual(
                    routes.filter(({ to }) => lobs.includes(to)),
                    [],
                    lob,
                );
                assert.deepEqual(
                    routes.map(({ range, to }) => `${range} -> ${to}`).sort(),
                    ["10.0.0.0/16 -> hub-hub", "10.100.0.0/14 -> blackhole", "10.120.0.0/14 -> blackhole"],
                    lob,
                );
            }
        });

        it("W3-2: the company network finds the hub and no line of business", () => {
            assert.deepEqual(
                held(recording)
                    .filter(({ table }) => table === "hub-clients")
                    .map(({ range, to }) => `${range} -> ${to}`),
                ["10.0.0.0/16 -> hub-hub"],
            );
        });

        it("W3-2: the gateway is shared with named accounts, never outside the organization", () => {
            assert.equal(one(recording, TYPES.share).props["allowExternalPrincipals"], false);
            for (const { props } of all(recording, TYPES.principal)) {
                assert.match(String(props["principal"]), /^\d{12}$/);
            }
        });
    });

    // W3-10: the endpoints' group opened every port to 10.0.0.0/8, their policies allowed everything, resolver endpoints
    // and rules were there for nobody, services were missing, and DNS entries were taken by their place in a list (see
    // dnsEntries.test.ts).
    describe("W3-10: open groups, open policies, dead weight", () => {
        it("W3-10: the hub's groups admit 443 from stated ranges, never 10.0.0.0/8 and never another port", () => {
            const inHub = all(recording, TYPES.ingress).filter(({ name }) => name.startsWith("hub-"));
            assert.ok(inHub.length > 0);
            for (const { name, props } of inHub) {
                assert.deepEqual([props["ipProtocol"], props["fromPort"], props["toPort"]], ["tcp", 443, 443], name);
                assert.ok(
                    ["10.100.0.0/14", "10.120.0.0/14", "10.17.0.0/16", "192.168.10.0/24"].includes(
                        String(props["cidrIpv4"]),
                    ),
                    name,
                );
            }
        });

        it("W3-10: no endpoint has AWS's open policy, or one that allows every action", () => {
            for (const { name, props } of all(recording, TYPES.endpoint)) {
                const document = JSON.parse(String(props["policy"])) as { Statement: { Action: string | string[] }[] };
                for (const { Action } of document.Statement) {
                    assert.deepEqual(
                        [Action].flat().filter((action) => action === "*" || /^[^:]+:\*$/.test(action)),
                        [],
                        name,
                    );
                }
            }
        });

        it("W3-10: an endpoint's name is found by its form, wherever it stands in the list", () => {
            const own = (zone: string) => ({
                dnsName: `vpce-0a-hash${zone}.sts.eu-west-1.vpce.amazonaws.com`,
                hostedZoneId: "Z",
            });
            const entries = [own("-eu-west-1b"), own("-eu-west-1a"), own("")];
            for (const order of [entries, [...entries].reverse()]) {
                assert.equal(regionalEntry("vpce-0a", order).name, "vpce-0a-hash.sts.eu-west-1.vpce.amazonaws.com");
            }
        });

        it("W3-10: nothing is made that nobody uses", () => {
            assert.deepEqual(all(recording, "aws:route53/resolverEndpoint:ResolverEndpoint"), []);
            assert.deepEqual(all(recording, "aws:route53/resolverRule:ResolverRule"), []);
            const used = new Set(associations(recording).map((line) => line.split(": ")[1]));
            assert.deepEqual(
                all(recording, TYPES.table)
                    .map(({ name }) => name)
                    .filter((name) => !used.has(name)),
                [],
            );
            const members = new Set(
                all(recording, TYPES.endpoint).flatMap(({ props }) => (props["securityGroupIds"] ?? []) as string[]),
            );
            assert.deepEqual(
                all(recording, TYPES.group)
                    .filter(({ name, id }) => /-from-|-endpoints$/.test(name) && !members.has(String(id)))
                    .map(({ name }) => name),
                [],
            );
        });

        it("W3-10: every service a line of business leaves to the hub is there, with its zone in that VPC", () => {
            const zones = new Set(all(recording, TYPES.zone).map(({ id }) => id));
            const linked = all(recording, TYPES.link).filter(({ name }) => name.startsWith("lob-a"));
            assert.ok(linked.every(({ props }) => zones.has(String(props["zoneId"]))));
            const names = linked
                .map(({ props }) => all(recording, TYPES.zone).find(({ id }) => id === props["zoneId"])?.props["name"])
                .sort();
            assert.deepEqual(names, [
                "api.ecr.eu-west-1.amazonaws.com",
                "api.sagemaker.eu-west-1.amazonaws.com",
                "dkr.ecr.eu-west-1.amazonaws.com",
                "kms.eu-west-1.amazonaws.com",
                "logs.eu-west-1.amazonaws.com",
                "monitoring.eu-west-1.amazonaws.com",
                "runtime.sagemaker.eu-west-1.amazonaws.com",
                "sts.eu-west-1.amazonaws.com",
                "studio.eu-west-1.sagemaker.aws",
            ]);
            // What is left is its own: the gateway to S3.
            assert.deepEqual(
                all(recording, TYPES.endpoint)
                    .map(({ name }) => name)
                    .filter((name) => name.startsWith("lob-a")),
                ["lob-a-network-s3"],
            );
        });
    });
});
