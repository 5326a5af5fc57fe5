import * as aws from "@pulumi/aws";

import { Drain, drainTag, NetworkSweep } from "../../../components/domain/drain";
import { Boundaries } from "../../../components/security/roles";
import { recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

/** A domain with both parts of its drain, below the boundary of services' roles. */
export function recordDrain(homes: "retain" | "delete", unknown = false): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const opts = inPlace();
            const resource = { provider: (opts.providers as aws.Provider[])[0] as aws.Provider };
            const boundaries = new Boundaries(
                "studio-boundaries",
                {
                    place: PLACE,
                    partition: "aws",
                    features: ["studio"],
                    tagKey: "person",
                    tagPropagation: false,
                    prefix: "studio",
                    tags: {},
                },
                opts,
            );
            const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" }, resource);
            const subnet = new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }, resource);
            const sweep = new NetworkSweep(
                "studio-drain-network",
                {
                    place: PLACE,
                    partition: "aws",
                    vpcId: vpc.id,
                    subnetIds: [subnet.id],
                    homes,
                    ownVpc: true,
                    logsKeyArn: KEY,
                    logRetentionDays: 365,
                    boundaryArn: boundaries.serviceArn,
                    tags: { project: "fixture" },
                },
                opts,
            );
            const domain = new aws.sagemaker.Domain(
                "studio-domain",
                {
                    domainName: "studio",
                    authMode: "IAM",
                    vpcId: vpc.id,
                    subnetIds: [subnet.id],
                    defaultUserSettings: { executionRole: "arn:aws:iam::111122223333:role/execution" },
                    tags: drainTag(PLACE, "aws"),
                },
                { ...resource, dependsOn: [...sweep.ready] },
            );
            new Drain(
                "studio-drain",
                { sweep, domainId: domain.id, domainArn: domain.arn, vpcId: vpc.id, after: [domain] },
                opts,
            );
        },
        { ...STACK, unknown },
    );
}
