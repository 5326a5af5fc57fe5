import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";

import { parse as parseYaml } from "yaml";

import { companyRanges, type PlainMultiSettings } from "../../components/settings";
import { acceptsStackFile } from "./ajv";
import { edited, multiOf, parse, problemsIn, sample, singleOf } from "./helper";

const PROD = "../../Pulumi.prod";
const SAMPLES = readdirSync(path.resolve(__dirname, "../stacks/multi"))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `multi/${path.basename(file, ".yaml")}`);

function settingsOf(name: string, edits: Parameters<typeof edited>[1] = []): PlainMultiSettings {
    return multiOf(parse(edited(sample(name), edits)));
}

function lobOf(settings: PlainMultiSettings, name: string): PlainMultiSettings["lobs"][number] {
    const found = settings.lobs.find(({ lob }) => lob === name);
    assert.ok(found, name);
    return found;
}

describe("settings: many accounts", () => {
    for (const name of [PROD, ...SAMPLES]) {
        it(`${path.basename(name)} has no mistake, for the parser and for editors`, () => {
            assert.deepEqual(problemsIn(sample(name)), []);
            assert.ok(acceptsStackFile(parseYaml(sample(name))));
        });
    }

    it("are a hub with its ranges, zones in order, and what it makes", () => {
        const zones = [
            "zones: [euw1-az1, euw1-az2]\n    subnets:",
            "zones: [euw1-az2, euw1-az1]\n    subnets:",
        ] as const;
        assert.deepEqual(settingsOf(PROD, [zones]).hub, {
            account: "shared",
            cidr: "10.0.0.0/16",
            zones: ["euw1-az1", "euw1-az2"],
            subnets: {
                studio: {},
                endpoint: { "euw1-az1": "10.0.8.0/21", "euw1-az2": "10.0.16.0/21" },
                transit: { "euw1-az1": "10.0.24.0/24", "euw1-az2": "10.0.25.0/24" },
                firewall: { "euw1-az1": "10.0.26.0/24", "euw1-az2": "10.0.27.0/24" },
                nat: { "euw1-az1": "10.0.28.0/24", "euw1-az2": "10.0.29.0/24" },
            },
            asn: 65000,
            endpoints: "shared",
            lobRanges: ["10.96.0.0/11"],
            egress: "isolated",
            dns: { allow: [], logRetentionDays: 365 },
            flowLogRetentionDays: 365,
            flowLogDestination: "log-group",
            logRetentionDays: 365,
            keyAdministrators: [],
            keyDeletionDays: 30,
            services: [
                "sagemaker.api",
                "sagemaker.runtime",
                "studio",
                "sts",
                "logs",
                "ecr.api",
                "ecr.dkr",
                "monitoring",
                "kms",
                "execute-api",
                "cognito-idp",
            ],
        });
    });

    it("are an access service in the hub's zones, with ranges computed where none are chosen", () => {
        assert.deepEqual(settingsOf(PROD).access, {
            account: "shared",
            cidr: "10.17.0.0/16",
            zones: ["euw1-az1", "euw1-az2"],
            subnets: {
                functions: { "euw1-az1": "10.17.0.0/18", "euw1-az2": "10.17.128.0/18" },
                transit: { "euw1-az1": "10.17.112.0/21", "euw1-az2": "10.17.240.0/21" },
            },
            tag: "studiouserid",
            link: { seconds: 20, sessionMinutes: 480 },
            throttle: { requestsPerSecond: 20, burst: 40 },
            logRetentionDays: 365,
            alarms: { emails: [] },
            keyAdministrators: [],
            signIn: { mode: "private", plan: "plus" },
            createUsers: true,
        });
    });

    it("are the simulator in the hub's zones unless it has its own", () => {
        assert.deepEqual(settingsOf(PROD).onprem, {
            account: "shared",
            cidr: "192.168.10.0/24",
            zones: ["euw1-az1", "euw1-az2"],
            connect: "peering",
            hostType: "t3.medium",
        });
        assert.deepEqual(settingsOf("multi/egress").onprem?.zones, ["euw1-az1"]);
        assert.equal("onprem" in settingsOf("multi/local"), false);
    });

    it("are ranges the access service's functions may be given", () => {
        const given =
            "cidr: 10.17.0.0/16\n    subnets:\n      functions: { euw1-az2: 10.17.16.0/24, euw1-az1: 10.17.8.0/24 }\n      transit: { euw1-az1: 10.17.64.0/24, euw1-az2: 10.17.4.0/24 }";
        assert.deepEqual(settingsOf(PROD, [["cidr: 10.17.0.0/16", given]]).access.subnets, {
            functions: { "euw1-az1": "10.17.8.0/24", "euw1-az2": "10.17.16.0/24" },
            transit: { "euw1-az1": "10.17.64.0/24", "euw1-az2": "10.17.4.0/24" },
        });
    });

    it("make each line what a stack of its own would be, but for who lets people in", () => {
        const alone = singleOf(
            parse(
                edited(sample("minimal"), [
                    [
                        sample("minimal").slice(sample("minimal").indexOf("config:")),
                        [
                            "config:",
                            "  aws:region: eu-west-1",
                            "  private-studio:production: true",
                            "  private-studio:account:",
                            '    id: "444455556666"',
                            "    assumeRole: { arn: arn:aws:iam::444455556666:role/private-studio-deploy }",
                            "  private-studio:network:",
                            "    cidr: 10.100.0.0/16",
                            "    zones: [euw1-az1, euw1-az2]",
                            "    features: [studio, jobs]",
                            "    subnets:",
                            "      studio: { euw1-az1: 10.100.10.0/24, euw1-az2: 10.100.11.0/24 }",
                            "      transit: { euw1-az1: 10.100.20.0/24, euw1-az2: 10.100.21.0/24 }",
                            "      endpoint: { euw1-az1: 10.100.30.0/24, euw1-az2: 10.100.31.0/24 }",
                            "  private-studio:domain: { idleShutdown: { minutes: 120 } }",
                            "  private-studio:security:",
                            "    buckets: { deployers: [arn:aws:iam::444455556666:role/private-studio-deploy] }",
                            "  private-studio:access:",
                            "    tag: studiouserid",
                            "    principals: [arn:aws:iam::444455556666:role/people]",
                            "  private-studio:users: [{ name: user-lob-a, tag: user-lob-a }]",
                            "  private-studio:tags: { project: private-studio, environment: prod }",
                            "",
                        ].join("\n"),
                    ],
                ]),
            ),
        );
        assert.deepEqual(lobOf(settingsOf(PROD), "lob-a"), {
            ...alone,
            access: { ...alone.access, principals: [] },
            lob: "lob-a",
            accountName: "lob-a",
            centralEgress: false,
        });
    });

    it("let a line's own key take the whole place of the shared one, and leave the others", () => {
        const settings = settingsOf("multi/local");
        const own = lobOf(settings, "retail-eu");
        assert.deepEqual(own.domain.idleShutdown, { minutes: 60, minMinutes: 60 });
        assert.equal(own.domain.homes, "delete");
        assert.deepEqual(own.network.features, ["studio"]);
        assert.deepEqual(lobOf(settings, "retail").network.features, ["studio", "jobs"]);
        assert.equal(lobOf(settings, "retail").domain.homes, "delete");
    });

    it("let one person have profiles in several lines, and several in one", () => {
        const people = settingsOf("multi/local").lobs.map(({ lob, users }) => [
            lob,
            users.map(({ tag, profile, persona, team }) => [tag, profile, persona, team]),
        ]);
        assert.deepEqual(people, [
            [
                "retail",
                [
                    ["ann@example.com", "ann", "data-scientist", undefined],
                    ["jon.doe", "jon", "data-scientist", "research"],
                    ["jon.doe", "jon-admin", "administrator", undefined],
                ],
            ],
            ["retail-eu", [["ann@example.com", "ann", "data-scientist", undefined]]],
        ]);
    });

    it("make the hub's endpoints for people and service only, where lines have their own", () => {
        const core = ["sagemaker.api", "studio", "sts", "execute-api"];
        assert.deepEqual(settingsOf("multi/local").hub.services, core);
        assert.deepEqual(settingsOf(PROD, [["endpoints: shared", "endpoints: local"]]).hub.services, [
            ...core,
            "cognito-idp",
        ]);
    });

    it("make in the hub what one line alone needs", () => {
        const without = settingsOf("multi/egress", [["jobs, dataAccess]", "jobs]"]]).hub.services;
        const added = settingsOf("multi/egress").hub.services.filter((key) => !without.includes(key));
        assert.deepEqual(added, ["athena", "lakeformation", "redshift", "redshift-data", "redshift-serverless", "rds"]);
    });

    it("protect the hub's firewall in production unless told otherwise, and elsewhere only when told", () => {
        const firewall = "endpoints: shared\n    egress: firewall\n    firewall: { allow: [python-packages] }";
        assert.equal(settingsOf(PROD, [["endpoints: shared", firewall]]).hub.firewall?.protections, true);
        assert.equal(settingsOf("multi/egress").hub.firewall?.protections, false);
    });

    it("make users of the pool unless an identity provider has them", () => {
        const choice = (name: string, edits: Parameters<typeof edited>[1] = []): boolean =>
            settingsOf(name, edits).access.createUsers;
        const provider = sample("multi/local").match(/ {6}oidc:\n(?: {8}.*\n)+/)?.[0] ?? "";
        assert.equal(choice(PROD), true);
        assert.equal(choice("multi/local"), false);
        assert.equal(choice("multi/local", [[provider, ""]]), true);
        assert.equal(choice(PROD, [["cidr: 10.17.0.0/16", "cidr: 10.17.0.0/16\n    createUsers: false"]]), false);
    });

    it("read the metadata of a user pool's SAML provider from its file", () => {
        const provider = sample("multi/local").match(/ {6}oidc:\n(?: {8}.*\n)+/)?.[0] ?? "";
        const saml = "      saml: { name: corporate, metadata: idp-metadata.xml }\n";
        const { signIn } = settingsOf("multi/local", [[provider, saml]]).access;
        assert.ok(signIn.mode === "hosted" && signIn.saml?.metadata?.includes("EntityDescriptor"));
        assert.deepEqual(
            problemsIn(edited(sample("multi/local"), [[provider, saml.replace("idp-", "no-")]])).map(
                ({ path: where, rule }) => [where, rule],
            ),
            [["access.signIn.saml.metadata", "the file can be read; no-metadata.xml: no such file"]],
        );
    });

    it("may have a resolver for the simulator alone", () => {
        const clients = settingsOf(PROD, [["endpoints: shared", "endpoints: shared\n    clients: { resolver: true }"]])
            .hub.clients;
        assert.deepEqual(clients, { ranges: [], resolver: true });
    });

    it("have people come from the company's ranges and from the simulator", () => {
        assert.deepEqual(companyRanges(settingsOf("multi/local")), ["192.168.0.0/16"]);
        assert.deepEqual(companyRanges(settingsOf(PROD)), ["192.168.10.0/24"]);
        const both =
            "endpoints: shared\n    clients: { ranges: [172.20.0.0/16], attachment: tgw-attach-0123456789abcdef0 }";
        assert.deepEqual(companyRanges(settingsOf(PROD, [["endpoints: shared", both]])), [
            "172.20.0.0/16",
            "192.168.10.0/24",
        ]);
    });
});
