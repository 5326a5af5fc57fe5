import { type CheckFailure, checkInputs } from "./check";
import { makeCompanions, removeCompanions } from "./companions";
import { completeInputs } from "./defaults";
import { AwsError, ProviderError } from "./errors";
import { type Fault, Faults } from "./faults";
import { type Identity, identityOf } from "./identities";
import { invoke } from "./invokes";
import { checkUnused, dependents, regionOf } from "./lookup";
import { computed, keptOutputs, madeAnew, planned, returned, settable, tagsAll } from "./outputs";
import type { Place } from "./place";
import { checkQuota, type QuotaLevel } from "./quotas";
import { type Change, compare } from "./replacement";
import { checkDeletion, checkOperation, deletedWith } from "./rules";
import type { Store, Stored } from "./store";
import { Subject } from "./subject";
import { agrees, DEFAULTED, type Properties, UNKNOWN } from "./values";

/** How the emulated accounts behave. */
export interface Behaviour {
    /** Default: `newAccount`. */
    readonly quotas?: QuotaLevel;
    /** Whether a domain brings along what SageMaker makes beside it, and leaves behind. Default: no. */
    readonly domainCompanions?: boolean;
    /** Failures to come, each once. */
    readonly faults?: readonly Fault[];
}

/** A resource as the engine names it. */
export interface Target {
    readonly type: string;
    /** Logical name. */
    readonly name: string;
    readonly place: Place;
}

/** Outcome of a create, read or update. */
export interface Made {
    /** Empty in a preview, and for a resource that is gone. */
    readonly id: string;
    readonly inputs: Properties;
    readonly properties: Properties;
}

/** The emulated aws provider without its protocol: what the engine asks, on plain values. */
export class Provider {
    private readonly faults: Faults;

    constructor(
        readonly store: Store,
        private readonly behaviour: Behaviour = {},
    ) {
        this.faults = new Faults(behaviour.faults ?? []);
    }

    /** Completes the inputs with the provider's defaults and checks them. */
    check(
        { type, name }: Target,
        news: Properties,
        olds: Properties,
    ): { inputs: Properties; failures: CheckFailure[] } {
        const inputs = completeInputs(type, name, news, olds);
        return { inputs, failures: checkInputs(type, inputs) };
    }

    diff(type: string, olds: Properties, news: Properties): Change {
        return compare(type, olds, news);
    }

    /** @param given computed properties that are known already, such as what a function answered */
    create(target: Target, inputs: Properties, preview: boolean, given: Properties = {}): Made {
        const place = placeFor(target.place, inputs);
        const identity = this.identity(target.type);
        if (preview) {
            return { id: "", inputs, properties: planned(target.type, place, identity, inputs) };
        }
        this.faults.raise("create", target.type);
        const properties = settable(inputs);
        checkOperation({ store: this.store, place, type: target.type, properties });
        checkQuota(this.store, place, target.type, properties, this.behaviour.quotas ?? "newAccount");
        const subject = new Subject(target.type, place, properties, this.store);
        const id = identity.id(subject);
        const complete = {
            ...properties,
            ...computed(subject, identity, id),
            ...returned(subject, identity, id),
            ...given,
        };
        const stored = this.save(target.type, place, id, inputs, complete);
        if (this.behaviour.domainCompanions === true && target.type === "aws:sagemaker/domain:Domain") {
            makeCompanions(this.store, place, stored);
        }
        return { id, inputs, properties: stored.properties };
    }

    /** What stands in the account now, with the inputs that would make it so. */
    read({ type, place: at }: Target, id: string, olds: Properties, oldInputs: Properties): Made {
        const place = placeFor(at, olds);
        const stored = this.store.get(type, place.account, regionOf(type, place), id);
        if (stored === undefined) {
            return { id: "", inputs: {}, properties: {} };
        }
        const { returns = {} } = this.identity(type);
        const current = Object.entries(stored.properties)
            .filter(([name]) => stored.inputs.includes(name))
            // What AWS adds to an input is no drift.
            .map(([name, value]) => [
                name,
                name in returns && agrees(oldInputs[name], value) ? oldInputs[name] : value,
            ]);
        const inputs = { ...Object.fromEntries(current), [DEFAULTED]: oldInputs[DEFAULTED] ?? [] } as Properties;
        return { id, inputs, properties: stored.properties };
    }

    update(
        target: Target,
        id: string,
        olds: Properties,
        news: Properties,
        preview: boolean,
        given: Properties = {},
    ): Properties {
        const place = placeFor(target.place, news);
        const identity = this.identity(target.type);
        if (preview) {
            return {
                ...olds,
                ...planned(target.type, place, identity, news),
                ...keptOutputs(identity, target.type, olds, news),
            };
        }
        this.faults.raise("update", target.type);
        const current = this.get(target, place, id);
        const properties = settable(news);
        const anew = madeAnew(identity, current.properties, properties);
        const removed = new Set([...current.inputs.filter((name) => properties[name] === undefined), ...anew]);
        const kept = Object.fromEntries(Object.entries(current.properties).filter(([name]) => !removed.has(name)));
        const subject = new Subject(target.type, place, properties, this.store);
        const complete = {
            ...computed(subject, identity, id),
            ...kept,
            ...properties,
            ...tagsAll(subject),
            ...returned(subject, identity, id),
            ...given,
        };
        checkOperation({ store: this.store, place, type: target.type, properties: complete, id });
        return this.save(target.type, place, id, news, complete).properties;
    }

    delete(target: Target, id: string, olds: Properties): void {
        const place = placeFor(target.place, olds);
        const stored = this.store.get(target.type, place.account, regionOf(target.type, place), id);
        if (stored === undefined) {
            return;
        }
        this.faults.raise("delete", target.type);
        checkUnused(this.store, stored);
        checkDeletion(this.store, stored);
        for (const dependent of [...dependents(this.store, stored), ...deletedWith(this.store, stored)]) {
            this.store.remove(dependent);
        }
        if (target.type === "aws:sagemaker/domain:Domain") {
            removeCompanions(this.store, place, stored);
        }
        this.store.remove(stored);
    }

    invoke(token: string, place: Place, args: Properties): Properties {
        return invoke(token, args, { store: this.store, place, quotas: this.behaviour.quotas ?? "newAccount" });
    }

    private identity(type: string): Identity {
        const identity = identityOf(type);
        if (identity === undefined) {
            throw new ProviderError(`the aws provider has no resource type ${type}`);
        }
        return identity;
    }

    private get(target: Target, place: Place, id: string): Stored {
        const stored = this.store.get(target.type, place.account, regionOf(target.type, place), id);
        if (stored === undefined) {
            throw new AwsError(
                "ResourceNotFound",
                `${target.type} ${id} does not exist in account ${place.account}, ${place.region}`,
            );
        }
        return stored;
    }

    private save(type: string, place: Place, id: string, inputs: Properties, properties: Properties): Stored {
        const names = Object.keys(inputs).filter((name) => name !== DEFAULTED && inputs[name] !== undefined);
        const stored = { id, type, account: place.account, region: regionOf(type, place), inputs: names, properties };
        this.store.put(stored);
        return stored;
    }
}

/** A resource may ask for another Region than its provider's. */
function placeFor(place: Place, properties: Properties): Place {
    const { region } = properties;
    return typeof region === "string" && region !== UNKNOWN ? { ...place, region } : place;
}
