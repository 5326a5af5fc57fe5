import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../../policy-pack/facts";
import { documentText } from "../../documents";
import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { executionBoundary } from "./executionBoundary";
import { personBoundary, serviceBoundary } from "./otherBoundaries";
import { rolePath } from "./roleNames";

export interface BoundariesArgs {
    readonly place: Place;
    readonly partition: string;
    readonly features: readonly Feature[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Key of the tag that holds the team. Default: there are no teams. */
    readonly teamTag?: string | undefined;
    /** Whether the domain gives its tags and the profile's to what people create. */
    readonly tagPropagation: boolean;
    /** Whether there is a role people assume. Default: true. */
    readonly people?: boolean | undefined;
    /** What the logical name of the execution boundary begins with: `studio` makes `studio-execution-boundary`. */
    readonly prefix: string;
    readonly tags: Tags;
}

/** The upper bounds of all roles: one of execution and job roles, one of services' roles, one of the role people assume. */
export class Boundaries extends pulumi.ComponentResource {
    /** ARN of the boundary of execution and job roles. */
    readonly executionArn: pulumi.Output<string>;
    /** ARN of the boundary of the role people assume; undefined where there is no such role. */
    readonly personArn: pulumi.Output<string> | undefined;

    private service: pulumi.Output<string> | undefined;

    constructor(
        private readonly name: string,
        private readonly args: BoundariesArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("private-studio:security:Boundaries", name, {}, opts);
        const { account, region } = args.place;
        const { features, partition, tagKey, tagPropagation, teamTag } = args;
        const execution = `${args.prefix}-execution`;
        this.executionArn = this.createBoundary(
            `${execution}-boundary`,
            {
                name: physicalName(args.place, "policy", "execution-boundary"),
                description: "Upper bound of every Studio execution role of this deployment",
                tags: args.tags,
            },
            executionBoundary({ account, partition, region, features, tagKey, teamTag, tagPropagation }),
            // It stood below the role's component when there was one role.
            [{ parent: pulumi.createUrn(execution, "private-studio:security:ExecutionRole", opts?.parent) }],
        );
        this.personArn =
            args.people === false
                ? undefined
                : this.createBoundary(
                      `${name}-person`,
                      {
                          name: physicalName(args.place, "policy", "person-boundary"),
                          path: rolePath(args.place),
                          description: "Upper bound of the role people assume to open Studio",
                          tags: args.tags,
                      },
                      personBoundary(),
                  );
        this.registerOutputs({
            executionArn: this.executionArn,
            ...(this.personArn && { personArn: this.personArn }),
        });
    }

    /**
     * ARN of the boundary of roles of flow logs, functions and the like. It is made when the first role asks for it: a
     * policy nobody has would only lie there to be attached.
     */
    get serviceArn(): pulumi.Output<string> {
        this.service ??= this.createBoundary(
            `${this.name}-service`,
            {
                name: physicalName(this.args.place, "policy", "service-boundary"),
                path: rolePath(this.args.place),
                description: "Upper bound of every role of this deployment that a service works under",
                tags: this.args.tags,
            },
            serviceBoundary(),
        );
        return this.service;
    }

    private createBoundary(
        name: string,
        args: Omit<aws.iam.PolicyArgs, "policy">,
        document: aws.iam.PolicyDocument,
        aliases: pulumi.Alias[] = [],
    ): pulumi.Output<string> {
        const policy = documentText("managed policy", name, document);
        return new aws.iam.Policy(name, { ...args, policy }, { parent: this, aliases }).arn;
    }
}
