import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { takesFrom } from "../dependencies";
import { undecided, violation } from "../findings";
import { NOTEBOOK } from "./tokens";

/** What a notebook names of its network, and whose ids these are. */
const NETWORK = [
    {
        property: "subnetId",
        wanted: "a private subnet",
        types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
    },
    {
        property: "securityGroups",
        wanted: "at least one security group",
        types: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
    },
] as const;

/** P20: what is in no VPC passes no endpoint, firewall or flow log. */
export const notebookInVpc = resourcePolicy({
    id: "P20",
    name: "sagemaker-notebook-in-vpc",
    title: "Notebook is in a VPC",
    description: "The notebook instance must be in a subnet of your VPC, with security groups of its own.",
    why: "A notebook without a subnet runs in AWS's network alone: it reaches the internet and cannot reach what you keep private, and none of your network controls sees it. Its security groups decide who reaches it inside.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:SageMaker.2",
        "config:SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC",
        "checkov:CKV_AWS_306",
        "prowler:sagemaker_notebook_instance_vpc_settings_configured",
        "prowler:AISF-ML-02",
        "cdk-nag:AwsSolutions-SM1",
        "kics:9c7028d9-04c2-45be-b8b2-1188ccaefb36",
        "control-tower:CT.SAGEMAKER.PR.2",
        "aws-sample:SM-10",
    ],
    remediationSteps:
        "Set subnetId and securityGroups before the notebook is created: SageMaker changes neither afterwards.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
    config: NO_CONFIG,
    types: [NOTEBOOK],
    readsDependencies: true,
    checkResource: (notebook) => NETWORK.flatMap((part) => checkPart(notebook, part)),
});

/** A value that is not known yet counts as given when it comes from a fitting resource of the same stack. */
function checkPart(notebook: GraphResource, { property, wanted, types }: (typeof NETWORK)[number]): Finding[] {
    const value = notebook.props[property] ?? undefined;
    if (isUnknown(value)) {
        return takesFrom(notebook, property, types)
            ? []
            : [undecided(notebook, `${property} is not known yet; it must name ${wanted}.`)];
    }
    const isGiven = Array.isArray(value) ? value.length > 0 : typeof value === "string" && value !== "";
    const found = value === undefined ? "not set" : "empty";
    return isGiven ? [] : [violation(notebook, `${property} is ${found}. Name ${wanted}.`)];
}
