import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { configRulesOf } from "../../../policy-pack/facts";
import { accountPlace, physicalName } from "../../names";
import type { PrivateBucket } from "../../storage";
import type { AccountBaselineArgs } from "./args";

/** Recorder and channel are the only ones of account and Region; AWS itself calls them so. */
const ONLY = "default";

/**
 * Makes the recorder of account and Region, and with it the role AWS keeps for it.
 *
 * @returns what rules must wait for
 */
export function createRecorder(parent: pulumi.Resource, name: string, records: PrivateBucket): aws.cfg.RecorderStatus {
    // AWS's own role: no boundary can be set on it, and what it may read grows with the types AWS Config knows.
    const role = new aws.iam.ServiceLinkedRole(name, { awsServiceName: "config.amazonaws.com" }, { parent });
    const recorder = new aws.cfg.Recorder(
        name,
        {
            name: ONLY,
            roleArn: role.arn,
            // IAM's resources are among the global ones, and they decide who gets in.
            recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
        },
        { parent },
    );
    const channel = new aws.cfg.DeliveryChannel(
        name,
        {
            name: ONLY,
            s3BucketName: records.bucket.bucket,
            snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
        },
        // AWS Config takes a channel only beside a recorder, and tries the bucket.
        { parent, dependsOn: [recorder, ...records.ready] },
    );
    return new aws.cfg.RecorderStatus(name, { name: recorder.name, isEnabled: true }, { parent, dependsOn: [channel] });
}

/** Makes AWS Config's own rules about SageMaker, as far as the Region has them. */
export function createRules(
    parent: pulumi.Resource,
    name: string,
    args: AccountBaselineArgs,
    recording: readonly pulumi.Resource[],
): void {
    for (const { identifier } of configRulesOf(args.place.region)) {
        const rule = identifier.toLowerCase().replace(/_/g, "-");
        new aws.cfg.Rule(
            `${name}-${rule}`,
            {
                name: physicalName(accountPlace(args.place), "configRule", rule),
                source: { owner: "AWS", sourceIdentifier: identifier },
                tags: args.tags,
            },
            // A rule without a running recorder is refused.
            { parent, dependsOn: [...recording] },
        );
    }
}
