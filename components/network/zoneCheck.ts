import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type Feature, FEATURES, servicesFor, type ServiceKey } from "../../policy-pack/facts";

export interface ZoneCheckArgs {
    /** Services that get an interface endpoint. */
    readonly services: readonly ServiceKey[];
    /** Zone ids (`euw1-az1`) or names (`eu-west-1a`), as in the settings. */
    readonly zones: readonly string[];
    readonly region: string;
    /** Key of the stack file the zones stand under. Default: `network`. */
    readonly section?: "network" | "hub";
    /** Chosen features, to say which of them needs a service. Default: all there are. */
    readonly features?: readonly Feature[];
}

/** One zone as this account sees it: ids name the same place in every account, names do not. */
export interface AvailableZone {
    readonly id: string;
    readonly name: string;
}

/** What AWS says about a service: the names of its zones, or why it says nothing. */
export type ServiceAnswer = { readonly zones: readonly string[] } | { readonly failure: string };

export interface ZoneAnswers {
    readonly zones: readonly AvailableZone[];
    readonly services: ReadonlyMap<ServiceKey, ServiceAnswer>;
}

/**
 * Asks AWS, at preview, whether every service can have an endpoint in every zone, and returns the gate through which the
 * subnet ids of the endpoints go: what it returns is the same id, known when that is known, and fails with all that is
 * wrong when the check fails. So no endpoint is registered before the check, and the check cannot be left out.
 *
 * @returns the gate; it fails with a pulumi.RunError naming services, zones and the ways out
 */
export function verifyZones(
    parent: pulumi.Resource,
    args: ZoneCheckArgs,
): (subnetId: pulumi.Input<string>) => pulumi.Output<string> {
    if (args.services.length === 0) {
        return (subnetId) => pulumi.output(subnetId);
    }
    const verified = pulumi.output(verify(parent, args));
    return (subnetId) => pulumi.all([subnetId, verified]).apply(([id]) => id);
}

async function verify(parent: pulumi.Resource, args: ZoneCheckArgs): Promise<void> {
    const message = zoneMessage(args, await askAws(parent, args));
    if (message !== undefined) {
        throw withFixedMessage(message);
    }
}

/** Pulumi writes the name of the property before the message, once for each endpoint that waits for the one check. */
function withFixedMessage(message: string): pulumi.RunError {
    return Object.defineProperty(new pulumi.RunError(message), "message", { get: () => message, set: () => undefined });
}

async function askAws(parent: pulumi.Resource, { services, region }: ZoneCheckArgs): Promise<ZoneAnswers> {
    const [zones, answers] = await Promise.all([
        aws.getAvailabilityZones({ state: "available" }, { parent }),
        Promise.all(
            services.map(async (key): Promise<[ServiceKey, ServiceAnswer]> => [
                key,
                await askService(parent, key, region),
            ]),
        ),
    ]);
    return {
        // Two lists in one order. Source: terraform-provider-aws, ec2_availability_zones_data_source.go.
        zones: zones.names.map((name, index) => ({ name, id: zones.zoneIds[index] ?? name })),
        services: new Map(answers),
    };
}

/** A service AWS does not know must not hide what is wrong with the others. */
async function askService(parent: pulumi.Resource, key: ServiceKey, region: string): Promise<ServiceAnswer> {
    const serviceName = ENDPOINT_SERVICES[key].serviceName(region);
    try {
        const { availabilityZones } = await aws.ec2.getVpcEndpointService(
            { serviceName, serviceType: "Interface" },
            { parent },
        );
        return { zones: availabilityZones };
    } catch (error) {
        return { failure: error instanceof Error ? error.message : String(error) };
    }
}

/** Why the endpoints cannot all stand in all zones, and what can be done; undefined when they can. */
export function zoneMessage(args: ZoneCheckArgs, answers: ZoneAnswers): string | undefined {
    const wanted = args.zones.map((zone) => ({
        zone,
        found: answers.zones.find(({ id, name }) => zone === id || zone === name),
    }));
    const unavailable = wanted.filter(({ found }) => found === undefined).map(({ zone }) => zone);
    const available = wanted.flatMap(({ found }) => found ?? []);
    const problems = [
        ...unavailable.map((zone) => `${zone} is not an available zone of this account (${named(answers.zones)} are)`),
        ...args.services.flatMap((key) => serviceProblem(key, args, available, answers.services.get(key)) ?? []),
    ];
    if (problems.length === 0) {
        return undefined;
    }
    const complete = answers.zones.filter((zone) =>
        args.services.every((key) => {
            const answer = answers.services.get(key);
            return answer !== undefined && "zones" in answer && answer.zones.includes(zone.name);
        }),
    );
    return [
        `${args.section ?? "network"}.zones: not every endpoint can stand in every zone of ${args.region}.`,
        ...problems.map((problem) => `  ${problem}`),
        `Zones that have every service: ${complete.length > 0 ? named(complete) : "none"}.`,
        `Change ${args.section ?? "network"}.zones (on a living stack that replaces the subnets and the domain), leave services out with ` +
            "network.endpoints.remove, or leave out the feature that needs them in network.features.",
    ].join("\n");
}

function serviceProblem(
    key: ServiceKey,
    { region, features = ALL_FEATURES }: ZoneCheckArgs,
    zones: readonly AvailableZone[],
    answer: ServiceAnswer | undefined,
): string | undefined {
    const users = features.filter((feature) => servicesFor([feature]).includes(key));
    const service =
        `${key} (${ENDPOINT_SERVICES[key].serviceName(region)}` +
        (users.length > 0 ? `, for ${users.join(", ")})` : ")");
    if (answer === undefined || "failure" in answer) {
        return `${service}: AWS does not describe it: ${answer?.failure ?? "it was not asked"}`;
    }
    const missing = zones.filter(({ name }) => !answer.zones.includes(name));
    return missing.length > 0 ? `${service} is not in ${named(missing)}` : undefined;
}

const ALL_FEATURES = Object.keys(FEATURES) as Feature[];

function named(zones: readonly AvailableZone[]): string {
    return zones.map(({ id, name }) => `${id} (${name})`).join(", ");
}
