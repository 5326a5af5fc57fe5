import type * as aws from "@pulumi/aws";

import type { Feature } from "../../../policy-pack/facts";
import { TEAM_SEPARATOR } from "./own";
import { packed } from "./pack";
import { NAMED_ACTIONS, teamActions } from "./teamActions";

export interface TeamArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    /** Key of the tag that holds the team. */
    readonly teamTag: string;
}

type Statement = aws.iam.PolicyStatement;

/** Actions in one statement: short enough that any two statements can share a document. */
const MOST_ACTIONS = 60;

/**
 * What keeps the roles of a team among what is their team's, as Denies that no policy attached later goes round: what
 * they create carries the tag of their team, and what they act on has it. A negated operator holds for a tag that is
 * missing as for one that differs, so that one statement denies both; a role that lost its own tag has a statement of
 * its own.
 *
 * @param limit characters of one document
 */
export function teamDocuments(args: TeamArgs, limit: number): aws.iam.PolicyDocument[] {
    const { creating, acting } = teamActions(args.features);
    const own = `\${aws:PrincipalTag/${args.teamTag}}`;
    const differs = (key: string): Statement["Condition"] => ({ StringNotEquals: { [`${key}/${args.teamTag}`]: own } });
    const deny = (sid: string, actions: readonly string[], rest: Omit<Statement, "Sid" | "Effect" | "Action">) =>
        chunks(actions, MOST_ACTIONS).map((chunk, index, all): Statement[] => [
            { Sid: all.length === 1 ? sid : `${sid}${index + 1}`, Effect: "Deny", Action: chunk, ...rest },
        ]);
    return packed(
        [
            [
                {
                    Sid: "RoleHasATeam",
                    Effect: "Deny",
                    Action: ["sagemaker:*"],
                    Resource: "*",
                    Condition: { Null: { [`aws:PrincipalTag/${args.teamTag}`]: "true" } },
                },
            ],
            ...deny("CreateForOwnTeam", creating, { Resource: "*", Condition: differs("aws:RequestTag") }),
            parts(args, creating, differs("aws:ResourceTag")),
            ...deny("ActOnOwnTeams", acting, { Resource: "*", Condition: differs("aws:ResourceTag") }),
            names(args),
        ],
        limit,
    );
}

/** Things made of others: the parts are the team's own, too. */
function parts(args: TeamArgs, creating: readonly string[], Condition: Statement["Condition"]): Statement[] {
    return (
        [
            ["ConfigsOfOwnTeam", "sagemaker:CreateEndpoint", "endpoint-config/*"],
            ["EndpointsOfOwnTeam", "sagemaker:CreateInferenceComponent", "endpoint/*"],
            ["ExperimentsOfOwnTeam", "sagemaker:CreateTrial", "experiment/*"],
        ] as const
    )
        .filter(([, action]) => creating.includes(action))
        .map(([Sid, action, resource]) => ({
            Sid,
            Effect: "Deny",
            Action: [action],
            Resource: [arn(args, resource)],
            Condition,
        }));
}

/** What takes no tags is called after the team: `research--churn`. */
function names(args: TeamArgs): Statement[] {
    const prefix = `\${aws:PrincipalTag/${args.teamTag}}${TEAM_SEPARATOR}`;
    return args.features.includes("jobs") || args.features.includes("projects")
        ? [
              {
                  Sid: "ExecutionsOfOwnTeam",
                  Effect: "Deny",
                  Action: [...NAMED_ACTIONS.executions],
                  NotResource: [arn(args, `pipeline/${prefix}*`)],
              },
              {
                  Sid: "VersionsOfOwnTeam",
                  Effect: "Deny",
                  Action: [...NAMED_ACTIONS.versions],
                  NotResource: [arn(args, `model-package/${prefix}*`)],
              },
          ]
        : [];
}

/** What keeps roles without a team off what is a team's. Actions without a tagged resource do not match. */
export function teamlessStatements(args: TeamArgs): Statement[] {
    return [
        {
            Sid: "NothingOfTeams",
            Effect: "Deny",
            Action: ["sagemaker:*"],
            Resource: "*",
            Condition: { Null: { [`aws:ResourceTag/${args.teamTag}`]: "false" } },
        },
        {
            Sid: "NoExecutionOrVersionOfTeams",
            Effect: "Deny",
            Action: [...NAMED_ACTIONS.executions, ...NAMED_ACTIONS.versions],
            Resource: ["model-package", "pipeline"].map((kind) => arn(args, `${kind}/*${TEAM_SEPARATOR}*`)),
        },
    ];
}

function arn({ account, partition, region }: TeamArgs, resource: string): string {
    return `arn:${partition}:sagemaker:${region}:${account}:${resource}`;
}

function chunks<Item>(items: readonly Item[], most: number): Item[][] {
    return items.length === 0
        ? []
        : Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
              items.slice(index * most, (index + 1) * most),
          );
}
