import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { type FunctionVpc, NodeFunction, type NodeFunctionArgs } from "../functions";
import type { Place } from "../names";
import type { Tags } from "../tags";
import type { AccessServiceArgs } from "./args";
import { directoryArn, STAGE } from "./names";
import { createLobPolicies } from "./presignPolicies";
import { providerNames, SCOPE, type SignIn } from "./signIn";

/**
 * Functions that are in no VPC, by purpose, with the reason. Neither reads data of people nor has a right in the account
 * beyond its logs and traces.
 */
export const OUTSIDE_VPC: Readonly<Record<"authorizer" | "page", string>> = {
    authorizer:
        "Reads the user pool's key set, which Cognito serves on its public host alone; it has no access to data",
    page: "Answers with a document of its own bundle and calls nothing",
};

/** Seconds. API Gateway waits longer than the function works, so that people get the function's own answer. */
export const TIMEOUTS = { authorizer: 5, presign: 10, page: 3 } as const;

/** Functions of the service. */
export interface AccessFunctions {
    readonly authorizer: NodeFunction;
    readonly presign: NodeFunction;
    readonly page: NodeFunction;
    /** What must stand before a request is answered. */
    readonly ready: readonly pulumi.Resource[];
}

export interface FunctionsArgs extends Pick<
    AccessServiceArgs,
    "place" | "partition" | "tagKey" | "lobs" | "link" | "keys" | "logRetentionDays" | "signIn"
> {
    readonly vpc: FunctionVpc;
    /** What the presign function's network interfaces and questions wait for. */
    readonly networkReady: readonly pulumi.Resource[];
    readonly tableName: pulumi.Input<string>;
    readonly apiId: pulumi.Input<string>;
    readonly pool: SignIn;
    readonly boundaryArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Makes the three functions behind the API, each with a role of its own. */
export function createFunctions(parent: pulumi.Resource, name: string, args: FunctionsArgs): AccessFunctions {
    const { place, partition, pool } = args;
    const make = (
        purpose: "authorizer" | "presign" | "page",
        own: Pick<NodeFunctionArgs, "description" | "statements" | "environment" | "vpc" | "memoryMb">,
        dependsOn: readonly pulumi.Resource[] = [],
    ): NodeFunction =>
        new NodeFunction(
            `${name}-${purpose}`,
            {
                place,
                partition,
                purpose,
                entry: `assets/functions/${purpose}/index.ts`,
                timeoutSeconds: TIMEOUTS[purpose],
                logsKeyArn: args.keys.logsKeyArn,
                logRetentionDays: args.logRetentionDays,
                boundaryArn: args.boundaryArn,
                tags: args.tags,
                ...own,
            },
            { parent, dependsOn: [...dependsOn] },
        );
    const hosted = args.signIn.mode === "hosted" ? args.signIn : undefined;
    const authorizer = make("authorizer", {
        description: "Says of a token whose it is, or refuses it",
        statements: [],
        environment: {
            API_ID: args.apiId,
            CLIENT_ID: pool.clientId,
            JWKS_URI: pool.keySetUri,
            SIGN_IN: args.signIn.mode,
            STAGE,
            USER_POOL_ISSUER: pool.issuer,
            ...(hosted === undefined ? {} : { PROVIDER_NAMES: providerNames(hosted).join(","), SCOPE }),
        },
    });
    const page = make("page", {
        description: "Answers with the page people sign in on",
        statements: [],
        environment: {
            CLIENT_ID: pool.clientId,
            REGION: place.region,
            SIGN_IN: args.signIn.mode,
            USER_POOL_ID: pool.userPoolId,
            ...(pool.host === undefined ? {} : { HOSTED_DOMAIN: pool.host, SCOPE }),
        },
    });
    const presign = make(
        "presign",
        {
            description: "Makes the link to a person's own Studio",
            statements: [
                {
                    Sid: "AskTheDirectory",
                    Effect: "Allow",
                    Action: "dynamodb:Query",
                    Resource: directoryArn(place, partition),
                },
            ],
            environment: {
                LINK_SECONDS: String(args.link.seconds),
                PARTITION: partition,
                REGION: place.region,
                SESSION_SECONDS: String(args.link.sessionMinutes * 60),
                TABLE: args.tableName,
                TAG_KEY: args.tagKey,
            },
            vpc: args.vpc,
            // Lambda gives processing power by memory, and three calls under TLS wait for it.
            memoryMb: 512,
        },
        args.networkReady,
    );
    const rights = [
        readTable(parent, `${name}-presign-table-key`, presign, args),
        ...createLobPolicies(parent, `${name}-presign`, {
            place,
            roleName: presign.roleName,
            lobs: args.lobs,
            tags: args.tags,
        }),
    ];
    return { authorizer, presign, page, ready: [...authorizer.ready, ...page.ready, ...presign.ready, ...rights] };
}

/** The directory's key, for DynamoDB's sake. Apart from the policy that names all it can beforehand: a key has an id. */
function readTable(
    parent: pulumi.Resource,
    name: string,
    presign: NodeFunction,
    { keys, place }: { readonly keys: AccessServiceArgs["keys"]; readonly place: Place },
): aws.iam.RolePolicy {
    return new aws.iam.RolePolicy(
        name,
        {
            name: "table-key",
            role: presign.roleName,
            policy: documentText("inline policy", name, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "ReadThroughDynamoDb",
                        Effect: "Allow",
                        Action: "kms:Decrypt",
                        Resource: keys.tablesKeyArn,
                        Condition: {
                            StringEquals: { "kms:ViaService": `dynamodb.${place.region}.amazonaws.com` },
                        },
                    },
                ],
            }),
        },
        { parent },
    );
}
