import { isUnknown } from "../../graph";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";

/** AWS's values where the program gives none. */
const DEFAULTS = { enableDnsSupport: true, enableDnsHostnames: false } as const;

/** P35: private DNS of interface endpoints works only with both attributes on. */
export const vpcDns = resourcePolicy({
    id: "P35",
    name: "vpc-dns-support-and-hostnames-enabled",
    title: "VPC resolves private names",
    description: "The VPC must have DNS support and DNS hostnames on, or private endpoint names do not resolve.",
    why: "Private names of VPC endpoints resolve only with both on. Otherwise SDKs get public addresses and every call hangs in a VPC without internet.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["aws-docs:privatelink-private-dns"],
    remediationSteps: "Set enableDnsSupport: true and enableDnsHostnames: true on the VPC.",
    url: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    config: NO_CONFIG,
    scope: "sagemaker",
    types: ["aws:ec2/vpc:Vpc"],
    checkResource: (vpc) =>
        Object.entries(DEFAULTS).flatMap(([property, byDefault]) => {
            const value = vpc.props[property] ?? byDefault;
            if (isUnknown(value)) {
                return [undecided(vpc, `${property} is not known yet; it must be true.`)];
            }
            const found =
                (vpc.props[property] ?? undefined) === undefined ? "not set, which means false" : shown(value);
            return value === true ? [] : [violation(vpc, `${property} is ${found}. Set it to true.`)];
        }),
    remediate(props) {
        const support = repair(props, "enableDnsSupport", (value) => value === false, true);
        const hostnames = repair(props, "enableDnsHostnames", (value) => value !== true, true);
        return support || hostnames;
    },
});
