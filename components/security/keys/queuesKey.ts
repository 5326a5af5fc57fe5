import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "./statements";

/** Who sends and receives through queues and topics. */
export interface QueuesKeyArgs extends KeyPlace {
    /** ARNs of the roles of apps and jobs, which have no business with queues. */
    readonly studioRoles: readonly string[];
}

/** What EventBridge, CloudWatch alarms and functions do with the key for queues and topics. */
export function queuesKeyUse(args: QueuesKeyArgs): Statement[] {
    const Action = ["kms:Decrypt", "kms:GenerateDataKey*"];
    return [
        {
            // SQS and SNS ask for both in the sender's name. Sources: SQS developer guide, "Key management", and SNS developer
            // guide, "Enable compatibility between event sources from AWS services and encrypted topics". That EventBridge
            // sends the account there too is inferred from what it does elsewhere: if its events do not arrive, look here.
            Sid: "EventsAndAlarmsOfThisAccount",
            Effect: "Allow",
            Principal: { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com"] },
            Action,
            Resource: THIS_KEY,
            Condition: { StringEquals: { "aws:SourceAccount": args.place.account } },
        },
        {
            // Functions that send, and people who read what could not be delivered: who, is for IAM to say.
            Sid: "UseThroughQueues",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action,
            Resource: THIS_KEY,
            Condition: {
                ArnNotEquals: { "aws:PrincipalArn": [...args.studioRoles] },
                StringEquals: via(args, "sns", "sqs"),
            },
        },
    ];
}
