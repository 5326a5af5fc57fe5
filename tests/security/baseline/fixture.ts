import * as aws from "@pulumi/aws";

import { AccountBaseline, type AccountBaselineArgs } from "../../../components/security";
import { recordComponent, type RecordedComponent } from "../../harness";

const PLACE = { project: "private-studio", stack: "dev", account: "111122223333", region: "eu-west-1" };
export const LOGS_KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
export const BOUNDARY = "arn:aws:iam::111122223333:policy/private-studio/dev/service-boundary";

const ARGS: AccountBaselineArgs = {
    place: PLACE,
    partition: "aws",
    logGroups: false,
    trail: "none",
    config: "none",
    accessAnalyzer: false,
    guardDuty: false,
    macie: false,
    securityHub: false,
    logsKeyArn: LOGS_KEY,
    logRetentionDays: 365,
    trailDays: 731,
    dataBuckets: ["acme-research-data"],
    boundaryArn: BOUNDARY,
    protect: true,
    forceDestroy: false,
    tags: { project: "private-studio" },
};

/** A baseline with these parts, in a stack of its own. */
export function baseline(parts: Partial<AccountBaselineArgs>, unknown = false): Promise<RecordedComponent> {
    const place = { ...PLACE, ...parts.place };
    return recordComponent(
        () => {
            const provider = new aws.Provider("home", { region: place.region, allowedAccountIds: [place.account] });
            return new AccountBaseline("base", { ...ARGS, ...parts }, { providers: [provider] });
        },
        { project: place.project, stack: place.stack, unknown },
    );
}

/** Names of what a baseline makes, without the component, its provider and the stack. */
export function made({ resources }: RecordedComponent): string[] {
    return resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map(({ type, name }) => `${type.replace(/^aws:|:\w+$/g, "")} ${name}`)
        .sort();
}
