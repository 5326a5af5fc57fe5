import { cidr, cidrSize } from "../../policy-pack/net";
import { AWS_PREFIXES } from "./tiers";

/** VPC user guide, "Subnet sizing for IPv4": the first four addresses of a subnet and its last are AWS's. */
const RESERVED = 5;

/**
 * SageMaker developer guide, "Connect Studio in a VPC to external resources": two to four addresses a user. Four also
 * covers each running app's own interface, since every space runs on an instance of its own.
 */
const ADDRESSES_PER_USER = 4;

/**
 * SageMaker developer guide, "Give SageMaker training jobs access to resources in your VPC": two addresses for each
 * instance, five with the Elastic Fabric Adapter. AWS's administration workshop counts them in each subnet.
 */
const ADDRESSES_PER_INSTANCE = { ordinary: 2, efa: 5 } as const;

/** Route 53 developer guide, "High availability for Resolver endpoints": at least two addresses in all. */
const RESOLVER_ADDRESSES = 2;

/** What people say will run at the busiest hour. */
export interface StatedCapacity {
    readonly users: number;
    /** Jobs at the same time. */
    readonly jobs: number;
    readonly instancesPerJob: number;
    /** Elastic Fabric Adapter. */
    readonly efa: boolean;
}

export interface RoomRequest {
    /** Range of each zone's subnet, by tier. A tier without ranges has no room and no needs. */
    readonly studio: Readonly<Record<string, string>>;
    readonly endpoint: Readonly<Record<string, string>>;
    /** Interface endpoints to be made, each with one address in every zone. */
    readonly interfaceEndpoints: number;
    /** Whether an inbound resolver endpoint is made. */
    readonly resolver: boolean;
    readonly stated?: StatedCapacity;
}

/** One thing that takes addresses of a subnet. */
interface Need {
    /** In words, with its verb: "40 users take 80 (…)". */
    readonly text: string;
    readonly addresses: number;
}

/** Addresses of one subnet and what takes them. */
export interface Room {
    readonly tier: "studio" | "endpoint";
    readonly zone: string;
    readonly range: string;
    /** Addresses after AWS's five; in an existing VPC others may use some of them. */
    readonly free: number;
    readonly needed: number;
    readonly needs: readonly string[];
}

/**
 * What each studio and endpoint subnet has and needs. The other tiers hold one interface a zone, which the smallest
 * subnet has room for.
 *
 * The model: one zone fails, and the people of all zones work in those that are left, evenly. A job's instances may all
 * be placed in one subnet, so each subnet has room for all of them; of AWS's two ways of counting this is the larger.
 */
export function roomOf(request: RoomRequest): Room[] {
    const studioNeeds = needsOfStudio(Object.keys(request.studio).length, request.stated);
    const endpointNeeds = needsOfEndpoints(Object.keys(request.endpoint).length, request);
    return [
        ...Object.entries(request.studio).map(([zone, range]) => room("studio", zone, range, studioNeeds)),
        ...Object.entries(request.endpoint).map(([zone, range]) => room("endpoint", zone, range, endpointNeeds)),
    ];
}

/** Whether the subnet has too few addresses. */
export function isShort({ free, needed }: Room): boolean {
    return needed > free;
}

/** One sentence: what the subnet has and what takes how many of its addresses. */
export function roomText({ tier, zone, range, free, needs, needed }: Room): string {
    const total = needs.length > 1 ? `, ${needed} in all` : "";
    return `${tier} in ${zone} (${range}) has ${free} addresses; ${needs.join(", ")}${total}`;
}

/** Length of the prefix of the smallest subnet with so many addresses; undefined when AWS makes none so large. */
export function prefixFor(needed: number): number | undefined {
    const longest = 32 - Math.ceil(Math.log2(needed + RESERVED));
    return longest < AWS_PREFIXES.shortest ? undefined : Math.min(longest, AWS_PREFIXES.longest);
}

function room(tier: Room["tier"], zone: string, range: string, needs: readonly Need[]): Room {
    return {
        tier,
        zone,
        range,
        free: cidrSize(cidr(range)) - RESERVED,
        needed: needs.reduce((sum, { addresses }) => sum + addresses, 0),
        needs: needs.map(({ text }) => text),
    };
}

function needsOfStudio(zones: number, stated: StatedCapacity | undefined): Need[] {
    const mountTarget = { text: "the mount target of the home directories takes 1", addresses: 1 };
    if (stated === undefined) {
        return [mountTarget];
    }
    const { users, jobs, instancesPerJob, efa } = stated;
    const left = Math.max(1, zones - 1);
    const forUsers = Math.ceil((users * ADDRESSES_PER_USER) / left);
    const spread = zones > 1 ? `, with one of ${zones} zones lost` : "";
    const perInstance = efa ? ADDRESSES_PER_INSTANCE.efa : ADDRESSES_PER_INSTANCE.ordinary;
    const forJobs = jobs * instancesPerJob * perInstance;
    return [
        {
            text: `${counted(users, "user")} ${takes(users)} ${forUsers} (${ADDRESSES_PER_USER} each${spread})`,
            addresses: forUsers,
        },
        ...(jobs === 0
            ? []
            : [
                  {
                      text: `${counted(jobs, "job")} of ${counted(instancesPerJob, "instance")} ${takes(jobs)} ${forJobs} (${perInstance} for each instance${efa ? " with EFA" : ""})`,
                      addresses: forJobs,
                  },
              ]),
        mountTarget,
    ];
}

function needsOfEndpoints(zones: number, { interfaceEndpoints, resolver }: RoomRequest): Need[] {
    const forResolver = Math.ceil(RESOLVER_ADDRESSES / Math.max(1, zones));
    return [
        {
            text: `${counted(interfaceEndpoints, "interface endpoint")} ${takes(interfaceEndpoints)} ${interfaceEndpoints}`,
            addresses: interfaceEndpoints,
        },
        ...(resolver ? [{ text: `the resolver takes ${forResolver}`, addresses: forResolver }] : []),
    ];
}

function counted(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function takes(count: number): string {
    return count === 1 ? "takes" : "take";
}
