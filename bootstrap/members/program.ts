import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../components/names";
import { deployBoundary } from "../policies/boundaries";
import { deployStatements } from "../policies/deployment";
import { split } from "../policies/document";
import { deployerTrust } from "../policies/trust";
import { WorkflowRole } from "../workflowRole";
import { type MemberSettings, PROJECT } from "./settings";

/** What the stack file needs of this account. Names are contract. */
export interface MemberOutputs {
    /** For `accounts.NAME.assumeRole`. */
    readonly assumeRole: { readonly arn: pulumi.Output<string>; readonly externalId: string };
}

/**
 * Makes the role through which the pipeline deploys into one account: below a permissions boundary, for the names of
 * the units that stand here, and for nobody but the stack's deploy role.
 */
export function createMember(settings: MemberSettings): MemberOutputs {
    const { account, region, egress, deployRole, externalId, tags } = settings;
    const units = settings.units.map((unit): Place => ({
        project: settings.project,
        stack: settings.deployedStack,
        account,
        region,
        unit,
    }));
    const role = new WorkflowRole(
        "deployer",
        {
            place: { project: PROJECT, stack: settings.stack, account, region },
            purpose: "deployer",
            description: `Updates of ${settings.project} ${settings.deployedStack} in this account: ${settings.units.join(", ")}`,
            trust: deployerTrust(deployRole, externalId),
            boundary: deployBoundary({ region, places: units, egress }),
            permissions: split(deployStatements(units, egress)),
            tags,
        },
        { providers: [new aws.Provider("account", { region, allowedAccountIds: [account] })] },
    );
    return { assumeRole: { arn: role.arn, externalId } };
}
