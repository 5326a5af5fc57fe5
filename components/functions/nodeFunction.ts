import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import type { Place } from "../names";
import type { Tags } from "../tags";
import { bundle, HANDLER, RUNTIME } from "./bundle";
import { functionNames } from "./functionNames";
import { functionBasics, functionTrust, interfaceStatements } from "./functionPolicies";

/** Where a function's network interfaces are. */
export interface FunctionVpc {
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly groupId: pulumi.Input<string>;
}

export interface NodeFunctionArgs {
    readonly place: Place;
    readonly partition: string;
    /** What the function is for, as its names end; see `functionNames`. */
    readonly purpose: string;
    /** Source from the root of the project, as `assets/functions/drain/index.ts`; it exports `handler`. */
    readonly entry: string;
    readonly description: string;
    /** What the function may do beyond writing its logs and traces, each statement with a Sid of its own. */
    readonly statements: readonly aws.iam.PolicyStatement[];
    /** Plain values, never secrets: whoever may read the function's configuration sees them. Default: none. */
    readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
    /** Key for the environment instead of AWS's own; its policy must admit Lambda for the deployer and the role. */
    readonly environmentKeyArn?: pulumi.Input<string>;
    /** 1 to 900. */
    readonly timeoutSeconds: number;
    /** 128 to 10,240. Default: 256. */
    readonly memoryMb?: number;
    /** How many may run at once, taken from the account's concurrency. Default: as many as the account has room for. */
    readonly reservedConcurrency?: number;
    /** Queue or topic for events an asynchronous call failed at. Default: none, for functions that are called synchronously. */
    readonly deadLetterArn?: pulumi.Input<string>;
    /**
     * Subnets and group of the function's network interfaces, where what it calls is reached through a VPC.
     * Default: it is outside.
     */
    readonly vpc?: FunctionVpc;
    /** Key of the log group; its policy must admit CloudWatch Logs for groups of this stack. */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    /** Permissions boundary of the role. */
    readonly boundaryArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/**
 * A TypeScript function of this project in Lambda, with its own role, log group and nothing else.
 *
 * Unless `vpc` is given it is not in a VPC: it talks to AWS's public endpoints only, holds no data of people, nobody can
 * call it but whom IAM allows, and it must work while the VPC is being taken down. A place in a VPC adds network
 * interfaces that hold subnets and groups for up to 20 minutes after it is gone; it is for a function that handles data
 * or hands out access, and that must reach nothing but the endpoints of that VPC.
 */
export class NodeFunction extends pulumi.ComponentResource {
    /** Physical name. */
    readonly functionName: pulumi.Output<string>;
    /** Resolves once the function may do its work: its policy stands. */
    readonly arn: pulumi.Output<string>;
    readonly roleArn: pulumi.Output<string>;
    /** For further policies of the role. */
    readonly roleName: pulumi.Output<string>;
    /** SHA-256 of the code. */
    readonly sha256: string;
    /** What must stand before the function is called. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: NodeFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:functions:NodeFunction", name, {}, opts);
        const names = functionNames(args.place, args.partition, args.purpose);
        const logGroup = new aws.cloudwatch.LogGroup(
            name,
            {
                name: names.logGroupName,
                kmsKeyId: args.logsKeyArn,
                retentionInDays: args.logRetentionDays,
                tags: args.tags,
            },
            { parent: this },
        );
        const role = new aws.iam.Role(
            name,
            {
                name: names.roleName,
                path: names.rolePath,
                description: `Function: ${args.description}`,
                assumeRolePolicy: documentText("trust policy", name, functionTrust(args.place.account)),
                permissionsBoundary: args.boundaryArn,
                tags: args.tags,
            },
            { parent: this },
        );
        const policy = new aws.iam.RolePolicy(
            name,
            {
                name: "function",
                role: role.name,
                policy: documentText("inline policy", name, {
                    Version: "2012-10-17",
                    Statement: [
                        ...functionBasics(names.logGroupArn, args.deadLetterArn),
                        ...(args.vpc === undefined ? [] : interfaceStatements(names.functionArn)),
                        ...args.statements,
                    ],
                }),
            },
            { parent: this },
        );
        const { archive, sha256 } = bundle(args.entry);
        const made = new aws.lambda.Function(
            name,
            {
                name: names.functionName,
                description: args.description,
                runtime: RUNTIME,
                architectures: ["arm64"],
                handler: HANDLER,
                code: archive,
                role: role.arn,
                timeout: args.timeoutSeconds,
                memorySize: args.memoryMb ?? 256,
                ...(args.reservedConcurrency === undefined
                    ? {}
                    : { reservedConcurrentExecutions: args.reservedConcurrency }),
                ...(args.environment === undefined ? {} : { environment: { variables: { ...args.environment } } }),
                ...(args.vpc === undefined
                    ? {}
                    : {
                          vpcConfig: { subnetIds: [...args.vpc.subnetIds], securityGroupIds: [args.vpc.groupId] },
                      }),
                ...(args.environmentKeyArn === undefined ? {} : { kmsKeyArn: args.environmentKeyArn }),
                ...(args.deadLetterArn === undefined ? {} : { deadLetterConfig: { targetArn: args.deadLetterArn } }),
                tracingConfig: { mode: "Active" },
                loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
                tags: { ...args.tags, Name: name },
            },
            // Lambda checks that the role may use the dead-letter target and the VPC; and a destroy takes the policy away
            // last, after the network interfaces.
            { parent: this, dependsOn: [policy] },
        );
        this.functionName = made.name;
        this.arn = made.arn;
        this.roleArn = role.arn;
        this.roleName = role.name;
        this.sha256 = sha256;
        this.ready = [policy, made];
        this.registerOutputs({ functionName: this.functionName, arn: this.arn, roleArn: this.roleArn });
    }
}
