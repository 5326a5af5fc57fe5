import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import type { EndpointFacts, Facts } from "../../preflight/facts";
import type { Finding } from "./finding";
import type { Need } from "./need";
import { isInZone } from "./zones";

/** What is wrong with the endpoints that the features need, whoever makes them. */
export function endpointFindings(facts: Facts, need: Need): Finding[] {
    return need.services.flatMap((key) => {
        const given = need.vpc?.endpoints[key];
        return given === undefined ? notNamed(facts, need, key) : named(facts, need, key, given);
    });
}

/** An endpoint that stands already keeps a second one of its service from being made. */
function notNamed(facts: Facts, { region }: Need, key: ServiceKey): Finding[] {
    const serviceName = ENDPOINT_SERVICES[key].serviceName(region);
    return facts.endpoints
        .filter(
            (endpoint) => endpoint.serviceName === serviceName && (endpoint.type === "Gateway" || endpoint.privateDns),
        )
        .map(({ id, type, groupIds }) => ({
            what: `${facts.vpc.id} has ${id} of ${key} already; AWS refuses a second one ${type === "Gateway" ? "in the same route table" : "with the same private name"}`,
            fix:
                `Name it: network.vpc.endpoints.${key}: ${id}` +
                (groupIds.length === 0
                    ? "."
                    : `, and its groups ${groupIds.join(", ")} in network.vpc.endpointGroups.`),
        }));
}

function named(facts: Facts, need: Need, key: ServiceKey, given: string): Finding[] {
    const serviceName = ENDPOINT_SERVICES[key].serviceName(need.region);
    const endpoint = facts.endpoints.find(({ id }) => id === given);
    const setting = `network.vpc.endpoints.${key}`;
    if (endpoint === undefined) {
        const other = facts.endpoints.find((each) => each.serviceName === serviceName);
        return [
            {
                what: `${given} (${setting}) is not a working endpoint of ${facts.vpc.id}`,
                fix:
                    other === undefined
                        ? `Remove ${setting} to have one made.`
                        : `Set ${setting} to ${other.id}, which is one of ${serviceName}.`,
            },
        ];
    }
    if (endpoint.serviceName !== serviceName) {
        return [
            {
                what: `${given} (${setting}) is an endpoint of ${endpoint.serviceName}, not of ${serviceName}`,
                fix: `Name an endpoint of ${serviceName}, or remove ${setting} to have one made.`,
            },
        ];
    }
    return endpoint.type === "Gateway"
        ? gatewayFindings(facts, need, endpoint)
        : interfaceFindings(facts, need, key, endpoint);
}

function gatewayFindings({ region }: Facts, { vpc }: Need, { id, routeTableIds }: EndpointFacts): Finding[] {
    return [...new Set(Object.values(vpc?.studio ?? {}).map(({ routeTable }) => routeTable))]
        .filter((table) => !routeTableIds.includes(table))
        .map((table) => ({
            what: `${id} has no route in ${table}, so its service is not reached from there`,
            fix: `aws ec2 modify-vpc-endpoint --region ${region} --vpc-endpoint-id ${id} --add-route-table-ids ${table}`,
        }));
}

function interfaceFindings(facts: Facts, need: Need, key: ServiceKey, endpoint: EndpointFacts): Finding[] {
    const { id, privateDns, subnetIds, groupIds } = endpoint;
    const change = `aws ec2 modify-vpc-endpoint --region ${facts.region} --vpc-endpoint-id ${id}`;
    const subnets = facts.subnets.filter((subnet) => subnetIds.includes(subnet.id));
    const groups = need.vpc?.endpointGroups ?? [];
    return [
        ...(privateDns
            ? []
            : [
                  {
                      what: `${id} of ${key} has private DNS off, so the service's usual name does not lead to it`,
                      fix: `${change} --private-dns-enabled`,
                  },
              ]),
        ...need.zones
            .filter((zone) => !subnets.some((subnet) => isInZone(subnet, zone)))
            .map((zone) => ({
                what: `${id} of ${key} has no interface in ${zone}, so Studio there depends on another zone`,
                fix: `${change} --add-subnet-ids SUBNET, with a private subnet of ${zone}`,
            })),
        ...(groupIds.some((group) => groups.includes(group))
            ? []
            : [
                  {
                      what: `${id} of ${key} has the groups ${groupIds.join(", ")}, none of them in network.vpc.endpointGroups`,
                      fix: "Name one of them there: the stack adds the rules by which Studio reaches the endpoint.",
                  },
              ]),
    ];
}
