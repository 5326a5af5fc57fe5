import { append } from "./append";
import type { GraphResource, References } from "./types";
import { isUnknown, readPath } from "./unknown";

/** Properties whose value identifies a resource in the inputs of others, besides its id. */
const IDENTIFYING = ["id", "arn", "name", "keyId", "bucket"] as const;

/** Every registered resource of one stack, with the look-ups that policies and proofs share. */
export class ResourceGraph {
    readonly resources: readonly GraphResource[];
    private readonly byUrn = new Map<string, GraphResource>();
    private readonly byType = new Map<string, GraphResource[]>();
    private readonly byIdentity = new Map<string, GraphResource[]>();
    /** Answers of `refs`, by what was asked: models and policies ask the same of the same resources again and again. */
    private readonly answers = new WeakMap<GraphResource, Map<string, References>>();

    constructor(resources: Iterable<GraphResource>) {
        this.resources = [...resources];
        for (const resource of this.resources) {
            this.byUrn.set(resource.urn, resource);
            append(this.byType, resource.type, resource);
            for (const identity of identities(resource)) {
                append(this.byIdentity, identity, resource);
            }
        }
    }

    /** The resource with this URN, if it is in the graph. */
    get(urn: string): GraphResource | undefined {
        return this.byUrn.get(urn);
    }

    /** All resources of the given type tokens, in order of registration within each type. */
    ofType(...types: readonly string[]): readonly GraphResource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /** Resources of the given types that are known by this id, ARN or name. */
    identifiedBy(identity: string, types: readonly string[]): readonly GraphResource[] {
        return (this.byIdentity.get(identity) ?? []).filter((r) => types.includes(r.type));
    }

    /**
     * What `path` of `resource` refers to among `types`: by id, ARN or name where the value is known, by property
     * dependencies where it is not.
     */
    refs(resource: GraphResource, path: string, types: readonly string[]): References {
        let answers = this.answers.get(resource);
        if (answers === undefined) {
            this.answers.set(resource, (answers = new Map<string, References>()));
        }
        const question = `${path} ${types.join()}`;
        let answer = answers.get(question);
        if (answer === undefined) {
            answers.set(question, (answer = this.find(resource, path, types)));
        }
        return answer;
    }

    private find(resource: GraphResource, path: string, types: readonly string[]): References {
        const value = readPath(resource.props, path);
        const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
        const found = new Set<GraphResource>();
        const external: string[] = [];
        let unread = false;
        for (const item of values) {
            if (isUnknown(item)) {
                unread = true;
            } else if (typeof item === "string" && item !== "") {
                const matches = this.identifiedBy(item, types);
                matches.forEach((match) => found.add(match));
                if (matches.length === 0) {
                    external.push(item);
                }
            }
        }
        const property = path.split(".")[0] ?? path;
        const derived = (resource.propertyDependencies[property] ?? [])
            .map((urn) => this.byUrn.get(urn))
            .filter((r): r is GraphResource => r !== undefined && types.includes(r.type));
        if (!unread) {
            // An id that belongs to nobody, of a resource whose id the engine does not show among its outputs.
            const nameless = derived.filter((r) => isUnknown(r.id) && !found.has(r));
            if (external.length > 0 && nameless.length >= external.length) {
                return { found: [...found, ...nameless], external: [], undecided: false, derived: true };
            }
            return { found: [...found], external, undecided: false, derived: false };
        }
        derived.forEach((match) => found.add(match));
        return { found: [...found], external, undecided: derived.length === 0, derived: true };
    }

    /** Resources of `type` whose `path` refers to `target`. */
    referrers(type: string, path: string, target: GraphResource): readonly GraphResource[] {
        return this.ofType(type).filter((r) => this.refs(r, path, [target.type]).found.includes(target));
    }
}

function identities(resource: GraphResource): Set<string> {
    const result = new Set<string>();
    for (const value of [resource.id, ...IDENTIFYING.map((key) => resource.props[key])]) {
        if (typeof value === "string" && value !== "") {
            result.add(value);
        }
    }
    return result;
}
