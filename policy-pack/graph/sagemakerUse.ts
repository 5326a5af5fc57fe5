import { append } from "./append";
import type { ResourceGraph } from "./graph";
import { ROLE } from "./identity";
import { FIREWALL, TRANSIT_ATTACHMENT, TRANSIT_GATEWAY, VPC } from "./network/tokens";
import type { GraphResource } from "./types";
import { ATTACHING } from "./use/attaching";
import { Identities, type Mention, mentions, namesIn, saysUse } from "./use/mentions";
import { fitting } from "./use/fitting";
import { seeds } from "./use/seeds";

/** URNs of what SageMaker uses: for certain, and with what it may use as far as that is known. */
interface Used {
    readonly certain: ReadonlySet<string>;
    readonly possible: ReadonlySet<string>;
}

const cache = new WeakMap<ResourceGraph, Used>();

/**
 * URNs of everything SageMaker uses in a stack: what policies whose scope is `sagemaker` judge. Computed once per graph.
 *
 * - It starts from SageMaker's own resources, identity documents that allow links into Studio or notebooks (and who has
 *   them attached), log groups under `/aws/sagemaker/`, buckets whose name or tags say sagemaker, and VPC endpoints of
 *   SageMaker. A document that is not known yet counts when it depends on a SageMaker resource, a VPC or an endpoint, or
 *   on nothing, in a stack with SageMaker resources; elsewhere every document of a first preview would.
 * - Forward, what a used resource refers to is used: by property dependencies, and by ids, ARNs and names in its values,
 *   policy documents of identities included. A name counts under a key that says its kind. Whom a trust, key, bucket or
 *   endpoint policy lets in is not used, nor is what tags name.
 * - Backward, what configures a used resource through an attaching property (`ATTACHING`) is used: the parts of its VPC,
 *   rules, attachments, parts of a bucket, a function that has a used role, the API that calls a used function. Things
 *   made elsewhere link what is here: an endpoint in the domain's VPC is used although another stack made the VPC.
 * - Who a role that opens Studio lets in is on the way to Studio too, and used, with what runs as it: a presign function
 *   and its directory of people.
 * - A transit gateway that is used leads to attached VPCs that inspect with a firewall, and to no others.
 * - Unknown is never fine: where a used resource refers to something nobody knows and its dependencies do not tell,
 *   everything of the fitting type is used; what attaches to something nobody knows is used as soon as anything is.
 */
export function usedBySageMaker(graph: ResourceGraph): ReadonlySet<string> {
    return useOf(graph).possible;
}

/** The part of `usedBySageMaker` that rests on nothing unknown. */
export function certainlyUsed(graph: ResourceGraph): ReadonlySet<string> {
    return useOf(graph).certain;
}

function useOf(graph: ResourceGraph): Used {
    const known = cache.get(graph) ?? new Use(graph).urns();
    cache.set(graph, known);
    return known;
}

const TRUST = "assumeRolePolicy";

type Attached = readonly [resource: GraphResource, via: string];

/** Walks from the seeds over references in both directions; each resource is read once. */
class Use {
    private readonly identities: Identities;
    /** What attaches to a resource, by its URN, or to something made elsewhere, by its name. */
    private readonly attached = new Map<string, Attached[]>();
    /** What attaches to something, by the types that may be. */
    private readonly byTarget = new Map<string, GraphResource[]>();
    /** What attaches to something nobody knows. */
    private readonly loose: GraphResource[] = [];
    private readonly transits = new Map<string, GraphResource[]>();
    private readonly firewalled: ReadonlySet<string>;
    private readonly used = new Set<string>();
    private readonly wanted = new Set<string>();
    /** Types of what used resources may refer to; followed once everything certain is found. */
    private readonly maybe = new Set<string>();
    private openers: ReadonlySet<GraphResource> = new Set();
    private readonly queue: (readonly [resource: GraphResource, via: string | undefined])[] = [];

    constructor(private readonly graph: ResourceGraph) {
        this.identities = new Identities(graph.resources);
        for (const resource of graph.resources) {
            Object.entries(ATTACHING[resource.type] ?? {}).forEach(([property, targets]) => {
                this.index(resource, property, targets);
            });
        }
        this.firewalled = new Set(
            graph
                .ofType(FIREWALL)
                .flatMap((firewall) => graph.refs(firewall, "vpcId", [VPC]).found.map(({ urn }) => urn)),
        );
        for (const attachment of graph.ofType(TRANSIT_ATTACHMENT)) {
            graph
                .refs(attachment, "transitGatewayId", [TRANSIT_GATEWAY])
                .found.forEach(({ urn }) => append(this.transits, urn, attachment));
        }
    }

    urns(): Used {
        const { certain, possible, openers } = seeds(this.graph);
        this.openers = openers;
        certain.forEach((seed) => this.add(seed));
        this.drain();
        const sure = new Set(this.used);
        possible.forEach((seed) => this.add(seed));
        if (this.used.size > 0) {
            this.loose.forEach((resource) => this.add(resource));
        }
        do {
            this.maybe.forEach((type) => this.addAll(type));
            this.drain();
        } while ([...this.maybe].some((type) => !this.wanted.has(type)));
        return { certain: sure, possible: this.used };
    }

    private drain(): void {
        for (let next = this.queue.pop(); next !== undefined; next = this.queue.pop()) {
            this.follow(...next);
        }
    }

    private index(resource: GraphResource, property: string, targets: readonly string[]): void {
        const attached: Attached = [resource, property];
        const here = mentions(resource, property);
        const keys = new Set(this.depended(resource, property, targets).map(({ urn }) => urn));
        const isResolved = keys.size > 0;
        for (const named of here.flatMap(({ key, text }) => (text === undefined ? [] : namesIn(key, text)))) {
            keys.add(named.name);
            this.identities
                .named(named)
                .filter(({ type }) => targets.includes(type))
                .forEach(({ urn }) => keys.add(urn));
        }
        keys.forEach((key) => append(this.attached, key, attached));
        if (!isResolved && here.some(({ text }) => text === undefined)) {
            this.loose.push(resource);
        }
        targets.forEach((type) => append(this.byTarget, type, resource));
    }

    private add(resource: GraphResource, via?: string): void {
        if (!this.used.has(resource.urn)) {
            this.used.add(resource.urn);
            this.queue.push([resource, via]);
        }
    }

    private follow(resource: GraphResource, via: string | undefined): void {
        this.attach(resource.urn);
        if (resource.type === TRANSIT_GATEWAY) {
            this.inspectedThrough(resource);
        }
        if (this.openers.has(resource)) {
            this.letIn(resource);
        }
        const properties = new Set([...Object.keys(resource.props), ...Object.keys(resource.propertyDependencies)]);
        for (const property of properties) {
            // By the property it was reached through, it names what is used already, and perhaps others beside it.
            if (property !== via && saysUse(resource, property)) {
                this.depended(resource, property).forEach((found) => this.add(found));
                mentions(resource, property).forEach((mention) => this.refer(resource, mention));
            }
        }
    }

    private refer(resource: GraphResource, { property, key, text }: Mention): void {
        if (text === undefined) {
            const types = fitting(resource, key);
            if (types.length > 0 && this.depended(resource, property, types).length === 0) {
                types.forEach((type) => this.maybe.add(type));
            }
            return;
        }
        for (const named of namesIn(key, text)) {
            this.identities.named(named).forEach((found) => this.add(found));
            this.attach(named.name);
        }
    }

    private letIn(opener: GraphResource): void {
        this.depended(opener, TRUST, [ROLE]).forEach((found) => this.add(found));
        for (const { key, text } of mentions(opener, TRUST)) {
            for (const named of text === undefined ? [] : namesIn(key, text)) {
                this.identities
                    .named(named)
                    .filter(({ type }) => type === ROLE)
                    .forEach((found) => this.add(found));
            }
        }
    }

    private attach(key: string): void {
        const attached = this.attached.get(key) ?? [];
        this.attached.delete(key);
        attached.forEach(([resource, via]) => this.add(resource, via));
    }

    private addAll(type: string): void {
        if (!this.wanted.has(type)) {
            this.wanted.add(type);
            this.graph.ofType(type).forEach((resource) => this.add(resource));
            this.byTarget.get(type)?.forEach((resource) => this.add(resource));
        }
    }

    private inspectedThrough(transit: GraphResource): void {
        for (const attachment of this.transits.get(transit.urn) ?? []) {
            const vpcs = this.graph.refs(attachment, "vpcId", [VPC]).found;
            const inspects = vpcs.some(({ urn }) => this.firewalled.has(urn));
            if (inspects) {
                this.add(attachment);
            }
        }
    }

    private depended(resource: GraphResource, property: string, types?: readonly string[]): readonly GraphResource[] {
        return (resource.propertyDependencies[property] ?? [])
            .map((urn) => this.graph.get(urn))
            .filter((found) => found !== undefined)
            .filter(({ type }) => types === undefined || types.includes(type));
    }
}
