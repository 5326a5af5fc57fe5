import { ref, type Sketch } from "../fixture/build";
import { document } from "../fixture/stack";
import type { Examples } from "./example";

const ACCOUNT = "111122223333";
const PROFILES = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:user-profile`;
const OWN_PROFILE = `${PROFILES}/\${sagemaker:DomainId}/\${sagemaker:UserProfileName}`;

const SAGEMAKER_OF_THIS_ACCOUNT = {
    Effect: "Allow",
    Principal: { Service: "sagemaker.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
};

const PEOPLE = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/people` }, Action: "sts:AssumeRole" };

function key(props: Record<string, unknown>): Sketch {
    return { type: "aws:kms/key:Key", name: "key", props };
}

function policy(name: string, ...statements: readonly object[]): Sketch {
    return { type: "aws:iam/policy:Policy", name, props: { policy: document(...statements) } };
}

function role(name: string, props: Record<string, unknown>): Sketch {
    return { type: "aws:iam/role:Role", name, props };
}

function roleWith(name: string, of: string, ...statements: readonly object[]): Sketch {
    return { type: "aws:iam/rolePolicy:RolePolicy", name, props: { role: ref(of), policy: document(...statements) } };
}

function profile(executionRole: string): Sketch {
    const props = { userProfileName: "ann", userSettings: { executionRole: ref(executionRole, "arn") } };
    return { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props };
}

const PASS_ROLE = {
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: `arn:aws:iam::${ACCOUNT}:role/jobs`,
    Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
};

const OPEN_STUDIO = {
    Effect: "Allow",
    Action: "sagemaker:CreatePresignedDomainUrl",
    Resource: `${PROFILES}/d-studio/*`,
};

const TAGS_STAY = {
    Effect: "Deny",
    Action: ["sagemaker:AddTags", "sagemaker:DeleteTags"],
    Resource: "*",
    Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": ["employeeNumber"] } },
};

const ONLY_OWN_PROFILE = {
    Effect: "Deny",
    Action: "sagemaker:CreatePresignedDomainUrl",
    NotResource: OWN_PROFILE,
};

function trustedBy(trust: object): Sketch[] {
    const studio = { Effect: "Allow", Action: "sagemaker:*", Resource: `arn:aws:sagemaker:*:${ACCOUNT}:*` };
    const props = { assumeRolePolicy: document(trust), permissionsBoundary: ref("boundary", "arn") };
    return [policy("boundary", studio), role("execution", props), profile("execution")];
}

function guardedBy(...denials: readonly object[]): Sketch[] {
    return [
        role("execution", { assumeRolePolicy: document(SAGEMAKER_OF_THIS_ACCOUNT) }),
        roleWith("execution-guard", "execution", ...denials),
        profile("execution"),
    ];
}

/** Of keys, roles and what their policies allow. */
export const IDENTITY_EXAMPLES: Examples = {
    P43: {
        bad: [key({ enableKeyRotation: false })],
        good: [key({ enableKeyRotation: true })],
    },
    P45: {
        bad: [policy("studio", { Effect: "Allow", Action: "s3:*", Resource: "*" })],
        good: [policy("studio", { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::studio-data/*" })],
    },
    P46: {
        bad: [policy("jobs", { ...PASS_ROLE, Resource: "*" })],
        good: [policy("jobs", PASS_ROLE)],
    },
    P57: {
        bad: trustedBy({ ...SAGEMAKER_OF_THIS_ACCOUNT, Principal: { AWS: "*" } }),
        good: trustedBy(SAGEMAKER_OF_THIS_ACCOUNT),
    },
    P59: {
        bad: guardedBy(TAGS_STAY),
        good: guardedBy(TAGS_STAY, ONLY_OWN_PROFILE),
    },
    P60: {
        bad: [role("people", { assumeRolePolicy: document(PEOPLE) }), roleWith("people-open", "people", OPEN_STUDIO)],
        good: [
            role("people", { assumeRolePolicy: document(PEOPLE) }),
            roleWith("people-open", "people", {
                ...OPEN_STUDIO,
                Condition: { StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } },
            }),
        ],
    },
};
