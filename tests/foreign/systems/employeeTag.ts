import * as aws from "@pulumi/aws";

import { ACCOUNT, document, REGION } from "./documents";

/** Users as the system maps them to employee numbers (F-157). */
const USERS = { dev: "a01234", lwdvin: "a00001", jon: "a00002" };

/**
 * A domain in a given VPC, a profile and an app for each user with the employee's number as tag, one role for all, and
 * the document's rule on the role that people sign in to (F-156 to F-162).
 */
export function employeeTag(name: (suffix: string) => string): void {
    const execution = new aws.iam.Role(name("execution"), {
        assumeRolePolicy: document({
            Effect: "Allow",
            Principal: { Service: "sagemaker.amazonaws.com" },
            Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
        }),
    });
    const managed = {
        "execution-full-access": "AmazonSageMakerFullAccess",
        "execution-canvas": "AmazonSageMakerCanvasFullAccess",
    };
    for (const [suffix, policy] of Object.entries(managed)) {
        new aws.iam.RolePolicyAttachment(name(suffix), {
            role: execution.name,
            policyArn: `arn:aws:iam::aws:policy/${policy}`,
        });
    }
    new aws.iam.RolePolicy(name("execution-s3"), {
        role: execution.id,
        policy: document({
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
            Resource: "arn:aws:s3:::*",
        }),
    });
    const domain = new aws.sagemaker.Domain(name("domain"), {
        domainName: name("tf-djl-sm-domain"),
        authMode: "IAM",
        appNetworkAccessType: "VpcOnly",
        vpcId: "vpc-0123456789abcdef0",
        subnetIds: ["subnet-0123456789abcdef0"],
        defaultUserSettings: { executionRole: execution.arn },
    });
    for (const [user, employeeNumber] of Object.entries(USERS)) {
        const profile = new aws.sagemaker.UserProfile(name(`profile-${user}`), {
            domainId: domain.id,
            userProfileName: `sms-up-${user}`,
            userSettings: { executionRole: execution.arn },
            tags: { userName: user, employeeNumber },
        });
        new aws.sagemaker.App(name(`app-${user}`), {
            domainId: domain.id,
            userProfileName: profile.userProfileName,
            appName: "default",
            appType: "JupyterServer",
        });
    }
    people(name);
}

/** The role behind single sign-on: the document names the rule and leaves the role to its reader. */
function people(name: (suffix: string) => string): void {
    const role = new aws.iam.Role(name("people"), {
        assumeRolePolicy: document({
            Effect: "Allow",
            Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/company` },
            Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
            Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        }),
    });
    new aws.iam.RolePolicy(name("people-open"), {
        role: role.id,
        policy: document(
            {
                Effect: "Allow",
                Action: "sagemaker:CreatePresignedDomainUrl",
                Resource: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:user-profile/*`,
            },
            {
                Effect: "Deny",
                Action: ["sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:CreatePresignedDomainUrl"],
                Resource: "*",
                Condition: {
                    StringNotEquals: { "sagemaker:ResourceTag/employeeNumber": "${aws:PrincipalTag/employeeNumber}" },
                },
            },
        ),
    });
}
