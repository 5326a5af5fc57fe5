import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText, KEY_ADMINISTRATION } from "../../documents";
import { physicalName, type Place } from "../../names";
import { logsKeyUse } from "../../security/keys/logsKey";
import { networkKeyUse } from "../../security/keys/networkKey";
import { queuesKeyUse } from "../../security/keys/queuesKey";
import { accountPrincipal, type Statement, THIS_KEY } from "../../security/keys/statements";
import type { Tags } from "../../tags";
import { namedLogGroups, tablesKeyUse } from "./statements";

export interface HubKeysArgs {
    readonly place: Place;
    readonly partition: string;
    /**
     * ARNs of the roles that may administer the keys; the role that deploys must be one of them, or it locks itself
     * out. Empty: whoever the account's IAM policies allow.
     */
    readonly administrators: readonly string[];
    /** Days between the order to delete a key and its deletion, 7 to 30. */
    readonly deletionDays: number;
    /** Days between two rotations, 90 to 2560. Default: 365. */
    readonly rotationDays?: number;
    /** Keys beside the one for logs: Network Firewall's, the directory's, and that of topics alarms write to. Default: none. */
    readonly purposes?: { readonly [Purpose in "network" | "tables" | "topics"]?: boolean };
    /** Whether flow logs are delivered to a bucket under the key for logs. Default: false. */
    readonly logDelivery?: boolean;
    /** Log groups under the key for logs that are not named after the stack; `*` stands for any part. Default: none. */
    readonly logGroups?: readonly string[];
    /** ARNs of the roles of the access service's functions, which read no logs. Default: none. */
    readonly functionRoles?: readonly string[];
    /** Pulumi's `protect` on the keys for logs and tables: what they encrypt is lost with them. */
    readonly protect: boolean;
    readonly tags: Tags;
}

/**
 * Keys of an account that serves all lines of business, the hub's or the access service's: no home directories, no data.
 *
 * As with the keys for Studio, administrators and users are apart, and principals are named by condition under the
 * account.
 */
export class HubKeys extends pulumi.ComponentResource {
    /** ARN of the key for log groups, and for the bucket flow logs are delivered to. */
    readonly logsKeyArn: pulumi.Output<string>;
    /** ARN of the directory's key; absent when none was asked for, as the next two. */
    readonly tablesKeyArn: pulumi.Output<string> | undefined;
    /** ARN of the key for the firewall, its policy and its rule groups. */
    readonly networkKeyArn: pulumi.Output<string> | undefined;
    /** ARN of the key for topics that alarms write to. */
    readonly topicsKeyArn: pulumi.Output<string> | undefined;

    constructor(name: string, args: HubKeysArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:HubKeys", name, {}, opts);
        const { logDelivery = false, logGroups = [], functionRoles = [], protect, purposes = {} } = args;
        const key = (purpose: string, description: string, use: readonly Statement[], kept: boolean) =>
            createKey(this, name, { ...args, purpose, description, use, protect: kept });

        const services = { serviceLogGroups: false, trails: false, configuration: false };
        const logs = logsKeyUse({ ...args, ...services, studioRoles: functionRoles, logDelivery });
        this.logsKeyArn = key(
            "logs",
            "Logs of hub and access",
            [...logs.map(withoutEmptyLists), ...(logGroups.length > 0 ? [namedLogGroups(args, logGroups)] : [])],
            protect,
        );
        this.tablesKeyArn =
            purposes.tables === true
                ? key("tables", "Directory of who opens what", tablesKeyUse(args), protect)
                : undefined;
        // What the other two encrypt, rules and messages on their way, stands in the program or is gone tomorrow.
        this.networkKeyArn =
            purposes.network === true
                ? key("network", "Network Firewall of the hub", networkKeyUse(args), false)
                : undefined;
        this.topicsKeyArn =
            purposes.topics === true ? key("topics", "Topics of alarms", topicsKeyUse(args), false) : undefined;
        this.registerOutputs({
            logsKeyArn: this.logsKeyArn,
            tablesKeyArn: this.tablesKeyArn,
            networkKeyArn: this.networkKeyArn,
            topicsKeyArn: this.topicsKeyArn,
        });
    }
}

interface KeyArgs extends HubKeysArgs {
    /** Ending of the logical name and of the alias. */
    readonly purpose: string;
    readonly description: string;
    /** What the key's policy allows beside its administration. */
    readonly use: readonly Statement[];
}

function createKey(parent: pulumi.Resource, name: string, args: KeyArgs): pulumi.Output<string> {
    const suffix = `${name}-${args.purpose}`;
    const key = new aws.kms.Key(
        suffix,
        {
            description: args.description,
            enableKeyRotation: true,
            rotationPeriodInDays: args.rotationDays ?? 365,
            deletionWindowInDays: args.deletionDays,
            policy: documentText("key policy", suffix, {
                Version: "2012-10-17",
                Statement: [administration(args), ...args.use],
            }),
            tags: { ...args.tags, Name: suffix },
        },
        { parent, protect: args.protect },
    );
    new aws.kms.Alias(
        suffix,
        { name: physicalName(args.place, "keyAlias", args.purpose), targetKeyId: key.keyId },
        { parent },
    );
    return key.arn;
}

function administration(args: HubKeysArgs): Statement {
    return {
        Sid: "Administer",
        Effect: "Allow",
        Principal: accountPrincipal(args),
        Action: [...KEY_ADMINISTRATION],
        Resource: THIS_KEY,
        ...(args.administrators.length > 0
            ? { Condition: { ArnEquals: { "aws:PrincipalArn": [...args.administrators] } } }
            : {}),
    };
}

/** Alarms write to topics here; there are no queues, and no function sends anything. */
function topicsKeyUse(args: HubKeysArgs): Statement[] {
    return queuesKeyUse({ ...args, studioRoles: [] }).filter(({ Sid }) => Sid === "EventsAndAlarmsOfThisAccount");
}

/** Without functions there is nobody to leave out, and a condition on an empty list says nothing certain. */
function withoutEmptyLists(statement: Statement): Statement {
    const condition = (statement.Condition ?? {}) as Record<string, Record<string, unknown>>;
    const operators = Object.entries(condition).filter(
        ([, keys]) => !Object.values(keys).some((value) => Array.isArray(value) && value.length === 0),
    );
    return statement.Condition === undefined ? statement : { ...statement, Condition: Object.fromEntries(operators) };
}
