import { AwsError } from "../errors";
import { allOf } from "../lookup";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Source: IAM API reference, CreateSAMLProvider. */
const METADATA = { least: 1000, most: 10_000_000 };

function metadata({ properties }: Operation): void {
    const text = textAt(properties, "samlMetadataDocument") ?? "";
    if (text.length < METADATA.least || text.length > METADATA.most || !text.includes("EntityDescriptor")) {
        throw new AwsError("InvalidInput", "samlMetadataDocument must be SAML 2.0 metadata");
    }
}

/** An assignment is one to the application of a domain that signs people in through IAM Identity Center. */
function application({ store, place, properties }: Operation): void {
    const arn = textAt(properties, "applicationArn") ?? "";
    const domains = allOf(store, place, "aws:sagemaker/domain:Domain");
    if (arn === "" || !domains.some((domain) => domain.properties["singleSignOnApplicationArn"] === arn)) {
        throw new AwsError("ResourceNotFoundException", `application '${arn}' does not exist`);
    }
}

/** Rules about signing in. Sources: IAM API reference; IAM Identity Center API reference, CreateApplicationAssignment. */
export const SIGN_IN: RuleTable = {
    "aws:iam/samlProvider:SamlProvider": [metadata],
    "aws:ssoadmin/applicationAssignment:ApplicationAssignment": [application],
};
