import { makeUrn, providerUrn, type StackName } from "./urn";
import { type Place, placeOf } from "./place";
import { secret, type WireObject } from "./wire";

const PROVIDER_TYPE = "pulumi:providers:";

/** A provider the engine would have made because a resource named none. */
export interface DefaultProvider {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** The package's stack configuration, in wire form. */
    readonly inputs: WireObject;
}

/** Providers of one run: which there are, where they work, and whether a resource may do without one. */
export class Providers {
    private readonly places = new Map<string, Place>();
    private readonly disabled: readonly string[];

    constructor(
        private readonly stackName: StackName,
        private readonly config: Readonly<Record<string, string>>,
        private readonly secretKeys: readonly string[],
    ) {
        this.disabled = disabledPackages(config["pulumi:disable-default-providers"]);
    }

    static isProvider(type: string): boolean {
        return type.startsWith(PROVIDER_TYPE);
    }

    /** Remembers where the resources of a provider will go. */
    define(urn: string, name: string, inputs: Readonly<Record<string, unknown>>): Place {
        const place = placeOf(name, inputs);
        this.places.set(urn, place);
        return place;
    }

    /** Where the provider of this URN works. */
    placeOf(urn: string | undefined): Place | undefined {
        return urn === undefined ? undefined : this.places.get(urn);
    }

    /**
     * The provider a resource or invoke uses: the one it refers to, else the package's default one.
     *
     * @param token type token or token of an invoke
     * @returns undefined for what the engine itself provides (`pulumi:pulumi:StackReference`)
     */
    select(
        token: string,
        reference: string,
        version: string,
    ): { explicit: string } | { default: DefaultProvider } | undefined {
        if (reference !== "") {
            return { explicit: providerUrn(reference) };
        }
        const pack = packageOf(token);
        return pack === "pulumi" ? undefined : { default: this.defaultProvider(pack, version) };
    }

    /** Whether the stack's `pulumi:disable-default-providers` names the package of this token. */
    isDisabled(token: string): boolean {
        return this.disabled.includes("*") || this.disabled.includes(packageOf(token));
    }

    private defaultProvider(pack: string, version: string): DefaultProvider {
        const type = `${PROVIDER_TYPE}${pack}`;
        const name = version === "" ? "default" : `default_${version.replaceAll(".", "_")}`;
        const inputs = Object.entries(this.config)
            .filter(([key]) => key.startsWith(`${pack}:`))
            .map(
                ([key, value]) =>
                    [key.slice(pack.length + 1), this.secretKeys.includes(key) ? secret(value) : value] as const,
            );
        return { urn: makeUrn(this.stackName, "", type, name), type, name, inputs: Object.fromEntries(inputs) };
    }
}

function packageOf(token: string): string {
    return token.split(":")[0] ?? "";
}

/** What the engine takes for "all", and what an unreadable list is taken for here. */
const EVERY_PACKAGE: readonly string[] = ["*"];

function disabledPackages(value: string | undefined): readonly string[] {
    if (value === undefined) {
        return [];
    }
    try {
        const list = JSON.parse(value) as unknown;
        return Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : EVERY_PACKAGE;
    } catch {
        return EVERY_PACKAGE;
    }
}
