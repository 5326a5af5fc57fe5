import type * as aws from "@pulumi/aws";

import type { ActionSetName } from "../../names";
import { type DataArgs, jobData } from "./dataStatements";
import { dataKeyUse, domainKeyUse, type KeyUseArgs } from "./keyStatements";
import { jobLogs } from "./logStatements";
import { document } from "./pack";
import { INTERFACES, passTo } from "./passStatements";
import { statementOf } from "./personas/grant";
import type { JobRoleKind } from "./roleNames";

export interface JobDocumentArgs extends KeyUseArgs, DataArgs {
    readonly account: string;
    readonly kind: JobRoleKind;
    /** Roles a pipeline may hand to SageMaker for its steps. */
    readonly passed: readonly string[];
}

/** What the steps of a pipeline are made of; a pipeline opens nothing and has no space. */
export const PIPELINE_SETS: readonly ActionSetName[] = ["jobs", "tuning", "autoMl", "experiments", "models"];

/** Inline policies of one job role by purpose. */
export function jobDocuments(args: JobDocumentArgs): Record<string, aws.iam.PolicyDocument> {
    const data = jobData(args, args.kind === "model" ? "read" : "write");
    const runs = args.kind !== "pipeline";
    const documents: Readonly<Record<string, readonly aws.iam.PolicyStatement[]>> = {
        network: runs ? [...INTERFACES.map((grant) => statementOf(grant, args)), ...images(args)] : [],
        key: [...domainKeyUse(args), ...dataKeyUse(args)],
        logs: jobLogs(args, args.kind),
        pass: passTo(args.kind === "pipeline" ? args.passed : []),
        data,
    };
    return Object.fromEntries(
        Object.entries(documents)
            .filter(([, statements]) => statements.length > 0)
            .map(([purpose, statements]) => [purpose, document(statements)]),
    );
}

function images({ account, partition, region }: JobDocumentArgs): aws.iam.PolicyStatement[] {
    return [
        {
            Sid: "PullAccountImages",
            Effect: "Allow",
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resource: [`arn:${partition}:ecr:${region}:${account}:repository/*`],
        },
        {
            // Neither action has a resource type that applies: a token for the registry, metrics by namespace.
            Sid: "RegistryTokenAndMetrics",
            Effect: "Allow",
            Action: ["cloudwatch:PutMetricData", "ecr:GetAuthorizationToken"],
            Resource: "*",
        },
    ];
}
