import * as pulumi from "@pulumi/pulumi";

import { createAlarms } from "./alarms";
import { createApi, createRestApi } from "./api";
import type { AccessServiceArgs } from "./args";
import { createBoundary } from "./boundary";
import { createTable } from "./directory";
import { createFunctions } from "./functions";
import { createNetwork } from "./network";
import { presignRoleArn } from "./names";
import { createSignIn } from "./signIn";

/**
 * What people open their Studio with: a private API with a page to sign in on, and a function that takes on the access
 * role of a person's line of business and makes the link. Everything it needs of other accounts it is given as ids and
 * ARNs; the directory's entries are made apart (`Directory`), since they name what does not exist yet here.
 */
export class AccessService extends pulumi.ComponentResource {
    /** Role the lines of business's access roles trust. A plain text, so that documents that name it can be read. */
    readonly presignRoleArn: string;
    readonly apiId: pulumi.Output<string>;
    /** Where the page is. */
    readonly apiUrl: pulumi.Output<string>;
    readonly userPoolId: pulumi.Output<string>;
    readonly clientId: pulumi.Output<string>;
    /** Name of the directory. */
    readonly tableName: pulumi.Output<string>;
    readonly vpcId: pulumi.Output<string>;
    /** Attachment to the hub's transit gateway, to be accepted and routed there. */
    readonly attachmentId: pulumi.Output<string>;
    /** Tables that need the routes to the hub's endpoints. */
    readonly workloadTables: readonly {
        readonly zone: string;
        readonly tier: string;
        readonly routeTableId: pulumi.Output<string>;
    }[];
    /** Topic of the alarms. */
    readonly noticesTopicArn: pulumi.Output<string>;
    /** What must stand before another account's role may trust the presign function's. */
    readonly roleReady: readonly pulumi.Resource[];
    /** What must stand before a request is answered. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: AccessServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:access:AccessService", name, {}, opts);
        const { keys, logRetentionDays, partition, place, protect, tags } = args;
        const boundary = createBoundary(this, name, { place, tags });
        const network = createNetwork(this, name, {
            ...args.network,
            place,
            partition,
            logsKeyArn: keys.logsKeyArn,
            boundaryArn: boundary.arn,
            protect,
            tags,
        });
        const table = createTable(this, name, { place, keyArn: keys.tablesKeyArn, protect, tags });
        const rest = createRestApi(this, name, { ...args });
        const pool = createSignIn(this, name, { ...args, pageUrl: rest.url });
        const functions = createFunctions(this, name, {
            ...args,
            vpc: network.functions,
            networkReady: network.ready,
            tableName: table.name,
            apiId: rest.api.id,
            pool,
            boundaryArn: boundary.arn,
        });
        const api = createApi(this, name, rest, {
            place,
            partition,
            functions,
            logs: {
                keyArn: keys.logsKeyArn,
                retentionDays: logRetentionDays,
                boundaryArn: boundary.arn,
                setRole: args.setsApiGatewayLogRole ?? true,
            },
            throttle: args.throttle,
            tags,
        });
        this.noticesTopicArn = createAlarms(this, name, {
            place,
            partition,
            apiName: rest.api.name,
            accessLogGroup: api.accessLogGroup,
            topicsKeyArn: keys.topicsKeyArn,
            emails: args.alarms.emails,
            tags,
        });
        this.presignRoleArn = presignRoleArn(place, partition);
        this.apiId = rest.api.id;
        this.apiUrl = rest.url;
        this.userPoolId = pool.userPoolId;
        this.clientId = pool.clientId;
        this.tableName = table.name;
        this.vpcId = network.vpcId;
        this.attachmentId = network.attachmentId;
        this.workloadTables = network.workloadTables;
        this.roleReady = functions.presign.ready;
        this.ready = [...functions.ready, ...pool.ready, ...api.ready];
        this.registerOutputs({
            presignRoleArn: this.presignRoleArn,
            apiId: this.apiId,
            apiUrl: this.apiUrl,
            userPoolId: this.userPoolId,
            clientId: this.clientId,
            tableName: this.tableName,
            vpcId: this.vpcId,
            attachmentId: this.attachmentId,
            noticesTopicArn: this.noticesTopicArn,
        });
    }
}
