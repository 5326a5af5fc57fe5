import type { ResourceGraph } from "../graph";
import type { GraphResource } from "../types";
import { askZones, privateZonesOf } from "./hostedZones";
import * as tokens from "./tokens";

/** The endpoint of another VPC to which private zones lead a service's names. */
export interface SharedEndpoint {
    readonly endpoint?: GraphResource;
    /** Why it is not known whether there is one. */
    readonly undecided: readonly string[];
    /** Why a zone that would lead there does not answer. */
    readonly refused?: string;
}

/** Asks the private zones of a VPC for every name of a service: one endpoint must be behind all of them. */
export function sharedEndpoint(graph: ResourceGraph, vpc: GraphResource, hosts: readonly string[]): SharedEndpoint {
    const answers = hosts.map((host) => askZones(privateZonesOf(graph), vpc, host));
    const undecided = answers.flatMap(({ record, undecided: why }) => [
        ...why,
        ...(record?.undecided === undefined ? [] : [record.undecided]),
    ]);
    const refused = answers
        .map(({ zone }) => zone?.vpcs.find((each) => each.vpc === vpc)?.refused)
        .find((why) => why !== undefined);
    const [first, ...others] = answers.map(({ record }) => record?.endpoints ?? []);
    const endpoint = first?.find((each) => others.every((list) => list.includes(each)));
    return {
        undecided: [...new Set(undecided)],
        ...(refused === undefined ? {} : { refused }),
        ...(endpoint === undefined || refused !== undefined ? {} : { endpoint }),
    };
}

/** Whether private zones name an endpoint in the place of its own private DNS: in its own VPC, for all names given. */
export function isNamedByZones(graph: ResourceGraph, endpoint: GraphResource, hosts: readonly string[]): boolean {
    const [vpc] = graph.refs(endpoint, "vpcId", [tokens.VPC]).found;
    return vpc !== undefined && hosts.length > 0 && sharedEndpoint(graph, vpc, hosts).endpoint === endpoint;
}
