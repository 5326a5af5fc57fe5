import type { GraphResource, ResourceGraph } from "../../graph";
import { networkOf, networkTokens } from "../../graph/topology";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { Attachments } from "./attachments";

/** P56: what names no group gets the default one, whose members AWS lets reach each other and everything outside. */
export const defaultGroupClosed = stackPolicy({
    id: "P56",
    name: "vpc-default-security-group-closed",
    title: "Default security group admits nothing",
    description: "The default security group of a VPC must be adopted and have no rules.",
    why: "What is started without a group gets the default one, whose members AWS lets reach each other and everything outside.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("SC-7(5)", "Boundary Protection | Deny by Default"),
    publishedIds: [
        "fsbp:EC2.2",
        "checkov:CKV2_AWS_12",
        "trivy:AWS-0173",
        "cis:3.0/5.4",
        "cdk-nag:VPCDefaultSecurityGroupClosed",
    ],
    remediationSteps: "Add a DefaultSecurityGroup with the VPC's id and without ingress and egress.",
    url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    config: NO_CONFIG,
    scope: "sagemaker",
    subjects: [networkTokens.VPC],
    checkStack(graph) {
        const groups = new Attachments(graph, networkTokens.DEFAULT_SECURITY_GROUP, "vpcId", networkTokens.VPC);
        return graph.ofType(networkTokens.VPC).flatMap((vpc) => checkVpc(graph, vpc, groups));
    },
});

function checkVpc(graph: ResourceGraph, vpc: GraphResource, groups: Attachments): Finding[] {
    const [adopted] = groups.of(vpc);
    if (adopted !== undefined) {
        return checkGroup(graph, adopted);
    }
    const [loose] = groups.perhapsOf(vpc);
    return loose === undefined
        ? [
              violation(
                  vpc,
                  "its default security group keeps AWS's rules. Adopt it as DefaultSecurityGroup without rules.",
              ),
          ]
        : [undecided(vpc, `of which VPC ${label(loose)} is, is not known yet.`)];
}

function checkGroup(graph: ResourceGraph, resource: GraphResource): Finding[] {
    const group = networkOf(graph).securityGroup(resource);
    if (group === undefined) {
        return [];
    }
    return [
        ...group.undecided.map((why) => undecided(resource, `${why}, so whether it has rules cannot be told.`)),
        ...[...group.ingress, ...group.egress].map(({ resource: rule, direction }) =>
            violation(
                resource,
                rule === resource
                    ? `has inline ${direction} rules. Remove them.`
                    : `has the ${direction} rule ${label(rule)}. Remove it, or give it to a group of its own.`,
            ),
        ),
    ];
}
