import { strict as assert } from "node:assert";

import { Hub, ZoneGrants, ZoneLinks } from "../../components/hub";
import { isSharable, zonesOf } from "../../components/hub/zones/zoneNames";
import { CATALOGUE_ORDER, ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import { inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { all, HUB, hubArgs, inAccount, LOB_A, nameOfType, REGION, STACK, TYPES } from "./fixture";

describe("zonesOf", () => {
    const table: readonly (readonly [ServiceKey, ReturnType<typeof zonesOf>])[] = [
        ["sts", [{ zone: "sts.eu-west-1.amazonaws.com", records: ["sts.eu-west-1.amazonaws.com"] }]],
        [
            "sagemaker.api",
            [
                {
                    zone: "api.sagemaker.eu-west-1.amazonaws.com",
                    records: ["api.sagemaker.eu-west-1.amazonaws.com"],
                },
            ],
        ],
        [
            "studio",
            [
                {
                    zone: "studio.eu-west-1.sagemaker.aws",
                    records: ["studio.eu-west-1.sagemaker.aws", "*.studio.eu-west-1.sagemaker.aws"],
                },
            ],
        ],
        [
            "execute-api",
            [
                {
                    zone: "execute-api.eu-west-1.amazonaws.com",
                    records: ["*.execute-api.eu-west-1.amazonaws.com"],
                },
            ],
        ],
        [
            "ecr.dkr",
            [
                {
                    zone: "dkr.ecr.eu-west-1.amazonaws.com",
                    records: ["dkr.ecr.eu-west-1.amazonaws.com", "*.dkr.ecr.eu-west-1.amazonaws.com"],
                },
            ],
        ],
    ];
    for (const [service, zones] of table) {
        it(`has apex and wildcard of ${service} as the service needs them`, () => {
            assert.deepEqual(zonesOf(service, REGION), zones);
        });
    }

    it("gives every private name of every service exactly one record, and no two services one zone", () => {
        const zones = CATALOGUE_ORDER.flatMap((service) => zonesOf(service, REGION));
        assert.deepEqual(
            zones.flatMap(({ records }) => records).sort(),
            CATALOGUE_ORDER.flatMap((service) => ENDPOINT_SERVICES[service].privateDnsNames(REGION)).sort(),
        );
        assert.equal(new Set(zones.map(({ zone }) => zone)).size, zones.length);
        assert.deepEqual(
            zones.filter(({ zone }) => zone === "amazonaws.com" || /^[a-z0-9-]+\.amazonaws\.com$/.test(zone)),
            [],
            "a zone of a whole Region would take every name from its VPCs",
        );
    });

    it("leaves out what has no names to share", () => {
        assert.deepEqual(
            CATALOGUE_ORDER.filter((service) => !isSharable(service, REGION)),
            ["s3", "mlflow", "partner-app", "dynamodb", "glue.sessions", "glue.dashboard", "emr-serverless.dashboard"],
        );
    });
});

describe("Private zones of the hub", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordComponent(() => {
            const hub = new Hub("net", hubArgs(), inAccount(HUB));
            return {
                vpc: hub.vpcId,
                lob: hub.zonesFor("lob"),
                access: hub.zonesFor("access"),
                clients: hub.zonesFor("clients"),
            };
        }, STACK);
    });

    it("are in the hub's VPC, say what they are for, and keep the VPCs others bring in", () => {
        const { props } = one(recording, TYPES.zone, "net-studio-eu-west-1-sagemaker-aws");
        assert.equal(props["name"], "studio.eu-west-1.sagemaker.aws");
        assert.equal(props["comment"], "Names of studio at the hub's endpoint");
        assert.deepEqual(props["vpcs"], [{ vpcId: recording.outputs["vpc"], vpcRegion: REGION }]);
        assert.equal(props["forceDestroy"], true);
        for (const zone of all(recording, TYPES.zone)) {
            assert.deepEqual(zone.ignoreChanges, ["vpcs"], zone.name);
        }
    });

    it("point each name to the endpoint of its service", () => {
        const records = all(recording, TYPES.record).map(({ props }) => {
            const [alias] = props["aliases"] as { name: string; evaluateTargetHealth: boolean }[];
            assert.equal(alias?.evaluateTargetHealth, false);
            assert.equal(props["type"], "A");
            const endpoint = /^(vpce-[0-9a-f]+)-[0-9a-z]+\.[a-z.-]+\.eu-west-1\.vpce\.amazonaws\.com$/.exec(
                alias?.name ?? "",
            )?.[1];
            const zone = nameOfType(recording, TYPES.zone, props["zoneId"]);
            return `${zone}: ${String(props["name"])} -> ${nameOfType(recording, TYPES.endpoint, endpoint)}`;
        });
        assert.deepEqual(records.sort(), [
            "net-api-ecr-eu-west-1-amazonaws-com: api.ecr.eu-west-1.amazonaws.com -> net-ecr-api",
            "net-api-sagemaker-eu-west-1-amazonaws-com: api.sagemaker.eu-west-1.amazonaws.com -> net-sagemaker-api",
            "net-cognito-idp-eu-west-1-amazonaws-com: cognito-idp.eu-west-1.amazonaws.com -> net-cognito-idp",
            "net-dkr-ecr-eu-west-1-amazonaws-com: *.dkr.ecr.eu-west-1.amazonaws.com -> net-ecr-dkr",
            "net-dkr-ecr-eu-west-1-amazonaws-com: dkr.ecr.eu-west-1.amazonaws.com -> net-ecr-dkr",
            "net-execute-api-eu-west-1-amazonaws-com: *.execute-api.eu-west-1.amazonaws.com -> net-execute-api",
            "net-kms-eu-west-1-amazonaws-com: kms.eu-west-1.amazonaws.com -> net-kms",
            "net-logs-eu-west-1-amazonaws-com: logs.eu-west-1.amazonaws.com -> net-logs",
            "net-monitoring-eu-west-1-amazonaws-com: monitoring.eu-west-1.amazonaws.com -> net-monitoring",
            "net-runtime-sagemaker-eu-west-1-amazonaws-com: runtime.sagemaker.eu-west-1.amazonaws.com -> net-sagemaker-runtime",
            "net-sts-eu-west-1-amazonaws-com: sts.eu-west-1.amazonaws.com -> net-sts",
            "net-studio-eu-west-1-sagemaker-aws: *.studio.eu-west-1.sagemaker.aws -> net-studio",
            "net-studio-eu-west-1-sagemaker-aws: studio.eu-west-1.sagemaker.aws -> net-studio",
        ]);
    });

    it("are for those alone who may call the endpoint", () => {
        const names = (audience: string): string[] => Object.keys(recording.outputs[audience] as object).sort();
        assert.deepEqual(names("access"), ["api.sagemaker.eu-west-1.amazonaws.com", "sts.eu-west-1.amazonaws.com"]);
        assert.deepEqual(names("clients"), [
            "api.sagemaker.eu-west-1.amazonaws.com",
            "cognito-idp.eu-west-1.amazonaws.com",
            "execute-api.eu-west-1.amazonaws.com",
            "sts.eu-west-1.amazonaws.com",
            "studio.eu-west-1.sagemaker.aws",
        ]);
        assert.deepEqual(names("lob"), [
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
    });

    it("are nobody's among the lines of business where those have their own endpoints", async () => {
        const local = await recordComponent(() => {
            const hub = new Hub("net", hubArgs({ endpoints: "local" }), inAccount(HUB));
            return { lob: hub.zonesFor("lob"), access: Object.keys(hub.zonesFor("access")) };
        }, STACK);
        assert.deepEqual(local.outputs["lob"], {});
        assert.deepEqual(local.outputs["access"], [
            "api.sagemaker.eu-west-1.amazonaws.com",
            "sts.eu-west-1.amazonaws.com",
        ]);
    });
});

describe("ZoneGrants and ZoneLinks", () => {
    it("let a VPC of another account in, each from its own account, the grants first", async () => {
        const zones = { "sts.eu-west-1.amazonaws.com": "ZSTS", "kms.eu-west-1.amazonaws.com": "ZKMS" };
        const vpc = { zones, vpcId: "vpc-0aaaaaaaaaaaaaaaa", region: REGION };
        const recording = await recordComponent(() => {
            const grants = new ZoneGrants("grants", vpc, inAccount(HUB));
            new ZoneLinks("links", { ...vpc, after: grants.ready }, inAccount(LOB_A));
        }, STACK);
        const expected = { zoneId: "ZSTS", vpcId: "vpc-0aaaaaaaaaaaaaaaa", vpcRegion: REGION };
        const grant = one(recording, TYPES.grant, "grants-sts-eu-west-1-amazonaws-com");
        const link = one(recording, TYPES.link, "links-sts-eu-west-1-amazonaws-com");
        assert.deepEqual(grant.props, expected);
        const { zoneId, vpcId, vpcRegion } = link.props;
        assert.deepEqual({ zoneId, vpcId, vpcRegion }, expected);
        assert.equal(all(recording, TYPES.grant).length, 2);
        assert.equal(inputsOf(recording, TYPES.link, "links-kms-eu-west-1-amazonaws-com")["zoneId"], "ZKMS");
        for (const each of all(recording, TYPES.link)) {
            assert.deepEqual(
                [...each.dependencies].sort(),
                all(recording, TYPES.grant)
                    .map(({ urn }) => urn)
                    .sort(),
            );
            assert.match(String(each.provider), new RegExp(`account-${LOB_A}`));
        }
        assert.match(String(grant.provider), new RegExp(`account-${HUB}`));
    });
});
