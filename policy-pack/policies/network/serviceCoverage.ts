import { EITHER_TYPE, ENDPOINT_SERVICES, type ServiceKey, serviceNamed } from "../../facts";
import { type GraphResource, isUnknown, type Maybe, type ResourceGraph, UNKNOWN } from "../../graph";
import { type Endpoint, networkOf, sharedEndpoint, type Subnet } from "../../graph/topology";
import type { Finding } from "../definition";
import { label, undecided, violation } from "../findings";

/** Whether a host reaches one service through endpoints of its VPC, from each of its subnets. */
export function checkService(
    graph: ResourceGraph,
    host: GraphResource,
    vpc: GraphResource,
    subnets: readonly GraphResource[],
    key: ServiceKey,
): Finding[] {
    const network = networkOf(graph);
    const { sure, possible } = endpointsFor(network.endpoints, vpc, key);
    const accepted = sure.filter(({ type }) => isUnknown(type) || isAccepted(type, key));
    const service = ENDPOINT_SERVICES[key].serviceName(regionOf(network.endpoints));
    if (sure.length === 0 && possible.length === 0) {
        return throughZones(graph, host, vpc, key, service);
    }
    if (accepted.length === 0) {
        const [wrong] = sure;
        return [
            possible.length > 0
                ? undecided(host, `which of the endpoints of ${label(vpc)} is for ${service} is not known yet.`)
                : wrong === undefined
                  ? violation(host, `${label(vpc)} has no endpoint for ${service}. Add one.`)
                  : violation(
                        host,
                        `${label(wrong.resource)} for ${service} is of the wrong type. Make it ${ENDPOINT_SERVICES[key].type}.`,
                    ),
        ];
    }
    if (accepted.some(({ type }) => isUnknown(type))) {
        return [undecided(host, `the type of the endpoint for ${service} is not known yet.`)];
    }
    const models = subnets.map((subnet) => network.subnet(subnet)).filter((subnet) => subnet !== undefined);
    return models.flatMap((subnet) => checkSubnet(network.subnets, host, subnet, accepted, [...possible], service));
}

/** A VPC without an endpoint of its own may find a hub's by private zones; how packets get there is not asked here. */
function throughZones(
    graph: ResourceGraph,
    host: GraphResource,
    vpc: GraphResource,
    key: ServiceKey,
    service: string,
): Finding[] {
    const region = regionOf(networkOf(graph).endpoints);
    const {
        endpoint,
        refused,
        undecided: why,
    } = sharedEndpoint(graph, vpc, ENDPOINT_SERVICES[key].privateDnsNames(region));
    const serves = endpoint?.props.serviceName === service;
    if (serves && why.length === 0) {
        return [];
    }
    if (why.length > 0) {
        return [
            undecided(
                host,
                `whether ${label(vpc)} finds an endpoint for ${service} by a private zone is not decided: ${why.join(", ")}.`,
            ),
        ];
    }
    return [
        violation(
            host,
            refused === undefined
                ? `${label(vpc)} has no endpoint for ${service}. Add one.`
                : `${label(vpc)} finds no endpoint for ${service}: ${refused}.`,
        ),
    ];
}

function endpointsFor(
    endpoints: readonly Endpoint[],
    vpc: GraphResource,
    key: ServiceKey,
): { sure: readonly Endpoint[]; possible: readonly Endpoint[] } {
    const inVpc = endpoints.filter(
        ({ vpc: { found, undecided: why } }) => found.includes(vpc) || (why !== undefined && found.length === 0),
    );
    const isService = ({ serviceName }: Endpoint): Maybe<boolean> =>
        isUnknown(serviceName) ? serviceName : serviceName !== undefined && serviceNamed(serviceName)?.key === key;
    const sure = inVpc.filter((endpoint) => isService(endpoint) === true && endpoint.vpc.undecided === undefined);
    const possible = inVpc.filter((endpoint) => !sure.includes(endpoint) && isService(endpoint) !== false);
    return { sure, possible };
}

function isAccepted(type: string, key: ServiceKey): boolean {
    return (
        type === ENDPOINT_SERVICES[key].type ||
        (EITHER_TYPE.includes(key) && (type === "Gateway" || type === "Interface"))
    );
}

function checkSubnet(
    all: readonly Subnet[],
    host: GraphResource,
    subnet: Subnet,
    endpoints: readonly Endpoint[],
    possible: readonly Endpoint[],
    service: string,
): Finding[] {
    const answers = endpoints.map((endpoint) =>
        endpoint.type === "Gateway" ? gatewayServes(endpoint, subnet) : interfaceServes(endpoint, subnet, all),
    );
    if (answers.some(({ serves }) => serves === true)) {
        return [];
    }
    const open = answers.find(({ serves }) => isUnknown(serves));
    const [first] = answers;
    if (open !== undefined || possible.length > 0) {
        const why = open?.why ?? "another endpoint may serve it";
        return [undecided(host, `whether ${label(subnet.resource)} reaches ${service} is not decided: ${why}.`)];
    }
    return [violation(host, `${label(subnet.resource)} does not reach ${service}: ${first?.why ?? ""}`)];
}

interface Answer {
    readonly serves: Maybe<boolean>;
    readonly why: string;
}

function gatewayServes({ resource, tables }: Endpoint, { table }: Subnet): Answer {
    const [why] = tables.undecided;
    if (!table.decided) {
        return { serves: UNKNOWN, why: table.why };
    }
    if (tables.tables.some(({ key }) => key === table.table.key)) {
        return { serves: true, why: "" };
    }
    return why === undefined
        ? { serves: false, why: `${label(resource)} is not associated with ${table.table.name}. Add that route table.` }
        : { serves: UNKNOWN, why };
}

function interfaceServes({ resource, subnets }: Endpoint, subnet: Subnet, all: readonly Subnet[]): Answer {
    const places = subnets.found.map((found) => all.find((each) => each.resource === found)?.zone ?? UNKNOWN);
    const { zone } = subnet;
    if (subnets.found.includes(subnet.resource)) {
        return { serves: true, why: "" };
    }
    if (isUnknown(zone)) {
        return { serves: UNKNOWN, why: `the zone of ${label(subnet.resource)} is not known` };
    }
    if (places.includes(zone)) {
        return { serves: true, why: "" };
    }
    const [why] = subnets.undecided;
    const unread = isUnknown(zone) || places.some((place) => isUnknown(place) || isId(place) !== isId(zone));
    if (why !== undefined || unread || subnets.external.length > 0) {
        return { serves: UNKNOWN, why: why ?? "a zone is not known" };
    }
    return { serves: false, why: `${label(resource)} has no subnet in zone ${zone}. Add one.` };
}

/** `euw1-az1` is an id, `eu-west-1a` a name; the two cannot be compared. */
function isId(zone: Maybe<string>): boolean {
    return typeof zone === "string" && /-az\d+$/.test(zone);
}

/** Region of the stack's endpoints, for messages; a placeholder when none tells it. */
function regionOf(endpoints: readonly Endpoint[]): string {
    for (const { serviceName } of endpoints) {
        const region = typeof serviceName === "string" ? serviceNamed(serviceName)?.region : undefined;
        if (region !== undefined) {
            return region;
        }
    }
    return "REGION";
}
