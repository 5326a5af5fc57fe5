import { type Maybe, UNKNOWN } from "../../policy-pack/graph";
import { Diagnostics } from "./diagnostics";
import { digest } from "./identities/subject";
import { makeIdentity } from "./identities";
import { answerInvoke, UnansweredInvoke } from "./invokes";
import { type Place, placeOf } from "./place";
import { INSIDE, PLAIN, type ReadRequest, type Registered, type Registration } from "./protocol";
import { Providers } from "./providers";
import { constructOf } from "./remote";
import type { Constructed, Inside } from "./remoteTypes";
import { answer, external, managed } from "./resources";
import type { Assumption, RecordedResource, Recording } from "./types";
import { isStackType, makeUrn, type StackName } from "./urn";
import { decode, decodeObject, echo, encode, type WireObject } from "./wire";

/** How a run is recorded. */
export interface MonitorSettings extends StackName {
    readonly config: Readonly<Record<string, string>>;
    /** Keys of `config` whose values are secrets. Default: none. */
    readonly secretKeys?: readonly string[];
    readonly secretPlaceholder?: string;
    /** Keep ids and computed outputs unknown. */
    readonly unknown: boolean;
}

/** What the runtime asks for when an output holds a reference to a resource. Source: pulumi/pulumi, `getResource`. */
const GET_RESOURCE = "pulumi:pulumi:getResource";

/** A request that cannot be answered; the message is already among the diagnostics. */
export class Refusal extends Error {}

/**
 * Stands where Pulumi's engine stands during a preview: takes registrations and answers them, without providers.
 * What the engine would refuse is reported and the run goes on, so that all problems are seen at once.
 */
export class Monitor {
    readonly diagnostics: Diagnostics;
    private readonly resources = new Map<string, RecordedResource>();
    private readonly assumptions = new Map<string, Assumption>();
    private readonly providers: Providers;
    /** By component: the providers of its children, by package. */
    private readonly handedOn = new Map<string, Readonly<Record<string, string>>>();
    private outputs: Record<string, unknown> | undefined;
    private stackUrn = "";

    constructor(private readonly settings: MonitorSettings) {
        this.diagnostics = new Diagnostics(settings.secretPlaceholder);
        this.providers = new Providers(settings, settings.config, settings.secretKeys ?? []);
    }

    /** URN of the stack, once it is registered. */
    get rootUrn(): string {
        return this.stackUrn;
    }

    register(request: Registration): Registered {
        const urn = makeUrn(this.settings, request.parent, request.type, request.name);
        const inputs = this.decodeObject(request.inputs);
        if (this.resources.has(urn)) {
            this.diagnostics.refuse(
                `Two resources have the URN ${urn}: give one of the two ${request.type} named "${request.name}" another name.`,
                urn,
            );
        }
        const provider =
            request.custom && !Providers.isProvider(request.type) ? this.providerOf(request, urn) : undefined;
        const made = this.make(request, urn, inputs, provider);
        const id = request.importId === "" ? made.id : request.importId;
        const inherited = this.resources.get(request.parent)?.protect ?? false;
        this.add(managed(request, { urn, id, provider, props: { ...made.outputs, ...inputs } }, inherited));
        if (isStackType(request.type)) {
            this.stackUrn = urn;
        }
        const registered = { urn, id: typeof id === "string" ? id : "" };
        if (request.remote) {
            const { outputs, dependencies = {} } = this.construct(request, urn);
            return { ...registered, outputs: answer(request, outputs), outputDependencies: dependencies };
        }
        return { ...registered, outputs: answer(request, made.outputs) };
    }

    read(request: ReadRequest): Registered {
        const urn = makeUrn(this.settings, request.parent, request.type, request.name);
        const id = decode(request.id, this.settings.secretPlaceholder) as Maybe<string>;
        const provider = this.providerOf(request, urn);
        const why = "read from the cloud, not made by this stack: its state is unknown here";
        this.assume({ token: request.type, args: { id }, answer: UNKNOWN, why });
        this.add(external(request, { urn, id, provider, props: this.decodeObject(request.inputs) }));
        return { urn, id: request.id, outputs: echo(request.inputs) as WireObject };
    }

    /**
     * Answers a provider function.
     * @throws Refusal when there is no answer
     */
    invoke(token: string, args: WireObject, provider: string, version: string): WireObject {
        if (token === GET_RESOURCE) {
            return this.state(String(args["urn"]));
        }
        const used = this.providerOf({ type: token, provider, version }, undefined);
        const { account, region } = this.placeOf(used);
        const refuse = (reason: string): Refusal => {
            const message = `Invoke ${token} cannot be answered: ${reason}.`;
            this.diagnostics.refuse(message);
            return new Refusal(message);
        };
        if (typeof account !== "string" || typeof region !== "string") {
            throw refuse("the account or Region of its provider is not known");
        }
        try {
            const { answer: given, why } = answerInvoke(token, args, { account, region });
            if (why !== undefined) {
                this.assume({ token, args: this.decodeObject(args), answer: this.decodeObject(given), why });
            }
            return given;
        } catch (error) {
            throw error instanceof UnansweredInvoke ? refuse(error.message) : error;
        }
    }

    /** Outputs of a component or of the stack. */
    registerOutputs(urn: string, outputs: WireObject): void {
        const decoded = this.decodeObject(outputs);
        const resource = this.resources.get(urn);
        if (resource === undefined) {
            this.diagnostics.refuse(`Outputs were registered for ${urn}, which is not a resource of this stack.`, urn);
            return;
        }
        this.resources.set(urn, { ...resource, props: { ...resource.props, ...decoded } });
        if (urn === this.stackUrn) {
            this.outputs = decoded;
        }
    }

    /** Everything the program registered, once it has ended. */
    recording(): Recording {
        // The runtime registers the stack's outputs last, even if there are none.
        if (this.outputs === undefined && !this.diagnostics.hasErrors) {
            this.diagnostics.refuse(
                "The program ended before it was complete, and what it would still have registered is missing: " +
                    "it called process.exit, or waits for a promise that nobody settles.",
            );
        }
        return {
            resources: [...this.resources.values()],
            outputs: this.outputs ?? {},
            assumptions: [...this.assumptions.values()],
            diagnostics: this.diagnostics.all,
            failed: this.diagnostics.hasErrors,
        };
    }

    private make(
        request: Registration,
        urn: string,
        inputs: Readonly<Record<string, unknown>>,
        provider: string | undefined,
    ): { id: Maybe<string>; outputs: Readonly<Record<string, unknown>> } {
        if (Providers.isProvider(request.type)) {
            this.defineProvider(urn, request.name, inputs);
            return { id: this.settings.unknown ? UNKNOWN : digest(urn, "provider").slice(0, 32), outputs: {} };
        }
        if (!request.custom) {
            // A component of the stack knows its own providers and those of what it stands in.
            this.handedOn.set(urn, { ...this.handedOn.get(request.parent), ...request.providers });
            return { id: "", outputs: {} };
        }
        const place = this.placeOf(provider);
        const made = makeIdentity({ ...request, urn, inputs }, place, this.settings.unknown, (type, id) =>
            this.registered(type, id),
        );
        if (made.assumed !== undefined) {
            this.assume({ token: request.type, ...made.assumed });
        }
        if (!made.known && !this.settings.unknown) {
            const why = `made-up outputs of type ${request.type}: the forms of its id and ARN are guesses`;
            this.assume({ token: request.type, args: {}, answer: { id: made.id, ...made.outputs }, why }, request.type);
        }
        return made;
    }

    /** Registers what a plugin would inside its component, as far as it is known, and answers the component's outputs. */
    private construct(request: Registration, urn: string): Constructed {
        const providers = this.handedOn.get(urn) ?? {};
        const constructed = constructOf(request.type)?.(request, (inside: Inside) => {
            const provider = providers[inside.type.split(":")[0] ?? ""] ?? "";
            const made = this.register({ ...request, ...INSIDE, parent: urn, ...inside, provider });
            return { ...made, outputs: this.decodeObject(made.outputs) };
        });
        if (constructed === undefined) {
            const why = "a plugin builds this component; the resources inside it are not recorded";
            this.assume({ token: request.type, args: { name: request.name }, answer: UNKNOWN, why });
        }
        return constructed ?? { outputs: {} };
    }

    /** A resource of this stack, as the program asks for it that was handed a reference to it. */
    private state(urn: string): WireObject {
        const known = this.resources.get(urn);
        if (known === undefined) {
            const message = `The program refers to ${urn}, which is not a resource of this stack.`;
            this.diagnostics.refuse(message);
            throw new Refusal(message);
        }
        return { urn, id: typeof known.id === "string" ? known.id : "", state: encode(known.props) };
    }

    private registered(type: string, id: string): RecordedResource["props"] | undefined {
        return [...this.resources.values()].find((resource) => resource.type === type && resource.id === id)?.props;
    }

    /** URN of the provider that is used; the package's default one is added to the graph when it is needed first. */
    private providerOf(
        { type, provider, version, name }: { type: string; provider: string; version: string; name?: string },
        urn: string | undefined,
    ): string | undefined {
        const selected = this.providers.select(type, provider, version);
        if (selected === undefined || "explicit" in selected) {
            return selected?.explicit;
        }
        if (this.providers.isDisabled(type)) {
            const what = name === undefined ? `Invoke ${type}` : `Resource "${name}" (${type})`;
            this.diagnostics.refuse(
                `${what} names no provider, and the stack disables the default one: ` +
                    "pass { provider } or a parent that has it, so that it cannot land in another account.",
                urn,
            );
        }
        const fallback = selected.default;
        if (!this.resources.has(fallback.urn)) {
            this.register({ ...fallback, ...PLAIN, custom: true });
        }
        return fallback.urn;
    }

    private defineProvider(urn: string, name: string, inputs: Readonly<Record<string, unknown>>): void {
        const place = this.providers.define(urn, name, inputs);
        place.assumed.forEach((assumption) => this.assume(assumption));
        if (place.problem !== undefined) {
            this.diagnostics.refuse(place.problem, urn);
        }
    }

    private placeOf(provider: string | undefined): Place {
        return this.providers.placeOf(provider) ?? placeOf("default", {});
    }

    private add(resource: RecordedResource): void {
        if (!this.resources.has(resource.urn)) {
            this.resources.set(resource.urn, resource);
        }
    }

    private assume(assumption: Assumption, key: string = JSON.stringify(assumption)): void {
        if (!this.assumptions.has(key)) {
            this.assumptions.set(key, assumption);
        }
    }

    private decodeObject(value: WireObject): Record<string, unknown> {
        return decodeObject(value, this.settings.secretPlaceholder);
    }
}
