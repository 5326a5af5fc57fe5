import { isUnknown, readPath } from "../../graph";
import { nist, resourcePolicy } from "../definition";
import { uncertain } from "../findings";
import { missingNetwork } from "../jobs/vpcConfig";
import { MODEL } from "./tokens";

interface VpcConfig extends Record<string, unknown> {
    readonly isolationSuffices: boolean;
}

/** P26: the model's artifacts and answers go through the VPC's endpoints. */
export const modelInVpc = resourcePolicy<VpcConfig>({
    id: "P26",
    name: "sagemaker-model-in-vpc",
    title: "Models run in the VPC",
    description: "The model must name subnets and security groups of a VPC.",
    why: "A model without subnets loads its artifacts through a network of SageMaker, past endpoint policies, flow logs and firewall, and its container has a way to the internet unless it is isolated.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["config:SAGEMAKER_MODEL_IN_VPC", "prowler:sagemaker_models_vpc_settings_configured"],
    remediationSteps: "Set vpcConfig.subnets and vpcConfig.securityGroupIds on the model.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html",
    config: {
        properties: {
            isolationSuffices: {
                type: "boolean",
                description: "whether a model in network isolation may do without a VPC",
            },
        },
        defaults: { isolationSuffices: false },
    },
    types: [MODEL],
    readsDependencies: true,
    checkResource(model, { isolationSuffices }) {
        const isolated = isolationSuffices && readPath(model.props, "enableNetworkIsolation");
        return isolated === true
            ? []
            : uncertain(
                  missingNetwork(model, "vpcConfig"),
                  isUnknown(isolated) ? "enableNetworkIsolation is not known yet and may be false" : undefined,
              );
    },
});
