import { strict as assert } from "node:assert";

import * as pulumi from "@pulumi/pulumi";

import { createGroups, type NetworkGroupArgs } from "../../components/network/securityGroups";
import { namesOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, STACK } from "../place";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const ARGS: NetworkGroupArgs = { vpcId: "vpc-1", jobs: true, clientRanges: [], gateways: [], tags: {} };

function build(changes: Partial<NetworkGroupArgs>): Promise<RecordedComponent> {
    return recordComponent(() => {
        const host = new pulumi.ComponentResource("fixture:network:Host", "host", {}, inPlace());
        createGroups(host, "net", { ...ARGS, ...changes });
    }, STACK);
}

/** Every rule by name, as `group in|out protocol ports peer`, with logical names in place of ids. */
async function rules(changes: Partial<NetworkGroupArgs>): Promise<Readonly<Record<string, string>>> {
    const recording = await build(changes);
    const names = new Map(
        recording.resources.filter(({ type }) => type === GROUP).map(({ id, name }) => [id as unknown, name]),
    );
    const named = (id: unknown): string => names.get(id) ?? String(id);
    return Object.fromEntries(
        recording.resources
            .filter(({ type }) => type === INGRESS || type === EGRESS)
            .map(({ type, name, props }) => {
                const [from, to] = [props["fromPort"], props["toPort"]] as (number | undefined)[];
                const ports = from === undefined ? "all" : `${from}-${to}`;
                const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"].filter(
                    (key) => props[key] !== undefined,
                );
                return [
                    name,
                    [
                        named(props["securityGroupId"]),
                        type === INGRESS ? "in" : "out",
                        props["ipProtocol"],
                        ports,
                        ...peers.map((key) => named(props[key])),
                    ].join(" "),
                ];
            }),
    );
}

/** Studio and jobs to the endpoints: there in every network. */
const ENDPOINTS = {
    "net-endpoints-from-studio": "net-endpoints in tcp 443-443 net-studio",
    "net-studio-to-endpoints": "net-studio out tcp 443-443 net-endpoints",
    "net-endpoints-from-jobs": "net-endpoints in tcp 443-443 net-jobs",
    "net-jobs-to-endpoints": "net-jobs out tcp 443-443 net-endpoints",
};

describe("Groups of the network", () => {
    const rows: readonly (readonly [
        what: string,
        changes: Partial<NetworkGroupArgs>,
        added: Readonly<Record<string, string>>,
    ])[] = [
        ["an isolated network", {}, {}],
        [
            "gateway endpoints",
            {
                gateways: [
                    { suffix: "s3", prefixListId: "pl-s3" },
                    { suffix: "dynamodb", prefixListId: "pl-dynamodb" },
                ],
            },
            {
                "net-studio-to-s3": "net-studio out tcp 443-443 pl-s3",
                "net-studio-to-dynamodb": "net-studio out tcp 443-443 pl-dynamodb",
                "net-jobs-to-s3": "net-jobs out tcp 443-443 pl-s3",
                "net-jobs-to-dynamodb": "net-jobs out tcp 443-443 pl-dynamodb",
            },
        ],
        [
            "a way out",
            { internet: { timeServers: [] } },
            {
                "net-studio-to-internet-https": "net-studio out tcp 443-443 0.0.0.0/0",
                "net-studio-to-internet-http": "net-studio out tcp 80-80 0.0.0.0/0",
                "net-jobs-to-internet-https": "net-jobs out tcp 443-443 0.0.0.0/0",
                "net-jobs-to-internet-http": "net-jobs out tcp 80-80 0.0.0.0/0",
            },
        ],
        [
            "a way out with time servers",
            { jobs: true, internet: { timeServers: ["192.0.2.7/32", "198.51.100.0/24"] } },
            {
                "net-studio-to-internet-https": "net-studio out tcp 443-443 0.0.0.0/0",
                "net-studio-to-internet-http": "net-studio out tcp 80-80 0.0.0.0/0",
                "net-studio-to-internet-time-192-0-2-7-32": "net-studio out udp 123-123 192.0.2.7/32",
                "net-studio-to-internet-time-198-51-100-0-24": "net-studio out udp 123-123 198.51.100.0/24",
                "net-jobs-to-internet-https": "net-jobs out tcp 443-443 0.0.0.0/0",
                "net-jobs-to-internet-http": "net-jobs out tcp 80-80 0.0.0.0/0",
                "net-jobs-to-internet-time-192-0-2-7-32": "net-jobs out udp 123-123 192.0.2.7/32",
                "net-jobs-to-internet-time-198-51-100-0-24": "net-jobs out udp 123-123 198.51.100.0/24",
            },
        ],
        [
            "clients",
            { clientRanges: ["192.168.0.0/16"] },
            { "net-clients-from-192-168-0-0-16": "net-clients in tcp 443-443 192.168.0.0/16" },
        ],
        [
            "endpoints that existed",
            { existingEndpointGroupIds: ["sg-0aa", "sg-0bb"] },
            {
                "net-existing-sg-0aa-from-studio": "sg-0aa in tcp 443-443 net-studio",
                "net-studio-to-existing-sg-0aa": "net-studio out tcp 443-443 sg-0aa",
                "net-existing-sg-0bb-from-studio": "sg-0bb in tcp 443-443 net-studio",
                "net-studio-to-existing-sg-0bb": "net-studio out tcp 443-443 sg-0bb",
                "net-existing-sg-0aa-from-jobs": "sg-0aa in tcp 443-443 net-jobs",
                "net-jobs-to-existing-sg-0aa": "net-jobs out tcp 443-443 sg-0aa",
                "net-existing-sg-0bb-from-jobs": "sg-0bb in tcp 443-443 net-jobs",
                "net-jobs-to-existing-sg-0bb": "net-jobs out tcp 443-443 sg-0bb",
            },
        ],
        [
            "distributed training, which gets no way out of its own",
            { training: true, gateways: [{ suffix: "s3", prefixListId: "pl-s3" }], internet: { timeServers: [] } },
            {
                "net-studio-to-s3": "net-studio out tcp 443-443 pl-s3",
                "net-jobs-to-s3": "net-jobs out tcp 443-443 pl-s3",
                "net-studio-to-internet-https": "net-studio out tcp 443-443 0.0.0.0/0",
                "net-studio-to-internet-http": "net-studio out tcp 80-80 0.0.0.0/0",
                "net-jobs-to-internet-https": "net-jobs out tcp 443-443 0.0.0.0/0",
                "net-jobs-to-internet-http": "net-jobs out tcp 80-80 0.0.0.0/0",
                "net-endpoints-from-training": "net-endpoints in tcp 443-443 net-training",
                "net-training-to-endpoints": "net-training out tcp 443-443 net-endpoints",
                "net-training-to-s3": "net-training out tcp 443-443 pl-s3",
                "net-training-from-itself": "net-training in -1 all net-training",
                "net-training-to-itself": "net-training out -1 all net-training",
            },
        ],
    ];
    for (const [what, changes, added] of rows) {
        it(`have exactly these rules for ${what}`, async () => {
            assert.deepEqual(await rules(changes), { ...ENDPOINTS, ...added });
        });
    }

    it("are those of Studio and the endpoints alone without jobs", async () => {
        const recording = await build({ jobs: false });
        assert.deepEqual(
            namesOf(recording).filter((name) => name.startsWith("aws:")),
            [
                `${GROUP}::net-endpoints`,
                `${GROUP}::net-studio`,
                `${EGRESS}::net-studio-to-endpoints`,
                `${INGRESS}::net-endpoints-from-studio`,
            ].sort(),
        );
    });

    it("belong to the VPC and have no rules inside, which would fight with the rules beside them", async () => {
        const recording = await build({ training: true, clientRanges: ["192.168.0.0/16"] });
        for (const name of ["studio", "jobs", "training", "endpoints", "clients"]) {
            const { vpcId, ingress, egress } = one(recording, GROUP, `net-${name}`).props;
            assert.deepEqual({ vpcId, ingress, egress }, { vpcId: "vpc-1", ingress: undefined, egress: undefined });
        }
    });
});
