import { serviceNamed } from "../../facts";
import { isUnknown, type Maybe, type ResourceGraph, UNKNOWN } from "../../graph";
import { type Endpoint, networkOf, type Rule, type SecurityGroup } from "../../graph/topology";
import type { Finding } from "../definition";
import { label, uncertain, undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";

/**
 * Rules of an AWS service's endpoint that admit more than HTTPS from named places. The services of the catalogue speak
 * HTTPS only; those of others are theirs to judge.
 */
export function checkWidth(graph: ResourceGraph, endpoint: Endpoint): Finding[] {
    const { resource, serviceName } = endpoint;
    if (isUnknown(serviceName)) {
        return uncertain(
            widthOf(graph, endpoint),
            `the service of ${label(resource)} is not known yet and may be one of AWS's`,
        );
    }
    return serviceName === undefined || serviceNamed(serviceName) === undefined ? [] : widthOf(graph, endpoint);
}

function widthOf(graph: ResourceGraph, { resource, groups }: Endpoint): Finding[] {
    const outside = groups.external.map((id) => `security group ${id} is not defined in this stack`);
    return [
        ...[...groups.undecided, ...outside].map((why) =>
            undecided(resource, `${why}, so what its groups admit cannot be told.`),
        ),
        ...groups.found
            .map((group) => networkOf(graph).securityGroup(group))
            .filter((group) => group !== undefined)
            .flatMap((group) => [
                ...group.undecided.map((why) =>
                    undecided(group.resource, `${why}, so what it admits to VPC endpoints cannot be told.`),
                ),
                ...group.ingress.flatMap((rule) => checkRule(group, rule)),
            ]),
    ];
}

function checkRule({ resource: group }: SecurityGroup, rule: Rule): Finding[] {
    const where = rule.resource === group ? "an inline rule" : label(rule.resource);
    const { peer } = rule;
    if ((peer.kind === "ipv4" || peer.kind === "ipv6") && isAnywhere(peer.cidr) === true) {
        return [
            violation(
                group,
                `${where} admits ${peer.cidr} to VPC endpoints. Admit the groups or ranges of the apps only.`,
            ),
        ];
    }
    const narrow = isHttpsOnly(rule);
    if (isUnknown(narrow)) {
        return [undecided(group, `protocol or ports of ${where} are not known yet; VPC endpoints need TCP 443 only.`)];
    }
    return narrow
        ? []
        : [violation(group, `${where} admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.`)];
}

function isHttpsOnly({ protocol, fromPort, toPort }: Rule): Maybe<boolean> {
    if (isUnknown(protocol)) {
        return UNKNOWN;
    }
    if (protocol !== "tcp") {
        return false;
    }
    if (isUnknown(fromPort) || isUnknown(toPort)) {
        return UNKNOWN;
    }
    return fromPort === 443 && toPort === 443;
}
