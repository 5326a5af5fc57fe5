import { ENDPOINT_SERVICES, type Feature, FEATURES, type ServiceKey, serviceNamed } from "../../policy-pack/facts";
import type { Counted } from "./counts";
import type { PriceKey } from "./priceKeys";

/** What part of a stack something is paid for. */
export type Purpose =
    | { readonly kind: "feature"; readonly feature: Feature }
    /** Endpoints that several of the chosen features need: they stay while one of these features does. */
    | { readonly kind: "shared" }
    /** Endpoints no chosen feature needs: those of `network.endpoints.add`. */
    | { readonly kind: "added" }
    | { readonly kind: "part"; readonly part: Part };

export type Part = "egress" | "clients" | "dns" | "encryption" | "other";

const PART: Readonly<Record<Exclude<PriceKey, "interfaceEndpoint">, Part>> = {
    natGateway: "egress",
    publicIpv4: "egress",
    firewallEndpoint: "egress",
    transitGatewayAttachment: "clients",
    resolverInterface: "clients",
    dnsFirewallDomain: "dns",
    dnsFirewallAdvanced: "dns",
    hostedZone: "dns",
    kmsKey: "encryption",
    secret: "other",
};

/** What a counted thing is paid for. */
export function purposeOf({ key, resource }: Counted, features: readonly Feature[]): Purpose {
    if (key !== "interfaceEndpoint") {
        return { kind: "part", part: PART[key] };
    }
    const needing = featuresNeeding(resource.props.serviceName, features);
    const [only, ...more] = needing;
    if (only === undefined) {
        return { kind: "added" };
    }
    return more.length === 0 ? { kind: "feature", feature: only } : { kind: "shared" };
}

/** The chosen features that need an endpoint service, in the order given. A FIPS endpoint is for what it stands beside. */
export function featuresNeeding(serviceName: unknown, features: readonly Feature[]): readonly Feature[] {
    const key = typeof serviceName === "string" ? serviceNamed(serviceName)?.key : undefined;
    if (key === undefined) {
        return [];
    }
    const service = standard(key);
    return [...new Set(features)].filter((feature) => {
        const { services, whereOffered = [] } = FEATURES[feature];
        return [...services, ...whereOffered].includes(service);
    });
}

function standard(key: ServiceKey): ServiceKey {
    return Object.values(ENDPOINT_SERVICES).find(({ fips }) => fips === key)?.key ?? key;
}

/** A purpose in words, as the report lists it. */
export function purposeName(purpose: Purpose): string {
    switch (purpose.kind) {
        case "feature":
            return `only ${purpose.feature}`;
        case "shared":
            return "shared by features";
        case "added":
            return "added endpoints";
        case "part":
            return purpose.part;
    }
}
