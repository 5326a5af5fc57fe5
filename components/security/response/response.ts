import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { functionNames, NodeFunction } from "../../functions";
import { alarmArns, createAlarms } from "./alarms";
import type { ResponseArgs } from "./args";
import { responseNames } from "./names";
import { createNotices } from "./notices";
import { idStatements, stopStatements } from "./permissions";
import { createQueues, type Queues, TIMEOUT_SECONDS } from "./queues";
import { rulesText } from "./rulesText";
import { createRules } from "./watch";

/** Events the function takes at once. */
const BATCH = 5;

/** Functions that run at once, the fewest Lambda allows: SageMaker throttles its Describe actions. */
const CONCURRENCY = 2;

/**
 * Watches what is started in SageMaker: EventBridge sends each start to a queue, a function judges it as it stands and, in
 * mode `stop`, stops it. People are told by a topic, of alarms too.
 *
 * A queue stands between, because much cannot be stopped while it is being made: the event comes again until it can, for
 * over an hour, and what fails to the end is kept.
 */
export class Response extends pulumi.ComponentResource {
    /** ARN of the topic people are told by. */
    readonly topicArn: pulumi.Output<string>;
    /** URL of the queue for events nobody could handle. */
    readonly deadLettersUrl: pulumi.Output<string>;

    constructor(name: string, args: ResponseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Response", name, {}, opts);
        const names = responseNames(args.place, args.partition);
        const alarms = alarmArns(args.place, args.partition, args.breakGlass);
        const topic = createNotices(this, `${name}-notices`, args, names, alarms);
        const queues = createQueues(this, name, args, names);
        const stop = new NodeFunction(
            `${name}-stop`,
            {
                place: args.place,
                partition: args.partition,
                purpose: "stop",
                entry: "assets/functions/stop/index.ts",
                description: "Judges what is started in SageMaker, and stops what is outside the rules",
                statements: stopStatements(args, names),
                environment: { RULES: rulesText(args), TOPIC_ARN: topic.arn },
                timeoutSeconds: TIMEOUT_SECONDS,
                logsKeyArn: args.logsKeyArn,
                logRetentionDays: args.logRetentionDays,
                boundaryArn: args.boundaryArn,
                tags: args.tags,
            },
            { parent: this },
        );
        this.connect(name, args, queues, stop);
        createRules(this, name, args, names, queues);
        createAlarms(this, name, args, {
            topicArn: topic.arn,
            deadLettersName: queues.deadLetters.name,
            functionName: stop.functionName,
        });
        this.topicArn = topic.arn;
        this.deadLettersUrl = queues.deadLetters.url;
        this.registerOutputs({ topicArn: this.topicArn, deadLettersUrl: this.deadLettersUrl });
    }

    private connect(name: string, args: ResponseArgs, queues: Queues, stop: NodeFunction): void {
        const { roleName } = functionNames(args.place, args.partition, "stop");
        // Apart from the function's own policy, which names all it can beforehand and is readable at a first preview.
        const byIds = new aws.iam.RolePolicy(
            `${name}-stop-ids`,
            {
                name: "ids",
                role: stop.roleArn.apply(() => roleName),
                policy: documentText("inline policy", `${name}-stop-ids`, {
                    Version: "2012-10-17",
                    Statement: idStatements({ ...args, domainId: pulumi.output(args.domainId) }),
                }),
            },
            { parent: this },
        );
        new aws.lambda.EventSourceMapping(
            `${name}-stop`,
            {
                eventSourceArn: queues.events.arn,
                functionName: stop.functionName,
                batchSize: BATCH,
                functionResponseTypes: ["ReportBatchItemFailures"],
                scalingConfig: { maximumConcurrency: CONCURRENCY },
                tags: args.tags,
            },
            // Lambda tries the queue as the role when the mapping is made.
            { parent: this, dependsOn: [...stop.ready, byIds] },
        );
    }
}
