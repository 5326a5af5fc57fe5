import { strict as assert } from "node:assert";

import { Hub, type HubArgs } from "../../components/hub";
import { audiencesOf } from "../../components/hub/endpoints/audiences";
import type { ServiceKey } from "../../policy-pack/facts";
import { inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { all, HUB, hubArgs, inAccount, nameOfType, SERVICES, STACK, TYPES } from "./fixture";

function build(changes: Partial<HubArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => void new Hub("net", hubArgs(changes), inAccount(HUB)), STACK);
}

describe("audiencesOf", () => {
    const table: readonly (readonly [ServiceKey, shared: string, local: string])[] = [
        ["sagemaker.api", "lob access clients", "access clients"],
        ["studio", "lob clients", "clients"],
        ["sts", "lob access clients", "access clients"],
        ["execute-api", "clients", "clients"],
        ["cognito-idp", "clients", "clients"],
        ["kms", "lob", ""],
        ["bedrock-runtime", "lob", ""],
    ];
    for (const [service, shared, local] of table) {
        it(`lets exactly these call ${service}: ${shared}; with local endpoints: ${local || "nobody"}`, () => {
            assert.equal(audiencesOf(service, "shared").join(" "), shared);
            assert.equal(audiencesOf(service, "local").join(" "), local);
        });
    }
});

describe("Endpoints of the hub", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build();
    });

    for (const service of SERVICES.filter((key) => key !== "s3")) {
        it(`${service} stands in both zones, without names of its own, behind its audiences' groups`, () => {
            const endpoint = inputsOf(recording, TYPES.endpoint, `net-${service.replace(/\./g, "-")}`);
            assert.equal(endpoint["vpcEndpointType"], "Interface");
            assert.equal(endpoint["privateDnsEnabled"], false);
            assert.deepEqual(
                endpoint["subnetIds"],
                ["euw1-az1", "euw1-az2"].map((zone) => one(recording, TYPES.subnet, `net-endpoint-${zone}`).id),
            );
            assert.deepEqual(
                (endpoint["securityGroupIds"] as string[]).map((id) => nameOfType(recording, TYPES.group, id)),
                audiencesOf(service, "shared").map((audience) => `net-from-${audience}`),
            );
        });
    }

    it("leaves out what a hub cannot share: gateways, and services whose names nobody knows before", async () => {
        const { names } = await namesOf([...SERVICES, "dynamodb", "mlflow", "glue.sessions"]);
        assert.deepEqual(
            names,
            SERVICES.filter((key) => key !== "s3")
                .map((key) => `net-${key.replace(/\./g, "-")}`)
                .sort(),
        );
    });

    async function namesOf(services: readonly ServiceKey[]): Promise<{ names: string[] }> {
        const found = await build({ services });
        return { names: all(found, TYPES.endpoint).map(({ name }) => name) };
    }

    it("admits 443 from the stated ranges, and nothing out", () => {
        assert.deepEqual(
            all(recording, TYPES.ingress).map(({ props }) => [
                nameOfType(recording, TYPES.group, props["securityGroupId"]),
                props["ipProtocol"],
                props["fromPort"],
                props["toPort"],
                props["cidrIpv4"],
            ]),
            [
                ["net-from-access", "tcp", 443, 443, "10.17.0.0/16"],
                ["net-from-clients", "tcp", 443, 443, "192.168.10.0/24"],
                ["net-from-lob", "tcp", 443, 443, "10.100.0.0/14"],
                ["net-from-lob", "tcp", 443, 443, "10.120.0.0/14"],
            ],
        );
        assert.deepEqual(all(recording, TYPES.egress), []);
        for (const group of all(recording, TYPES.group)) {
            assert.deepEqual([group.props["ingress"], group.props["egress"]], [undefined, undefined], group.name);
        }
    });

    it("admits nobody from the company network while no range of it is named", async () => {
        const { clients: _, ...members } = hubArgs().members;
        const closed = await build({ members });
        const group = one(closed, TYPES.group, "net-from-clients");
        assert.deepEqual(
            all(closed, TYPES.ingress).filter(({ props }) => props["securityGroupId"] === group.id),
            [],
        );
        assert.deepEqual(inputsOf(closed, TYPES.endpoint, "net-execute-api")["securityGroupIds"], [group.id]);
    });
});
