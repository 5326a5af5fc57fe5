import type * as aws from "@pulumi/aws";

import type { Feature, ServiceKey } from "../../../policy-pack/facts";
import { endpointPolicy } from "../../network/endpointPolicies";
import type { HubMembers } from "../args";

export interface HubPolicyArgs {
    /** Account of the hub, twelve digits. */
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    readonly members: HubMembers;
}

/** Methods of the access service's one API: everything below its stage that reads. Its id is not known here. */
const API_PATHS = "*/studio/GET/*";

/**
 * What the sign-in page calls for a person of the pool. None is signed, so none has a principal, and none has a resource
 * type, so an ARN of the pool would match nothing. Sources: Cognito developer guide, "Access Amazon Cognito using an
 * interface endpoint" (unsigned requests are judged by endpoint policies), and service authorization reference, Amazon
 * Cognito User Pools. Not verified: whether such requests carry aws:ResourceAccount; a condition on it might stop every
 * sign-in.
 */
const SIGN_IN_ACTIONS = [
    "AssociateSoftwareToken",
    "InitiateAuth",
    "RespondToAuthChallenge",
    "RevokeToken",
    "VerifySoftwareToken",
].map((name) => `cognito-idp:${name}`);

/**
 * Policy of one of the hub's endpoints: as that of a network of its own, for the principals and resources of every account
 * the hub serves, or of the organization. What a line of business may do in another is for roles and resources to say.
 *
 * Two services are people's only. Their requests carry a token instead of a signature, so nobody can be named; who may
 * send them at all is for the endpoint's groups to say, which admit the company network and no line of business.
 */
export function hubEndpointPolicy(service: ServiceKey, args: HubPolicyArgs): aws.iam.PolicyDocument | undefined {
    const { account, members, partition, region } = args;
    if (service === "execute-api") {
        return unsigned("AccessApi", "execute-api:Invoke", [
            `arn:${partition}:execute-api:${region}:${members.accessAccount}:${API_PATHS}`,
        ]);
    }
    if (service === "cognito-idp") {
        return unsigned("SignIn", SIGN_IN_ACTIONS, ["*"]);
    }
    return endpointPolicy(service, {
        account,
        partition,
        region,
        features: [...new Set<Feature>([...args.features, "accessApi"])],
        // S3 is reached by each VPC's own gateway.
        dataBuckets: [],
        accounts: [...new Set([...members.lobAccounts, members.accessAccount])].sort(),
        ...(members.organization === undefined ? {} : { organization: members.organization }),
    });
}

function unsigned(Sid: string, Action: string | string[], Resource: string[]): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: [{ Sid, Effect: "Allow", Principal: "*", Action, Resource }] };
}
