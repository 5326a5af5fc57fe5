import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import type { ResponseArgs } from "./args";
import type { ResponseNames } from "./names";
import { topicPolicy } from "./resourcePolicies";

/** Makes the topic people are told by. */
export function createNotices(
    parent: pulumi.Resource,
    name: string,
    args: ResponseArgs,
    names: ResponseNames,
    alarmArns: readonly string[],
): aws.sns.Topic {
    const topic = new aws.sns.Topic(
        name,
        { name: names.topic, kmsMasterKeyId: args.queuesKeyArn, tags: args.tags },
        { parent },
    );
    new aws.sns.TopicPolicy(
        name,
        {
            arn: topic.arn,
            policy: documentText(
                "topic policy",
                name,
                topicPolicy({ topicArn: names.topicArn, alarmArns, account: args.place.account }),
            ),
        },
        { parent },
    );
    for (const email of args.emails) {
        new aws.sns.TopicSubscription(
            `${name}-${email}`,
            { topic: topic.arn, protocol: "email", endpoint: email },
            { parent },
        );
    }
    return topic;
}
