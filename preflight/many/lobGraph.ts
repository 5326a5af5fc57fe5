import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import { type GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { networkOf, networkTokens as tokens } from "../../policy-pack/graph/network";
import { endpointView, type EndpointView } from "../proofs/access";
import { type Part, partsOf } from "../proofs/accounts";

/** One line of business as the proofs about a single account read it. */
export interface LobGraph {
    /** Its own resources, those between the parts, and the hub's endpoints for what its VPC has none of. */
    readonly graph: ResourceGraph;
    /** The hub's endpoint for a service its VPC has none of. */
    readonly shared: (service: ServiceKey) => EndpointView | undefined;
}

/**
 * Cuts one line of business out of the whole. That nothing of another one is part of it, `lob.separated` shows.
 */
export function lobGraph(whole: ResourceGraph, lob: Part, region: string): LobGraph {
    const parts = partsOf(whole);
    const own = networkOf(whole).endpoints.filter(({ vpc }) => vpc.found.some((each) => lob.vpcs.includes(each)));
    const served = new Set(own.map(({ serviceName }) => serviceName));
    const shared = (parts.hub?.resources ?? []).filter(
        ({ props, type }) => type === tokens.ENDPOINT && !served.has(props.serviceName as string),
    );
    const between = unowned(whole).filter((resource) => !resource.custom || sameAccount(resource, lob));
    return {
        graph: new ResourceGraph([...between, ...lob.resources, ...shared]),
        shared: (service) => {
            const name = ENDPOINT_SERVICES[service].serviceName(region);
            const endpoint = shared.find(({ props }) => props.serviceName === name);
            return endpoint && endpointView(endpoint);
        },
    };
}

const UNOWNED = new WeakMap<ResourceGraph, readonly GraphResource[]>();

/** Resources between the parts; found once for all lines of business. */
function unowned(whole: ResourceGraph): readonly GraphResource[] {
    const { of } = partsOf(whole);
    const known = UNOWNED.get(whole) ?? whole.resources.filter((resource) => of(resource) === undefined);
    UNOWNED.set(whole, known);
    return known;
}

function sameAccount({ provider }: GraphResource, { resources }: Part): boolean {
    return provider !== undefined && resources.find(({ custom }) => custom)?.provider === provider;
}
