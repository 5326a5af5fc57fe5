import { CATALOGUE_ORDER, ENDPOINT_SERVICES, isOffered, type ServiceKey } from "../endpoints";
import { offeredIn } from "../endpoints/catalogue";
import { type Feature, FEATURES } from "./table";

/** Interface and Gateway Load Balancer endpoints in one VPC, as a new account has it. */
export const INTERFACE_ENDPOINT_QUOTA = {
    value: 50,
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
} as const;

/** Whether AWS has the feature in the Region, as far as AWS's pages limit it. */
export function isFeatureOffered(feature: Feature, region: string): boolean {
    return offeredIn(FEATURES[feature].offered, region);
}

/**
 * Every service the features need, each once, in the order of the catalogue whatever the order of `features`; with
 * those that exist in some Regions only.
 */
export function servicesFor(features: readonly Feature[]): ServiceKey[] {
    return inOrder(features.flatMap((feature) => [...needed(feature), ...perRegion(feature)]));
}

/** Which endpoints a network is asked to have. */
export interface EndpointChoice {
    readonly features: readonly Feature[];
    readonly region: string;
    /** Services beside those of the features. */
    readonly add: readonly ServiceKey[];
    /** Services left out whoever asks for them. */
    readonly remove: readonly ServiceKey[];
    /** Adds to each chosen service its FIPS service where the Region has one. */
    readonly fips: boolean;
}

/**
 * The services of a choice, in the order of the catalogue.
 *
 * A service the Region does not have stays in, so that whoever makes the choice hears of it; only a feature's
 * `whereOffered` services come and go with the Region.
 */
export function chosenServices({ features, region, add, remove, fips }: EndpointChoice): ServiceKey[] {
    const asked = [
        ...features.flatMap((feature) => [
            ...needed(feature),
            ...perRegion(feature).filter((key) => isOffered(key, region)),
        ]),
        ...add,
    ].filter((key) => !remove.includes(key));
    const validated = asked.flatMap((key) => {
        const beside = ENDPOINT_SERVICES[key].fips;
        return fips && beside !== undefined && isOffered(beside, region) ? [beside] : [];
    });
    return inOrder([...asked, ...validated].filter((key) => !remove.includes(key)));
}

/** What one feature costs in interface endpoints. */
export interface FeatureInterfaces {
    readonly feature: Feature;
    /** Its interface endpoints, shared or not. */
    readonly interfaces: readonly ServiceKey[];
    /** Those no other chosen feature needs: what leaving the feature out saves. */
    readonly only: readonly ServiceKey[];
}

/**
 * Interface endpoints by feature, the feature that saves most first; equals stay in the order given.
 *
 * @param region leaves out what the Region does not have of a feature's `whereOffered`; default: nothing is left out
 */
export function interfacesByFeature(features: readonly Feature[], region?: string): FeatureInterfaces[] {
    const distinct = [...new Set(features)];
    const interfaces = new Map(distinct.map((feature) => [feature, interfacesOf(feature, region)]));
    return distinct
        .map((feature) => {
            const own = interfaces.get(feature) ?? [];
            const others = distinct
                .filter((other) => other !== feature)
                .flatMap((other) => interfaces.get(other) ?? []);
            return { feature, interfaces: own, only: own.filter((key) => !others.includes(key)) };
        })
        .sort((a, b) => b.only.length - a.only.length || b.interfaces.length - a.interfaces.length);
}

function interfacesOf(feature: Feature, region: string | undefined): ServiceKey[] {
    const regional = perRegion(feature).filter((key) => region === undefined || isOffered(key, region));
    return inOrder([...needed(feature), ...regional]).filter((key) => ENDPOINT_SERVICES[key].type === "Interface");
}

function needed(feature: Feature): readonly ServiceKey[] {
    return FEATURES[feature].services;
}

function perRegion(feature: Feature): readonly ServiceKey[] {
    return FEATURES[feature].whereOffered ?? [];
}

function inOrder(keys: readonly ServiceKey[]): ServiceKey[] {
    const wanted = new Set(keys);
    return CATALOGUE_ORDER.filter((key) => wanted.has(key));
}
