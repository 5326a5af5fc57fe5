import { type GraphResource, isUnknown, SECRET, UNKNOWN } from "../../policy-pack/graph";
import { PreflightError } from "../error";

/** Resources and stack outputs as the engine knows them. */
export interface EngineState {
    readonly resources: readonly GraphResource[];
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly kind: "deployed stack" | "preview";
}

/** Property that marks a wrapped value, and its value for secrets. Source: pulumi/pulumi, sdk/go/common/resource/sig. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** Stands for an unknown value in what the engine prints. Source: pulumi/pulumi, sdk/go/common/resource/plugin. */
const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const STACK = "pulumi:pulumi:Stack";

/** Steps of a preview after which the resource does not exist. */
const REMOVING = ["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace"];

/**
 * Reads what `pulumi stack export` or `pulumi preview --json` printed. Unknown and secret values become `Unknown`, as in a
 * recording, so that the same policies and proofs judge what is really deployed or really planned.
 *
 * @throws PreflightError when the text is neither.
 */
export function readEngineState(text: string, name: string): EngineState {
    const value = parse(text, name);
    const deployed = at(value, "deployment", "resources");
    if (Array.isArray(deployed)) {
        return build(deployed, "deployed stack");
    }
    const steps = at(value, "steps");
    if (Array.isArray(steps)) {
        const planned = steps
            .filter((step) => !REMOVING.includes(String(at(step, "op"))))
            .map((step: unknown) => at(step, "newState"))
            .filter((state) => state !== undefined);
        return build([...new Map(planned.map((state) => [at(state, "urn"), state])).values()], "preview");
    }
    throw new PreflightError(
        `${name} is neither what "pulumi stack export" prints (deployment.resources) nor "pulumi preview --json" (steps).`,
    );
}

function parse(text: string, name: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw new PreflightError(
            `${name} is not JSON. Give what "pulumi stack export" or "pulumi preview --json" printed.`,
        );
    }
}

function build(states: readonly unknown[], kind: EngineState["kind"]): EngineState {
    // What waits for its deletion is not part of the stack any more.
    const resources = states.filter((state) => at(state, "delete") !== true).map((state) => toResource(state));
    const stack = resources.find(({ type }) => type === STACK);
    return { resources, outputs: stack?.props ?? {}, kind };
}

function toResource(state: unknown): GraphResource {
    const urn = String(at(state, "urn"));
    const type = at(state, "type");
    const id = at(state, "id");
    const parent = at(state, "parent");
    const provider = at(state, "provider");
    return {
        urn,
        type: typeof type === "string" ? type : (urn.split("::")[2]?.split("$").pop() ?? ""),
        name: urn.slice(urn.lastIndexOf("::") + 2),
        custom: at(state, "custom") === true,
        id: id === undefined || id === "" ? UNKNOWN : (plain(id) as GraphResource["id"]),
        props: overlay(record(plain(at(state, "inputs"))), record(plain(at(state, "outputs")))),
        ...(typeof parent === "string" && parent !== "" ? { parent } : {}),
        // `urn::id` of the provider.
        ...(typeof provider === "string" && provider !== ""
            ? { provider: provider.slice(0, provider.lastIndexOf("::")) }
            : {}),
        protect: at(state, "protect") === true,
        ignoreChanges: strings(at(state, "ignoreChanges")),
        dependencies: strings(at(state, "dependencies")),
        propertyDependencies: Object.fromEntries(
            Object.entries(record(at(state, "propertyDependencies"))).map(([key, urns]) => [key, strings(urns)]),
        ),
    };
}

/** Inputs with the outputs that say more: one that is secret as a whole hides what the input shows. */
function overlay(inputs: Record<string, unknown>, outputs: Record<string, unknown>): Record<string, unknown> {
    const telling = Object.entries(outputs).filter(([key, value]) => !isUnknown(value) || inputs[key] === undefined);
    return { ...inputs, ...Object.fromEntries(telling) };
}

/** Values as policies read them: secrets and unknowns are `Unknown`, at any depth. */
function plain(value: unknown): unknown {
    if (typeof value === "string") {
        return value.includes(UNKNOWN_STRING) ? UNKNOWN : value === "[secret]" ? SECRET : value;
    }
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (typeof value === "object" && value !== null) {
        const signature = (value as Record<string, unknown>)[SIGNATURE];
        if (signature === SECRET_SIGNATURE) {
            return SECRET;
        }
        return signature === undefined
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
            : UNKNOWN;
    }
    return value;
}

function record(value: unknown): Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value)
        ? (value as Record<string, unknown>)
        : {};
}

function strings(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function at(value: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>((current, key) => record(current)[key], value);
}
