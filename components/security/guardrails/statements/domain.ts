import type { GuardrailArgs } from "../args";
import { absent, deny, otherArn, type Statement } from "./statement";

const NETWORK_ACCESS = "sagemaker:AppNetworkAccessType";
const DOMAIN_KEY = "sagemaker:VolumeKmsKeyArn";

/** What every domain has, whoever makes it: it leaves through its VPC only, in named subnets, and homes have a key. */
export function domains(): Statement[] {
    return [
        deny("MissingNetworkAccess", ["sagemaker:CreateDomain"], absent(NETWORK_ACCESS)),
        deny("OtherNetworkAccess", ["sagemaker:CreateDomain", "sagemaker:UpdateDomain"], {
            StringNotEquals: { [NETWORK_ACCESS]: "VpcOnly" },
            Null: { [NETWORK_ACCESS]: "false" },
        }),
        deny("MissingDomainSubnets", ["sagemaker:CreateDomain"], absent("sagemaker:VpcSubnets")),
        deny("MissingDomainKey", ["sagemaker:CreateDomain"], absent(DOMAIN_KEY)),
    ];
}

/** The domain of the deployment is in its subnets and under its key. */
export function otherDomain({
    subnetIds,
    volumeKeyArns,
}: Pick<GuardrailArgs, "subnetIds" | "volumeKeyArns">): Statement[] {
    return [
        deny("OtherDomainSubnets", ["sagemaker:CreateDomain", "sagemaker:UpdateDomain"], {
            "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": subnetIds },
        }),
        deny("OtherDomainKey", ["sagemaker:CreateDomain"], otherArn(DOMAIN_KEY, volumeKeyArns)),
    ];
}

/** The tag that ties a profile to a person, in whatever spelling; tags given in the call that creates are the role's. */
export function personTag({ tagKey }: Pick<GuardrailArgs, "tagKey">): Statement[] {
    const ofPerson = { "ForAnyValue:StringEqualsIgnoreCase": { "aws:TagKeys": [tagKey] } };
    return [
        deny("PersonTagIsTheDeployers", ["sagemaker:AddTags"], { ...ofPerson, ...absent("sagemaker:TaggingAction") }),
        deny("PersonTagStays", ["sagemaker:DeleteTags"], ofPerson),
    ];
}
