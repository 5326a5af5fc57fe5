import { RESERVED_LOB_NAMES } from "../../keys/multi/lobs";
import type { LobRead } from "../../multi/lob";
import type { Problem } from "../../problems";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

/** A line has a name of its own, and says of its network only what is its to say. */
export function lobProblems({ values, lobs }: Surroundings): Problem[] {
    return [...nameProblems(lobs), ...sharedKeys(values), ...lobs.flatMap((lob) => lineProblems(lob, values))];
}

function nameProblems(lobs: readonly LobRead[]): Problem[] {
    const seen = new Set<string>();
    return lobs.flatMap(({ index, value: { name } }): Problem[] => {
        const path = ["lobs", index, "name"];
        if ((RESERVED_LOB_NAMES as readonly string[]).includes(name)) {
            return [
                {
                    path,
                    found: name,
                    rule: `${name} is a name within the stack already, which the line's things would have too`,
                    fix: "choose another name",
                },
            ];
        }
        if (seen.has(name)) {
            return [
                {
                    path,
                    found: name,
                    rule: "each line of business is named once",
                    fix: "choose another name, or join the two",
                },
            ];
        }
        seen.add(name);
        return [];
    });
}

/** Keys of `network` that no line has, with what takes their place. */
const OF_NO_LINE = {
    vpc: {
        rule: "a line's VPC is made here, because the hub attaches to it; an existing VPC needs deployment: single-account",
        fix: "remove vpc; or deploy the line with a stack of its own, whose network.clients.via is the hub's gateway",
    },
    clients: {
        rule: "people reach every line through the hub: who may is hub.clients",
        fix: "remove clients, and name the ranges in hub.clients",
    },
} as const;

/** Keys of `network` that cannot be the same in two lines. */
const OF_EACH_LINE = {
    cidr: {
        rule: "lines cannot share a range: each has addresses of its own",
        fix: "move cidr to network of each line",
    },
    subnets: {
        rule: "lines cannot share subnets: they lie in the line's own range",
        fix: "move subnets to network of each line",
    },
} as const;

function sharedKeys({ network = {} }: Partial<MultiValues>): Problem[] {
    return Object.entries({ ...OF_NO_LINE, ...OF_EACH_LINE })
        .filter(([key]) => Object.hasOwn(network, key))
        .map(([key, mistake]) => ({ path: ["network", key], found: network[key], ...mistake }));
}

function lineProblems({ index, value, known }: LobRead, { hub }: Partial<MultiValues>): Problem[] {
    const path = ["lobs", index];
    const refused = Object.entries(OF_NO_LINE)
        .filter(([key]) => Object.hasOwn(value.network, key))
        .map(([key, mistake]) => ({
            path: [...path, "network", key],
            found: value.network[key],
            ...mistake,
        }));
    if (!value.centralEgress) {
        return refused;
    }
    const own = known.network?.egress ?? "isolated";
    return [
        ...refused,
        ...(hub === undefined || hub.egress === "firewall"
            ? []
            : [
                  {
                      path: [...path, "centralEgress"],
                      found: true,
                      rule: `the hub has no way out: hub.egress is ${hub.egress}`,
                      fix: "set hub.egress: firewall with hub.firewall, or remove centralEgress",
                  },
              ]),
        ...(own === "isolated"
            ? []
            : [
                  {
                      path: [...path, "centralEgress"],
                      found: true,
                      rule: `a line has one way out: the hub's with centralEgress, or its own, which here is egress: ${own}`,
                      fix: "remove centralEgress, or set the line's network.egress: isolated",
                  },
              ]),
    ];
}
