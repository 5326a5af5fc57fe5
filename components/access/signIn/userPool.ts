import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import type { SignInArgs } from "../args";

export interface PoolArgs {
    readonly place: Place;
    readonly signIn: SignInArgs;
    /** Whether Pulumi and AWS refuse to delete the pool. */
    readonly protect: boolean;
    readonly tags: Tags;
}

/**
 * What a password must be. Cognito remembers the last ones from its plan Essentials on. A temporary password is for the
 * day it is handed over.
 */
const PASSWORDS = {
    minimumLength: 14,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
    passwordHistorySize: 12,
    temporaryPasswordValidityDays: 1,
};

/**
 * Makes the user pool: administrators make the accounts, everybody has a password and a code from an app, and nobody but
 * an administrator helps who has lost them. A message or a mail is no second factor here and no way back in.
 *
 * Threat protection comes with the plan Plus. Source: Cognito developer guide, "User pool feature plans".
 */
export function createPool(
    parent: pulumi.Resource,
    name: string,
    { place, protect, signIn, tags }: PoolArgs,
): aws.cognito.UserPool {
    return new aws.cognito.UserPool(
        `${name}-people`,
        {
            name: physicalName(place, "userPool", "people"),
            adminCreateUserConfig: { allowAdminCreateUserOnly: true },
            accountRecoverySetting: { recoveryMechanisms: [{ name: "admin_only", priority: 1 }] },
            mfaConfiguration: "ON",
            softwareTokenMfaConfiguration: { enabled: true },
            passwordPolicy: PASSWORDS,
            signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] },
            // Two names must not differ in case alone: they are one person's.
            usernameConfiguration: { caseSensitive: false },
            userPoolTier: signIn.plan === "plus" ? "PLUS" : "ESSENTIALS",
            ...(signIn.plan === "plus" ? { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } } : {}),
            deletionProtection: protect ? "ACTIVE" : "INACTIVE",
            tags,
        },
        { parent, protect },
    );
}
