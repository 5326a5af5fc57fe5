import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../../policy-pack/facts";
import { documentText } from "../../documents";
import { type ActionSetName, physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { SPACE_SETS } from "./executionDocuments";
import { document, packed } from "./pack";
import { type ActionGrant, type GrantPlace, statementOf } from "./personas/grant";
import { SETS } from "./personas/personas";
import { rolePath } from "./roleNames";
import { teamDocuments, teamlessStatements } from "./teamDocuments";

/** Characters of a managed policy. Source: IAM and AWS STS quotas. */
const MANAGED_LIMIT = 6144;

/** A managed policy several roles have. */
export interface SharedPolicy {
    /** Ending of its logical name, of its physical name and of its attachments' logical names. */
    readonly purpose: string;
    readonly description: string;
    readonly document: aws.iam.PolicyDocument;
}

/** What these sets allow, on resources of the place, in as few documents as fit. */
export function actionPolicies(
    purpose: string,
    description: string,
    sets: readonly ActionSetName[],
    place: GrantPlace,
): SharedPolicy[] {
    // Sets share grants: each stands with the first that has it.
    const grants = new Map(sets.flatMap((set) => sharedGrants(set).map((grant) => [grant.sid, grant])));
    const groups = [...grants.values()].map((grant) => [statementOf(grant, place)]);
    return packed(groups, MANAGED_LIMIT).map((found, index) => ({
        purpose: `${purpose}-${index + 1}`,
        description,
        document: found,
    }));
}

function sharedGrants(set: ActionSetName): readonly ActionGrant[] {
    const { grants, shared = [] } = SETS[set];
    return SPACE_SETS.includes(set) ? shared : [...grants, ...shared];
}

export interface TeamPolicyArgs {
    readonly place: GrantPlace;
    readonly features: readonly Feature[];
    readonly teamTag: string;
}

/** What keeps roles of teams to their own, by team or none. */
export function teamPolicies({ place, features, teamTag }: TeamPolicyArgs): {
    readonly inTeam: readonly SharedPolicy[];
    readonly without: readonly SharedPolicy[];
} {
    const args = { ...place, features, teamTag };
    return {
        inTeam: teamDocuments(args, MANAGED_LIMIT).map((found, index) => ({
            purpose: `teams-${index + 1}`,
            description: "Keeps roles of a team to what is their team's",
            document: found,
        })),
        without: [
            {
                purpose: "teamless",
                description: "Keeps roles without a team off what is a team's",
                document: document(teamlessStatements(args)),
            },
        ],
    };
}

/** Makes the policies; ARN by purpose. */
export function createPolicies(
    parent: pulumi.Resource,
    prefix: string,
    { place, tags }: { readonly place: Place; readonly tags: Tags },
    policies: readonly SharedPolicy[],
): Readonly<Record<string, pulumi.Output<string>>> {
    return Object.fromEntries(
        policies.map(({ purpose, description, document: found }) => {
            const name = `${prefix}-${purpose}`;
            const policy = new aws.iam.Policy(
                name,
                {
                    name: physicalName(place, "policy", purpose),
                    path: rolePath(place),
                    description,
                    policy: documentText("managed policy", name, found),
                    tags,
                },
                { parent },
            );
            return [purpose, policy.arn];
        }),
    );
}
