import { type PermissionTable, SOURCES } from "./row";

/** Functions, and calls of them that are resources. */
export const LAMBDA_ROWS: PermissionTable = {
    "aws:lambda/function:Function": {
        create: {
            functions: ["lambda:CreateFunction", "lambda:PutFunctionConcurrency", "lambda:TagResource"],
            functionRolesToService: ["iam:PassRole"],
        },
        read: {
            functions: [
                "lambda:GetFunction",
                "lambda:GetFunctionCodeSigningConfig",
                "lambda:ListTags",
                "lambda:ListVersionsByFunction",
            ],
        },
        update: {
            functions: [
                "lambda:DeleteFunctionConcurrency",
                "lambda:PutFunctionConcurrency",
                "lambda:TagResource",
                "lambda:UntagResource",
                "lambda:UpdateFunctionCode",
                "lambda:UpdateFunctionConfiguration",
            ],
            functionRolesToService: ["iam:PassRole"],
        },
        delete: { functions: ["lambda:DeleteFunction"] },
        source: `${SOURCES.TF} lambda/function.go`,
    },
    "aws:lambda/invocation:Invocation": {
        create: { functions: ["lambda:InvokeFunction"] },
        read: {},
        update: { functions: ["lambda:InvokeFunction"] },
        delete: { functions: ["lambda:InvokeFunction"] },
        source: `${SOURCES.TF} lambda/invocation.go; it calls at every step but reading`,
    },
};
