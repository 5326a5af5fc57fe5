import { CHOICE, checksOf, type PublishedCheck } from "./check";

const PRIVATE_API = "for public APIs; P64 lets private ones through only";

/** Of what a portal that opens Studio is made of: functions, APIs, user pools. */
export const PORTAL_CHECKS: readonly PublishedCheck[] = [
    ...checksOf("fsbp", [
        ["Lambda.1", "policies of functions do not admit everybody"],
        ["Lambda.2", "functions use supported runtimes"],
        ["Lambda.3", "functions are in a VPC"],
        ["Lambda.5", "functions in a VPC are in several zones", CHOICE],
        ["APIGateway.1", "REST APIs log execution"],
        ["APIGateway.2", "stages have a certificate for their backend", "functions and mocks need none"],
        ["APIGateway.3", "stages trace with X-Ray"],
        ["APIGateway.4", "APIs have a web ACL", PRIVATE_API],
        ["APIGateway.5", "caches of stages are encrypted"],
        ["APIGateway.8", "routes of HTTP APIs demand authorization"],
        ["APIGateway.9", "stages of HTTP APIs log access", PRIVATE_API],
        ["Cognito.1", "user pools have threat protection"],
        ["Cognito.2", "identity pools admit nobody unauthenticated"],
        ["Cognito.3", "user pools have a strong password policy"],
    ]),
    ...checksOf("checkov", [
        ["CKV_AWS_50", "functions trace with X-Ray"],
        ["CKV_AWS_116", "functions have a dead letter queue", CHOICE],
        ["CKV_AWS_117", "functions are in a VPC"],
        ["CKV_AWS_173", "environment variables are under a key"],
        [
            "CKV_AWS_258",
            "URLs of functions demand authorization",
            "P68 judges who may invoke a function; URLs have a resource of their own",
        ],
        ["CKV_AWS_364", "permissions of services name a source"],
        ["CKV_AWS_59", "methods demand authorization"],
        ["CKV_AWS_76", "stages log access"],
        ["CKV2_AWS_4", "stages log execution"],
        ["CKV2_AWS_29", "public APIs have a web ACL", PRIVATE_API],
        ["CKV2_AWS_51", "APIs demand a client's certificate", PRIVATE_API],
        ["CKV2_AWS_53", "requests are validated", "the function behind decides; no property tells"],
    ]),
    ...checksOf("cdk-nag", [
        ["AwsSolutions-L1", "functions use the newest runtime"],
        ["AwsSolutions-APIG1", "stages log access"],
        ["AwsSolutions-APIG2", "requests are validated", "the function behind decides; no property tells"],
        ["AwsSolutions-APIG3", "stages have a web ACL", PRIVATE_API],
        ["AwsSolutions-APIG4", "methods demand authorization"],
        ["AwsSolutions-APIG6", "stages log execution"],
        ["AwsSolutions-COG1", "user pools have a strong password policy"],
        ["AwsSolutions-COG2", "user pools demand MFA"],
        ["AwsSolutions-COG4", "methods use an authorizer of Cognito"],
        ["AwsSolutions-COG7", "identity pools admit nobody unauthenticated"],
        ["AwsSolutions-COG8", "user pools have the plan with threat protection"],
    ]),
    ...checksOf("trivy", [
        ["AWS-0067", "permissions of services name a source"],
        ["AWS-0004", "methods demand authorization"],
    ]),
    ...checksOf("guard", [
        ["LAMBDA_INSIDE_VPC", "functions are in a VPC"],
        ["API_GW_ENDPOINT_TYPE_CHECK", "REST APIs are of permitted endpoint types"],
        ["API_GW_METHOD_AUTHORIZATION_TYPE_RULE", "methods demand authorization"],
    ]),
];
