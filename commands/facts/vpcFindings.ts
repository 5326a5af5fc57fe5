import type { Facts } from "../../preflight/facts";
import type { Finding } from "./finding";
import type { Need } from "./need";

/** What is wrong with the VPC itself. */
export function vpcFindings({ vpc, region, internetGateways }: Facts, need?: Need): Finding[] {
    const attribute = (name: string, flag: string): Finding => ({
        what: `${vpc.id}: ${name} is off, so the names of interface endpoints do not lead to them`,
        fix: `aws ec2 modify-vpc-attribute --region ${region} --vpc-id ${vpc.id} ${flag} '{"Value":true}'`,
    });
    const gateway = need?.vpc?.internetGateway;
    return [
        ...(vpc.dnsSupport ? [] : [attribute("enableDnsSupport", "--enable-dns-support")]),
        ...(vpc.dnsHostnames ? [] : [attribute("enableDnsHostnames", "--enable-dns-hostnames")]),
        ...(need?.vpc !== undefined && !vpc.cidrs.includes(need.cidr)
            ? [
                  {
                      what: `${vpc.id}: its ranges are ${vpc.cidrs.join(", ")}, network.cidr is ${need.cidr}`,
                      fix: "Set network.cidr to the VPC's range in which Studio's subnets lie.",
                  },
              ]
            : []),
        ...(gateway !== undefined && !internetGateways.includes(gateway)
            ? [
                  {
                      what: `${gateway} (network.vpc.internetGateway) is not attached to ${vpc.id}`,
                      fix:
                          internetGateways.length === 0
                              ? "Attach an internet gateway to the VPC and name it in network.vpc.internetGateway."
                              : `Set network.vpc.internetGateway to ${internetGateways.join(" or ")}.`,
                  },
              ]
            : []),
    ];
}
