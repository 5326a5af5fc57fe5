import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Tags } from "../../tags";

/** What the deployment lets run, and who works in it; ids may be unknown until it stands. */
export interface ResponseRules {
    readonly mode: "notify" | "stop";
    readonly scope: "deployment" | "account";
    readonly domainId: pulumi.Input<string>;
    /** ARNs of the roles of apps and jobs; one that ends in `/` stands for all roles of that path. */
    readonly roles: readonly string[];
    /** ARNs of roles that make links for people, in the same form. */
    readonly linkMakers: readonly pulumi.Input<string>[];
    /** ARNs of roles whose own calls are left alone. */
    readonly exempt: readonly string[];
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly groupIds: readonly pulumi.Input<string>[];
    readonly volumeKeyArns: readonly pulumi.Input<string>[];
    readonly outputKeyArns: readonly pulumi.Input<string>[];
    readonly isolation: boolean;
    readonly interContainerEncryption: boolean;
    /** Patterns of instance types. Empty: all. */
    readonly instances: { readonly apps: readonly string[]; readonly jobs: readonly string[] };
    readonly maxRuntimeHours: number;
    /** Whether people may connect an editor of their own to a space. */
    readonly remoteAccess: boolean;
}

export interface ResponseArgs extends ResponseRules {
    readonly place: Place;
    readonly partition: string;
    /** Who is told by e-mail. */
    readonly emails: readonly string[];
    /** Name of the log group a trail of this Region writes to. */
    readonly trailLogGroup: pulumi.Input<string>;
    /** ARNs of roles for emergencies, whose every use raises an alarm. */
    readonly breakGlass: readonly string[];
    /** Key of queues and topic; its policy must admit EventBridge and CloudWatch alarms. */
    readonly queuesKeyArn: pulumi.Input<string>;
    /** Key of the function's log group. */
    readonly logsKeyArn: pulumi.Input<string>;
    readonly logRetentionDays: number;
    /** Permissions boundary of the function's role. */
    readonly boundaryArn: pulumi.Input<string>;
    readonly tags: Tags;
}
