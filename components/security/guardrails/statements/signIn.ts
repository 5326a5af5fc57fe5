import { type AccessOrigin, insideVpcs } from "../../access";
import { deny, type Statement } from "./statement";

/**
 * Links are made, and used, from where the deployment says. Negated operators hold for a request without the key too:
 * what does not come through an endpoint has no VPC, what comes through one has no public address.
 */
export function signIn(origin: AccessOrigin): Statement[] {
    const actions = ["sagemaker:CreatePresignedDomainUrl"];
    switch (origin.from) {
        case "vpc":
            return [deny("SignInThroughTheVpc", actions, { StringNotEquals: { "aws:SourceVpc": insideVpcs(origin) } })];
        case "addresses":
            return [deny("SignInFromAddresses", actions, { NotIpAddress: { "aws:SourceIp": origin.addresses } })];
        case "anywhere":
            return [];
    }
}
