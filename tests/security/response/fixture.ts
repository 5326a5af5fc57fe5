import * as aws from "@pulumi/aws";

import { Response, type ResponseArgs } from "../../../components/security";
import { recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/";
export const QUEUES_KEY = `${KEY}2a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`;
export const BREAK_GLASS = "arn:aws:iam::111122223333:role/emergency/break-glass";

export const ARGS: ResponseArgs = {
    place: PLACE,
    partition: "aws",
    mode: "stop",
    scope: "deployment",
    domainId: "d-ours",
    roles: ["arn:aws:iam::111122223333:role/execution", "arn:aws:iam::111122223333:role/fixture/test/"],
    linkMakers: ["arn:aws:iam::111122223333:role/user"],
    exempt: [],
    subnetIds: ["subnet-a"],
    groupIds: ["sg-jobs"],
    volumeKeyArns: [`${KEY}0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`],
    outputKeyArns: [`${KEY}1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`],
    isolation: true,
    interContainerEncryption: true,
    instances: { apps: [], jobs: ["ml.m5.*"] },
    maxRuntimeHours: 24,
    remoteAccess: false,
    emails: ["security@example.com"],
    trailLogGroup: "aws-cloudtrail-logs",
    breakGlass: [BREAK_GLASS],
    queuesKeyArn: QUEUES_KEY,
    logsKeyArn: `${KEY}3a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`,
    logRetentionDays: 365,
    boundaryArn: "arn:aws:iam::111122223333:policy/fixture/test/service-boundary",
    tags: {},
};

/** A response in a stack of its own; with `ofDomain` the domain's id comes from a resource. */
export function response(
    args: Partial<ResponseArgs> = {},
    { unknown = false, ofDomain = false } = {},
): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const opts = inPlace();
            const id = ofDomain
                ? new aws.ec2.Vpc("stands-for-the-domain", { cidrBlock: "10.0.0.0/16" }, { provider: first(opts) }).id
                : ARGS.domainId;
            return new Response("watch", { ...ARGS, domainId: id, ...args }, opts);
        },
        { ...STACK, unknown },
    );
}

function first({ providers }: ReturnType<typeof inPlace>): aws.Provider {
    return (providers as aws.Provider[])[0]!;
}
