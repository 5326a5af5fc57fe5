import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { StudioDomain, StudioImages } from "../../../components/domain";
import { ARGS } from "../../domain/domainStack";
import { IMAGE } from "../../domain/imagesStack";

/** A domain with one image of one's own, of the digest in the configuration; without it, before the first push. */
const config = new pulumi.Config("images");
const digest = config.get("digest");
const place = { project: pulumi.getProject(), stack: pulumi.getStack(), account: "111122223333", region: "eu-west-1" };

const provider = new aws.Provider("home", { region: place.region, allowedAccountIds: [place.account] });
const opts = { provider };
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, opts);
const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }, opts);
const group = new aws.ec2.SecurityGroup("apps", { vpcId: vpc.id, description: "apps" }, opts);
const role = new aws.iam.Role(
    "execution",
    { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) },
    opts,
);
const key = new aws.kms.Key("data", { enableKeyRotation: true }, opts);
const boundary = new aws.iam.Policy(
    "boundary",
    { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }) },
    opts,
);

const images = new StudioImages(
    "images",
    {
        place,
        partition: "aws",
        images: [{ ...IMAGE, digest }],
        keyArn: key.arn,
        boundaryArn: boundary.arn,
        protect: false,
        tags: {},
    },
    { providers: [provider] },
);
new StudioDomain(
    "domain",
    {
        ...ARGS,
        place,
        vpcId: vpc.id,
        subnetIds: [subnet.id],
        defaultGroupId: group.id,
        executionRoleArn: role.arn,
        keyArn: key.arn,
        customImages: images.customImages,
        protect: false,
        tags: {},
    },
    { providers: [provider] },
);
