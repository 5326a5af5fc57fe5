import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { StudioDefaults } from "../../../components/defaults";
import { DEFAULTS } from "../../defaults/fixture";

/** A bucket with one role's defaults in it, and their parameters; `isolation` and `group` change what they say. */
const config = new pulumi.Config("defaults");
const place = { project: pulumi.getProject(), stack: pulumi.getStack(), account: "111122223333", region: "eu-west-1" };

const provider = new aws.Provider("home", { region: place.region, allowedAccountIds: [place.account] });
const key = new aws.kms.Key("data", { enableKeyRotation: true }, { provider });
const bucket = new aws.s3.Bucket("data", { bucket: "defaults-data" }, { provider });

new StudioDefaults(
    "defaults",
    {
        place,
        facts: {
            vpcId: "vpc-1",
            studioSubnetIds: DEFAULTS.subnetIds,
            jobsGroupId: config.get("group") ?? "sg-jobs",
            endpointIds: {},
            domainId: "d-1",
            keyArns: { data: key.arn },
            bucketNames: { data: "defaults-data" },
            teams: [{ team: "research", roles: DEFAULTS.roles }],
        },
        sdk: {
            bucket: "defaults-data",
            after: [bucket],
            outputKeyArn: key.arn,
            volumeKeyArn: key.arn,
            subnetIds: DEFAULTS.subnetIds,
            groupIds: [config.get("group") ?? "sg-jobs"],
            isolation: config.getBoolean("isolation") ?? true,
            interContainerEncryption: true,
            teamTag: "team",
            members: [{ name: "data-scientist_research", roleName: "execution", team: "research" }],
        },
        tags: {},
    },
    { providers: [provider] },
);
