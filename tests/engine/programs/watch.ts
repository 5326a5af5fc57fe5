import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { AccountBaseline, Boundaries, Keys, Response, studioRoleArns } from "../../../components/security";

/** Everything that watches an account, and what answers to it, in the mode of the configuration. */
const config = new pulumi.Config("watch");
const mode = config.get("mode") === "notify" ? "notify" : "stop";
const place = {
    project: pulumi.getProject(),
    stack: config.get("stack") ?? pulumi.getStack(),
    account: "111122223333",
    region: "eu-west-1",
};
const common = { place, partition: "aws", protect: false, tags: {} } as const;

const opts = {
    providers: [new aws.Provider("home", { region: place.region, allowedAccountIds: [place.account] })],
};
const keys = new Keys(
    "keys",
    {
        ...common,
        roles: studioRoleArns(place, "aws", []),
        administrators: [],
        deletionDays: 30,
        queues: true,
        serviceLogGroups: true,
        trails: true,
        configuration: true,
    },
    opts,
);
const boundaries = new Boundaries(
    "boundaries",
    { ...common, features: [], tagKey: "person", tagPropagation: false, prefix: "watch" },
    opts,
);
const shared = { ...common, logsKeyArn: keys.logsKeyArn, logRetentionDays: 365, boundaryArn: boundaries.serviceArn };

const baseline = new AccountBaseline(
    "baseline",
    {
        ...shared,
        logGroups: true,
        trail: "data",
        trailDays: 731,
        config: "recorder",
        accessAnalyzer: true,
        guardDuty: true,
        macie: true,
        securityHub: true,
        dataBuckets: ["acme-research-data"],
        forceDestroy: false,
    },
    opts,
);
new Response(
    "response",
    {
        ...shared,
        mode,
        scope: "deployment",
        domainId: "d-abcdefghijkl",
        roles: ["arn:aws:iam::111122223333:role/execution"],
        linkMakers: [],
        exempt: [],
        subnetIds: ["subnet-0123456789abcdef0"],
        groupIds: [],
        volumeKeyArns: [],
        outputKeyArns: [],
        isolation: true,
        interContainerEncryption: true,
        instances: { apps: [], jobs: [] },
        maxRuntimeHours: 24,
        remoteAccess: false,
        emails: ["security@example.com"],
        trailLogGroup: baseline.trailLogGroup!,
        breakGlass: ["arn:aws:iam::111122223333:role/break-glass"],
        queuesKeyArn: keys.queuesKeyArn!,
    },
    opts,
);
