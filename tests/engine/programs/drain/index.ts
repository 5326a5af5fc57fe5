import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Drain, drainTag, NetworkSweep } from "../../../../components/domain/drain";
import { USER_TAG } from "../../../../components/names";

/** A network, a domain and its profiles, with the parts of the drain around them as a deployment has them. */
const config = new pulumi.Config();
const homes = config.require<"retain" | "delete">("homes");
const isDrained = config.requireBoolean("drain");
const protect = config.getBoolean("protect") ?? false;
const cidr = config.get("cidr") ?? "10.0.0.0/16";

const place = { project: "case", stack: "dev", account: "111122223333", region: "eu-west-1" };
const partition = "aws";

const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: cidr });
const subnets = [0, 1].map(
    (index) =>
        new aws.ec2.Subnet(`subnet-${index}`, { vpcId: vpc.id, cidrBlock: cidr.replace("0.0/16", `${index}.0/24`) }),
);
const group = new aws.ec2.SecurityGroup("apps", { vpcId: vpc.id, description: "Apps" });
const key = new aws.kms.Key("logs", { description: "Logs" });
const nothing = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const boundary = new aws.iam.Policy("boundary", { policy: nothing });
const role = new aws.iam.Role("execution", { assumeRolePolicy: nothing });

const sweep = isDrained
    ? new NetworkSweep("drain-network", {
          place,
          partition,
          vpcId: vpc.id,
          subnetIds: subnets.map(({ id }) => id),
          homes,
          ownVpc: true,
          logsKeyArn: key.arn,
          logRetentionDays: 365,
          boundaryArn: boundary.arn,
          tags: {},
      })
    : undefined;
const domain = new aws.sagemaker.Domain(
    "domain",
    {
        domainName: "studio",
        authMode: "IAM",
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
        defaultUserSettings: { executionRole: role.arn, securityGroups: [group.id] },
        retentionPolicy: { homeEfsFileSystem: homes === "delete" ? "Delete" : "Retain" },
        tags: isDrained && !protect ? drainTag(place, partition) : {},
    },
    { protect, dependsOn: [...(sweep?.ready ?? [])] },
);
const profiles = ["alice", "bob"].map(
    (name) =>
        new aws.sagemaker.UserProfile(name, {
            domainId: domain.id,
            userProfileName: name,
            tags: { [USER_TAG]: name },
        }),
);
if (sweep !== undefined) {
    new Drain("drain", {
        sweep,
        domainId: domain.id,
        domainArn: domain.arn,
        vpcId: vpc.id,
        after: [domain, ...profiles],
    });
}
