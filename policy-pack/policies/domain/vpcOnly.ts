import { isUnknown } from "../../graph";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";
import { DOMAIN } from "./tokens";

/** P01: the setting that keeps Studio's traffic in the VPC. */
export const domainVpcOnly = resourcePolicy({
    id: "P01",
    name: "sagemaker-domain-vpc-only",
    title: "Domain is VPC only",
    description: "The domain must send all Studio traffic through its VPC (appNetworkAccessType VpcOnly).",
    why: "Outside the VPC, apps reach the whole internet through a network of AWS: no firewall, endpoint policy or flow log of yours sees what leaves.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "config:SAGEMAKER_DOMAIN_IN_VPC",
        "conformity:SageMaker-005",
        "aws-sample:SM-01",
        "prowler:AISF-INFRA",
    ],
    remediationSteps: 'Set appNetworkAccessType: "VpcOnly" on the domain. No app may run while it changes.',
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html",
    config: NO_CONFIG,
    types: [DOMAIN],
    checkResource(domain) {
        const mode = domain.props.appNetworkAccessType ?? undefined;
        if (mode === "VpcOnly") {
            return [];
        }
        if (isUnknown(mode)) {
            return [undecided(domain, "appNetworkAccessType is not known yet; it must be VpcOnly.")];
        }
        const found =
            mode === undefined ? "not set, which means PublicInternetOnly" : shown(mode, ["PublicInternetOnly"]);
        return [violation(domain, `appNetworkAccessType is ${found}. Set it to "VpcOnly".`)];
    },
    remediate: (props) => repair(props, "appNetworkAccessType", (mode) => mode !== "VpcOnly", "VpcOnly"),
});
