import type * as aws from "@pulumi/aws";

import type { Feature } from "../../../policy-pack/facts";
import type { ActionSetName } from "../../names";
import { type AccessOrigin, originCondition } from "../access";
import { canvasData, type OwnBuckets, peopleData } from "./dataStatements";
import { dataKeyUse, domainKeyUse, type KeyUseArgs, sharingKeyUse } from "./keyStatements";
import { appLogs, readableLogs } from "./logStatements";
import { OWN_PROFILE } from "./own";
import { document } from "./pack";
import { statementOf } from "./personas/grant";
import { SETS } from "./personas/personas";
import { passTo } from "./passStatements";

export interface ExecutionDocumentArgs extends KeyUseArgs {
    readonly account: string;
    readonly partition: string;
    readonly features: readonly Feature[];
    /** What the persona is made of, as far as it counts. */
    readonly sets: readonly ActionSetName[];
    /** Default: none. */
    readonly team?: string | undefined;
    /** Whether any user of the deployment is in a team. */
    readonly teams: boolean;
    /** Roles one may hand to SageMaker; the role itself where a set says so. */
    readonly passed: readonly string[];
    /** Existing buckets, by name. */
    readonly dataBuckets: readonly string[];
    /** Default: the stack has none. */
    readonly ownBuckets?: OwnBuckets | undefined;
    readonly origin: AccessOrigin;
    /** Key of outputs shared with a notebook. Default: nothing is shared. */
    readonly sharingKeyArn?: string | undefined;
}

/** Sets whose statements stand in the role's own document `spaces`; those of the others are shared by a persona's roles. */
export const SPACE_SETS: readonly ActionSetName[] = ["reading", "studio"];

/**
 * Inline policies of one execution role by purpose. They are documents of their own so that those which hold no id made
 * at deployment stay readable at a first preview.
 */
export function executionDocuments(args: ExecutionDocumentArgs): Record<string, aws.iam.PolicyDocument> {
    const has = (set: ActionSetName): boolean => args.sets.includes(set);
    const data = [
        ...(has("data") ? peopleData(args) : []),
        ...(has("canvas") && args.ownBuckets?.canvas !== undefined ? canvasData(args, args.ownBuckets.canvas) : []),
    ];
    const documents: Readonly<Record<string, readonly aws.iam.PolicyStatement[]>> = {
        spaces: spaces(args),
        presign: has("studio") ? presign(args) : [],
        key: [...domainKeyUse(args), ...(data.length > 0 ? dataKeyUse(args) : [])],
        sharing:
            has("studio") && args.sharingKeyArn !== undefined ? sharingKeyUse(args.sharingKeyArn, args.region) : [],
        logs: has("studio") ? [...appLogs(args), ...readableLogs(args)] : [],
        pass: passTo(args.passed),
        data,
    };
    return Object.fromEntries(
        Object.entries(documents)
            .filter(([, statements]) => statements.length > 0)
            .map(([purpose, statements]) => [purpose, document(statements)]),
    );
}

function spaces(args: ExecutionDocumentArgs): aws.iam.PolicyStatement[] {
    const statements = [
        ...SPACE_SETS.filter((set) => args.sets.includes(set)).flatMap((set) =>
            SETS[set].grants.map((grant) => statementOf(grant, args)),
        ),
        otherDomains(args),
    ];
    // With the feature the boundary lets tunnels through, for all roles alike.
    return args.features.includes("remoteIde") && args.sets.includes("studio") && !args.sets.includes("remoteIde")
        ? [
              ...statements,
              {
                  Sid: "NoRemoteAccess",
                  Effect: "Deny",
                  Action: ["sagemaker:CreateSpace", "sagemaker:UpdateSpace"],
                  Resource: "*",
                  Condition: { StringEquals: { "sagemaker:RemoteAccess": "ENABLED" } },
              },
          ]
        : statements;
}

/**
 * SageMaker tags what is made in Studio with the domain it was made in, and nobody can change that tag: what another
 * domain's people made is theirs (F-112). What has no such tag does not match. Source: SageMaker developer guide, "Domain
 * resource isolation".
 */
function otherDomains({ account, partition, region }: ExecutionDocumentArgs): aws.iam.PolicyStatement {
    const key = "aws:ResourceTag/sagemaker:domain-arn";
    const own = `arn:${partition}:sagemaker:${region}:${account}:domain/\${sagemaker:DomainId}`;
    return {
        Sid: "NothingOfOtherDomains",
        Effect: "Deny",
        Action: ["sagemaker:*"],
        Resource: "*",
        Condition: { Null: { [key]: "false" }, StringNotEquals: { [key]: own } },
    };
}

/** The UI opens each app with a link of its own; without this, apps cannot be opened at all. */
function presign({ account, origin, partition, region }: ExecutionDocumentArgs): aws.iam.PolicyStatement[] {
    return [
        {
            Sid: "OpenOwnProfile",
            Effect: "Allow",
            Action: ["sagemaker:CreatePresignedDomainUrl"],
            Resource: [`arn:${partition}:sagemaker:${region}:${account}:user-profile/${OWN_PROFILE}`],
            Condition: originCondition(origin),
        },
    ];
}
