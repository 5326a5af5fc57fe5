import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair, section } from "../remediation";
import { checkFlows, checkGuests } from "./clients";
import { checkPasswords, repairPasswords } from "./passwords";
import { IDENTITY_POOL, MANAGED_CLIENT, USER_POOL, USER_POOL_CLIENT } from "./tokens";

interface SignInConfig extends Record<string, unknown> {
    readonly minimumPasswordLength: number;
    readonly threatProtection: "ENFORCED" | "AUDIT" | "OFF";
}

const MODES = ["OFF", "AUDIT", "ENFORCED"] as const;

/** P70: whoever can sign in, or make an account of their own, stands before Studio. */
export const userPool = resourcePolicy<SignInConfig>({
    id: "P70",
    name: "cognito-user-pool-hardened",
    title: "Sign-in is for known people with a second factor",
    description:
        "The user pool, its clients and identity pools must admit known people only, with a second factor and strong passwords.",
    why: "In a pool that anybody can join, or that a guessed password opens, sign-in proves nothing. The implicit flow leaves tokens in addresses, and guests of an identity pool get credentials of your account.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist(
        "IA-2(1)",
        "Identification and Authentication | Multi-factor Authentication to Privileged Accounts",
    ),
    publishedIds: [
        "fsbp:Cognito.1",
        "fsbp:Cognito.2",
        "fsbp:Cognito.3",
        "cdk-nag:AwsSolutions-COG1",
        "cdk-nag:AwsSolutions-COG2",
        "cdk-nag:AwsSolutions-COG4",
        "cdk-nag:AwsSolutions-COG7",
        "cdk-nag:AwsSolutions-COG8",
    ],
    remediationSteps:
        'Set adminCreateUserConfig.allowAdminCreateUserOnly, mfaConfiguration "ON", a passwordPolicy with all four classes and userPoolAddOns.advancedSecurityMode; use the code flow, and allow no unauthenticated identities.',
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html",
    config: {
        properties: {
            minimumPasswordLength: { type: "integer", minimum: 8, maximum: 99, description: "8 to 99" },
            threatProtection: {
                type: "string",
                enum: [...MODES],
                description: "least mode of threat protection, which the plan Plus has; OFF: none is demanded",
            },
        },
        defaults: { minimumPasswordLength: 8, threatProtection: "ENFORCED" },
    },
    scope: "all",
    types: [USER_POOL, USER_POOL_CLIENT, MANAGED_CLIENT, IDENTITY_POOL],
    checkResource(resource, config) {
        switch (resource.type) {
            case USER_POOL:
                return checkPool(resource, config);
            case IDENTITY_POOL:
                return checkGuests(resource);
            default:
                return checkFlows(resource);
        }
    },
    // A second factor and another flow change how everybody signs in, threat protection what the pool costs.
    remediate(props, { minimumPasswordLength }) {
        if ("identityPoolName" in props) {
            return repair(props, "allowUnauthenticatedIdentities", (value) => value === true, false);
        }
        if ("userPoolId" in props) {
            return false;
        }
        const signUp = section(props, "adminCreateUserConfig");
        return [
            signUp !== undefined && repair(signUp, "allowAdminCreateUserOnly", (value) => value !== true, true),
            repairPasswords(props, minimumPasswordLength),
        ].includes(true);
    },
});

function checkPool(pool: GraphResource, { minimumPasswordLength, threatProtection }: SignInConfig): Finding[] {
    return [
        ...checkSignUp(pool),
        ...checkFactor(pool),
        ...checkPasswords(pool, minimumPasswordLength),
        ...checkThreats(pool, threatProtection),
    ];
}

function checkSignUp(pool: GraphResource): Finding[] {
    const path = "adminCreateUserConfig.allowAdminCreateUserOnly";
    const value = readPath(pool.props, path);
    if (isUnknown(value)) {
        return [undecided(pool, `${path} is not known yet; it must be true.`)];
    }
    const found = value === undefined ? "not set, which means false" : shown(value);
    return value === true ? [] : [violation(pool, `${path} is ${found}: anybody may make an account. Set it to true.`)];
}

function checkFactor(pool: GraphResource): Finding[] {
    const { mfaConfiguration } = pool.props;
    if (isUnknown(mfaConfiguration)) {
        return [undecided(pool, "mfaConfiguration is not known yet; it must be ON.")];
    }
    const unset = mfaConfiguration === undefined || mfaConfiguration === null;
    const found = unset ? "not set, which means OFF" : shown(mfaConfiguration, ["OFF", "OPTIONAL"]);
    return mfaConfiguration === "ON"
        ? []
        : [
              violation(
                  pool,
                  `mfaConfiguration is ${found}. Set it to "ON", with softwareTokenMfaConfiguration or another factor.`,
              ),
          ];
}

function checkThreats(pool: GraphResource, wanted: SignInConfig["threatProtection"]): Finding[] {
    const path = "userPoolAddOns.advancedSecurityMode";
    if (wanted === "OFF") {
        return [];
    }
    const mode = readPath(pool.props, path);
    if (isUnknown(mode)) {
        return [undecided(pool, `${path} is not known yet; it must be ${wanted}.`)];
    }
    if (mode === "ENFORCED" || mode === wanted) {
        return [];
    }
    const found = mode === undefined ? "not set, which means OFF" : shown(mode, MODES);
    return [violation(pool, `${path} is ${found}. Set it to "${wanted}", with userPoolTier "PLUS".`)];
}
