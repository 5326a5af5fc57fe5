import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { ENDPOINT_CONFIGURATION } from "./tokens";
import { hasInstances, variantsIn } from "./variants";

/** P29: one instance is in one Availability Zone. */
export const endpointMultiInstance = resourcePolicy({
    id: "P29",
    name: "sagemaker-endpoint-config-multi-instance",
    title: "Endpoints start with more than one instance",
    description:
        "The production variant of an endpoint must start with more than one instance, unless it is serverless.",
    why: "SageMaker spreads several instances over Availability Zones. With one, the endpoint is away whenever that instance or its zone is.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("CP-10", "System Recovery and Reconstitution"),
    publishedIds: [
        "fsbp:SageMaker.4",
        "config:SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT",
        "prowler:sagemaker_endpoint_config_prod_variant_instances",
        "aws-sample:SM-12",
        "nist:SC-5",
    ],
    remediationSteps:
        "Set initialInstanceCount of each production variant to 2 or more, or make the variant serverless.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-best-practices.html",
    config: NO_CONFIG,
    types: [ENDPOINT_CONFIGURATION],
    checkResource: (endpoint) =>
        variantsIn(endpoint.props, "productionVariants").flatMap((variant) => checkVariant(endpoint, variant)),
});

function checkVariant(endpoint: GraphResource, variant: string): Finding[] {
    const place = `${variant}.initialInstanceCount`;
    const count = readPath(endpoint.props, place);
    const instances = hasInstances(endpoint.props, variant);
    if (instances === "no" || (typeof count === "number" && count > 1)) {
        return [];
    }
    if (isUnknown(count)) {
        return [undecided(endpoint, `${place} is not known yet; it must be more than 1.`)];
    }
    return instances === "maybe"
        ? [undecided(endpoint, `${place} is ${shown(count)}, and serverlessConfig is not known yet.`)]
        : [violation(endpoint, `${place} is ${shown(count)}. Set it to 2 or more.`)];
}
