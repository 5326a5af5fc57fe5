import { endpointsPage, interfaces } from "./row";

/** Systems management, observability and the access service. */
export const OPERATIONS = interfaces({
    ssm: {},
    ssmmessages: {},
    ec2messages: {},
    ec2: {},
    "application-autoscaling": {},
    events: {},
    cloudtrail: {},
    config: {},
    xray: {},
    sns: {},
    sqs: {},
    "execute-api": {
        // Private APIs answer under names of their own below this one.
        hosts: ["*.execute-api"],
        source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
    },
    lambda: {},
    "cognito-idp": {
        source: "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html",
        offered: { except: ["cn-north-1", "cn-northwest-1"], source: endpointsPage("cognito_identity") },
    },
    identitystore: {},
});
