import { isUnknown } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";
import { DEFAULT_SUBNET } from "./tokens";

/** P36: with a public address, a wrong route is enough to reach a workload from the internet. */
export const subnetPublicIp = resourcePolicy({
    id: "P36",
    name: "subnet-auto-assign-public-ip-disabled",
    title: "Subnets give no public addresses",
    description: "The subnet must not give public IP addresses to what is launched in it.",
    why: "With a public address, one wrong route is enough to make a workload reachable from the internet.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:EC2.15",
        "checkov:CKV_AWS_130",
        "trivy:AWS-0164",
        "prowler:vpc_subnet_no_public_ip_by_default",
    ],
    remediationSteps:
        "Set mapPublicIpOnLaunch: false. A NAT gateway has its Elastic IP and needs no other address, so this holds for its subnet too.",
    url: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
    config: NO_CONFIG,
    scope: "all",
    types: [networkTokens.SUBNET, DEFAULT_SUBNET],
    checkResource(subnet) {
        const given = subnet.props.mapPublicIpOnLaunch ?? undefined;
        if (isUnknown(given)) {
            return [undecided(subnet, "mapPublicIpOnLaunch is not known yet; it must be false.")];
        }
        // The subnets that AWS makes with a default VPC are public unless told otherwise.
        const isDefault = subnet.type === DEFAULT_SUBNET;
        if ((given ?? isDefault) === false) {
            return [];
        }
        const found = given === undefined ? "not set, which means true here" : shown(given);
        return [violation(subnet, `mapPublicIpOnLaunch is ${found}. Set it to false.`)];
    },
    remediate: (props) =>
        // A default subnet is the one that names no VPC; absent means true for it.
        repair(props, "mapPublicIpOnLaunch", (value) => (value ?? !("vpcId" in props)) !== false, false),
});
