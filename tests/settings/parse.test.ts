import assert from "node:assert/strict";
import path from "node:path";

import { parseSettings, type PlainSettings, readStackFile, SECRET_PLACEHOLDER } from "../../components/settings";
import { REGION_NAMES, regionFacts, zoneBelongsTo } from "../../components/settings/regions";
import { parse, problemsIn, sample } from "./helper";

const ROOT = path.resolve(__dirname, "../..");

const MINIMAL: PlainSettings = {
    project: "private-studio",
    stack: "test",
    region: "eu-west-1",
    partition: "aws",
    deployment: "single-account",
    account: { id: "111122223333" },
    production: false,
    protect: true,
    network: {
        cidr: "10.20.0.0/16",
        zones: ["euw1-az1"],
        egress: "isolated",
        dns: { allow: [], logRetentionDays: 365 },
        features: ["studio", "jobs"],
        endpoints: { add: [], remove: [], fips: false, onlyRoles: {} },
        distributedTraining: false,
        flowLogRetentionDays: 365,
        flowLogDestination: "log-group",
    },
    subnets: {
        studio: { "euw1-az1": "10.20.0.0/17" },
        endpoint: { "euw1-az1": "10.20.128.0/18" },
        firewall: { "euw1-az1": "10.20.192.0/20" },
        nat: { "euw1-az1": "10.20.208.0/20" },
        transit: { "euw1-az1": "10.20.224.0/20" },
    },
    access: {
        mode: "iam",
        from: "vpc",
        addresses: [],
        tag: "employeeNumber",
        principals: ["arn:aws:iam::111122223333:role/data-scientists"],
        operators: [],
        groups: [],
        identityCenter: { trustedPropagation: false },
    },
    domain: {
        homes: "retain",
        drain: false,
        volumes: { defaultGb: 5, maximumGb: 100 },
        idleShutdown: { minutes: 120 },
        instances: { jupyterLab: "ml.t3.medium", codeEditor: "ml.t3.medium", offered: [] },
        lifecycleScripts: {},
        images: [],
        fileSystems: [],
        canvas: { directDeploy: false, modelRegister: false, timeSeries: false },
        projectsPortfolio: false,
        docker: { enabled: false, accounts: [] },
        tagPropagation: false,
    },
    security: {
        logRetentionDays: 365,
        keyDeletionDays: 30,
        keyAdministrators: [],
        dataBuckets: [],
        keys: { rotationDays: 365, onlyThroughEndpoint: false },
        buckets: { create: true, deployers: [], emptyOnDestroy: false, noncurrentDays: 30, accessLogDays: 365 },
        breakGlass: [],
        teamTag: "team",
        personas: {},
        guardrails: {
            instances: { apps: [], jobs: [] },
            maxRuntimeHours: 24,
            isolation: true,
            interContainerEncryption: true,
        },
    },
    users: [],
    tags: {},
};

/** What an image of the domain has unless told. */
const PLAIN_IMAGE: Omit<PlainSettings["domain"]["images"][number], "name"> = {
    apps: ["jupyterLab", "codeEditor"],
    arguments: [],
    environment: {},
    runAs: "sagemaker-user",
    mountPath: "/home/sagemaker-user",
    emptyOnDestroy: false,
};

describe("settings: good stack files", () => {
    it("minimal gets every default", () => {
        assert.deepEqual(parse(sample("minimal")), { settings: MINIMAL });
    });

    it("full gets what it says", () => {
        assert.deepEqual(parse(sample("full")), {
            settings: {
                project: "private-studio",
                stack: "test",
                region: "eu-west-1",
                partition: "aws",
                deployment: "single-account",
                account: {
                    id: "111122223333",
                    assumeRole: {
                        arn: "arn:aws:iam::111122223333:role/deployer",
                        externalId: "studio-deployment",
                    },
                },
                production: true,
                protect: true,
                network: {
                    cidr: "10.20.0.0/16",
                    zones: ["euw1-az2", "euw1-az1"],
                    egress: "firewall",
                    firewall: {
                        allow: ["python-packages", ".example.com"],
                        timeServers: ["203.0.113.123/32"],
                        threatGroups: ["ThreatSignaturesBotnet"],
                        logRetentionDays: 731,
                        protections: true,
                    },
                    dns: { allow: [".corp.example.com"], logRetentionDays: 731 },
                    features: ["studio", "jobs", "dataAccess"],
                    endpoints: {
                        add: ["ssm"],
                        remove: ["redshift-serverless"],
                        fips: true,
                        organization: "o-a1b2c3d4e5",
                        onlyRoles: { ssm: ["arn:aws:iam::111122223333:role/mlops"] },
                    },
                    capacity: { users: 40, jobs: 10, instancesPerJob: 2, efa: true },
                    distributedTraining: true,
                    clients: {
                        ranges: ["192.168.0.0/16", "10.30.0.0/16"],
                        via: "vgw-0123456789abcdef0",
                        resolver: true,
                    },
                    flowLogRetentionDays: 731,
                    flowLogDestination: "bucket",
                },
                subnets: {
                    studio: { "euw1-az1": "10.20.0.0/20", "euw1-az2": "10.20.16.0/20" },
                    endpoint: { "euw1-az1": "10.20.32.0/24", "euw1-az2": "10.20.33.0/24" },
                    firewall: { "euw1-az1": "10.20.96.0/21", "euw1-az2": "10.20.224.0/21" },
                    nat: { "euw1-az1": "10.20.104.0/21", "euw1-az2": "10.20.232.0/21" },
                    transit: { "euw1-az1": "10.20.112.0/21", "euw1-az2": "10.20.240.0/21" },
                },
                access: {
                    mode: "iam",
                    from: "addresses",
                    addresses: ["203.0.113.0/24"],
                    tag: "personId",
                    principals: ["arn:aws:iam::111122223333:role/data-scientists"],
                    operators: ["arn:aws:iam::111122223333:role/studio-operators"],
                    federation: {
                        saml: { providerArn: "arn:aws:iam::111122223333:saml-provider/corporate" },
                        oidc: {
                            issuer: "https://login.example.com",
                            clientIds: ["private-studio"],
                            subjects: ["people|*"],
                            thumbprints: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
                        },
                    },
                    groups: [],
                    identityCenter: { trustedPropagation: false },
                },
                domain: {
                    homes: "retain",
                    drain: true,
                    volumes: { defaultGb: 10, maximumGb: 200 },
                    idleShutdown: { minutes: 90, minMinutes: 60, maxMinutes: 480 },
                    instances: {
                        jupyterLab: "ml.m5.large",
                        codeEditor: "ml.t3.large",
                        offered: ["ml.t3.large", "ml.m5.large", "ml.g5.xlarge"],
                    },
                    lifecycleScripts: { jupyterLab: "package-index", codeEditor: "package-index" },
                    images: [
                        {
                            name: "genomics",
                            digest: `sha256:${"0a1b2c3d".repeat(8)}`,
                            apps: ["jupyterLab"],
                            entrypoint: "/usr/local/bin/start",
                            arguments: ["--log-level=INFO"],
                            environment: { PIP_NO_INPUT: "1" },
                            runAs: "root",
                            mountPath: "/home/research",
                            emptyOnDestroy: false,
                        },
                        {
                            ...PLAIN_IMAGE,
                            name: "chemistry",
                            repository: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/research/chemistry",
                            digest: `sha256:${"4e5f6071".repeat(8)}`,
                        },
                        { ...PLAIN_IMAGE, name: "not-pushed-yet" },
                    ],
                    fileSystems: [],
                    canvas: { directDeploy: false, modelRegister: false, timeSeries: false },
                    projectsPortfolio: false,
                    sharing: {
                        bucket: "acme-research-data",
                        prefix: "notebooks/shared",
                        keyArn: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                    },
                    docker: { enabled: true, accounts: ["111122223333"] },
                    tagPropagation: true,
                },
                security: {
                    logRetentionDays: 731,
                    keyDeletionDays: 14,
                    keyAdministrators: ["arn:aws:iam::111122223333:role/key-administrators"],
                    dataBuckets: ["acme-research-data"],
                    keys: { rotationDays: 180, onlyThroughEndpoint: true },
                    buckets: {
                        create: true,
                        deployers: ["arn:aws:iam::111122223333:role/delivery"],
                        emptyOnDestroy: false,
                        noncurrentDays: 90,
                        accessLogDays: 731,
                    },
                    breakGlass: ["arn:aws:iam::111122223333:role/break-glass"],
                    teamTag: "department",
                    personas: { forecaster: { like: "data-scientist", add: ["endpoints"], remove: ["tuning"] } },
                    guardrails: {
                        instances: {
                            apps: ["ml.t3.large", "ml.m5.large", "ml.g5.*"],
                            jobs: ["ml.m5.*", "ml.g5.2xlarge"],
                        },
                        maxRuntimeHours: 12,
                        isolation: false,
                        interContainerEncryption: false,
                    },
                    organization: {
                        managementRole: "arn:aws:iam::444455556666:role/policy-administrator",
                        targets: ["ou-a1b2-c3d4e5f6", "111122223333"],
                    },
                    baseline: {
                        logGroups: false,
                        trail: "none",
                        trailDays: 1096,
                        config: "recorder",
                        accessAnalyzer: false,
                        guardDuty: true,
                        macie: true,
                        securityHub: true,
                    },
                    response: {
                        mode: "stop",
                        scope: "account",
                        emails: ["security@example.com"],
                        exempt: ["arn:aws:iam::111122223333:role/deployer"],
                        trailLogGroup: "aws-cloudtrail-logs",
                    },
                },
                users: [
                    {
                        name: "jon.doe",
                        tag: "a00002",
                        profile: "jon-doe",
                        persona: "forecaster",
                        team: "research",
                        tags: {},
                    },
                    {
                        name: "jon-doe",
                        tag: "a00002",
                        profile: "jon-doe-2",
                        persona: "mlops-engineer",
                        tags: { team: "research", owner: "jon" },
                    },
                ],
                tags: { project: "private-studio", owner: SECRET_PLACEHOLDER },
            },
        });
    });

    it("dev gets two isolated zones, the three users and an idle shutdown after two hours", () => {
        const file = readStackFile({
            projectFile: path.join(ROOT, "Pulumi.yaml"),
            stackFile: path.join(ROOT, "Pulumi.dev.yaml"),
        });
        assert.ok(!("problems" in file));
        assert.deepEqual(file.config["pulumi:disable-default-providers"], ["aws"]);
        assert.deepEqual(parseSettings(file), {
            settings: {
                ...MINIMAL,
                stack: "dev",
                network: {
                    ...MINIMAL.network,
                    zones: ["euw1-az1", "euw1-az2"],
                    clients: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0", resolver: false },
                },
                subnets: {
                    studio: { "euw1-az1": "10.20.0.0/18", "euw1-az2": "10.20.128.0/18" },
                    endpoint: { "euw1-az1": "10.20.64.0/19", "euw1-az2": "10.20.192.0/19" },
                    firewall: { "euw1-az1": "10.20.96.0/21", "euw1-az2": "10.20.224.0/21" },
                    nat: { "euw1-az1": "10.20.104.0/21", "euw1-az2": "10.20.232.0/21" },
                    transit: { "euw1-az1": "10.20.112.0/21", "euw1-az2": "10.20.240.0/21" },
                },
                access: {
                    ...MINIMAL.access,
                    operators: ["arn:aws:iam::111122223333:role/studio-operators"],
                },
                domain: { ...MINIMAL.domain, homes: "delete" },
                users: [
                    {
                        name: "lwdvin+developer",
                        tag: "a01234",
                        profile: "lwdvin-developer",
                        persona: "data-scientist",
                        tags: {},
                    },
                    { name: "lwdvin", tag: "a00001", profile: "lwdvin", persona: "data-scientist", tags: {} },
                    { name: "jon.doe", tag: "a00002", profile: "jon-doe", persona: "data-scientist", tags: {} },
                ],
                tags: { project: "private-studio", environment: "dev" },
            },
        });
    });

    it("of every region are possible with its zone ids, its zone names and its partition", () => {
        for (const name of REGION_NAMES) {
            const { zoneIdPrefix, partition } = regionFacts(name);
            for (const zones of [`[${zoneIdPrefix}-az1, ${zoneIdPrefix}-az4]`, `[${name}a, ${name}c]`]) {
                const text = sample("minimal")
                    .replace("eu-west-1", name)
                    .replace("[euw1-az1]", zones)
                    .replace("arn:aws:", `arn:${partition}:`);
                assert.deepEqual(problemsIn(text), [], `${name} with ${zones}`);
            }
        }
    });

    it("take no zone of one region for a zone of another", () => {
        for (const name of REGION_NAMES) {
            const { zoneIdPrefix } = regionFacts(name);
            for (const other of REGION_NAMES.filter((region) => region !== name).map(regionFacts)) {
                assert.ok(!zoneBelongsTo(`${zoneIdPrefix}-az1`, other), `${zoneIdPrefix}-az1 in ${other.name}`);
                assert.ok(!zoneBelongsTo(`${name}a`, other), `${name}a in ${other.name}`);
            }
        }
    });
});
