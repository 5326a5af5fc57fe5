import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { accountPlace, physicalName } from "../../names";
import type { AccountBaselineArgs } from "./args";

/** How soon findings that stand already are told again; the shortest both services offer. */
const OFTEN = "FIFTEEN_MINUTES";

/** Turns on what AWS has to watch an account. */
export function createServices(
    parent: pulumi.Resource,
    name: string,
    args: AccountBaselineArgs,
    recording: readonly pulumi.Resource[],
): void {
    const { partition, place, tags } = args;
    if (args.accessAnalyzer) {
        new aws.accessanalyzer.Analyzer(
            `${name}-analyzer`,
            {
                analyzerName: physicalName(accountPlace(place), "analyzer", "outside-access"),
                type: "ACCOUNT",
                tags,
            },
            { parent },
        );
    }
    if (args.guardDuty) {
        const detector = new aws.guardduty.Detector(
            `${name}-guardduty`,
            { enable: true, findingPublishingFrequency: OFTEN, tags },
            { parent },
        );
        new aws.guardduty.DetectorFeature(
            `${name}-guardduty-s3`,
            { detectorId: detector.id, name: "S3_DATA_EVENTS", status: "ENABLED" },
            { parent },
        );
    }
    if (args.macie) {
        new aws.macie2.Account(`${name}-macie`, { status: "ENABLED", findingPublishingFrequency: OFTEN }, { parent });
    }
    if (args.securityHub) {
        const hub = new aws.securityhub.Account(
            `${name}-securityhub`,
            { enableDefaultStandards: false, controlFindingGenerator: "SECURITY_CONTROL", autoEnableControls: true },
            { parent },
        );
        new aws.securityhub.StandardsSubscription(
            `${name}-best-practices`,
            {
                standardsArn: `arn:${partition}:securityhub:${place.region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
            },
            { parent, dependsOn: [hub, ...recording] },
        );
    }
}
