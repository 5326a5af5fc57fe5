import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { servicesOf } from "../services";

type Network = TopValues["network"];

/** Roles can be named only for an endpoint whose policy is ours, and then no second endpoint lets others through. */
export function onlyRolesHaveEffect(network: Network, region: Region): Problem[] {
    const chosen = servicesOf(network, region.name);
    const { onlyRoles } = network.endpoints;
    return (Object.keys(onlyRoles) as ServiceKey[]).flatMap((key) => {
        const mistake =
            withoutEffect(key, chosen, network.vpc?.endpoints[key] !== undefined) ??
            secondWay(key, chosen, onlyRoles[ENDPOINT_SERVICES[key].fips ?? key] !== undefined);
        return mistake === undefined
            ? []
            : [{ path: ["network", "endpoints", "onlyRoles", key], found: onlyRoles[key], ...mistake }];
    });
}

interface Mistake {
    readonly rule: string;
    readonly fix: string;
}

function withoutEffect(key: ServiceKey, chosen: readonly ServiceKey[], existing: boolean): Mistake | undefined {
    if (!chosen.includes(key)) {
        return {
            rule: `onlyRoles names chosen services; neither a feature nor endpoints.add chooses ${key}`,
            fix: `remove ${key}, or add it to network.endpoints.add`,
        };
    }
    if (existing) {
        return {
            rule: `the endpoint of ${key} is one of vpc.endpoints; its policy is its owner's`,
            fix: `remove ${key}; restrict it where the endpoint is managed`,
        };
    }
    return ENDPOINT_SERVICES[key].supportsPolicy
        ? undefined
        : {
              rule: `${key} takes no endpoint policy, so its endpoint cannot tell roles apart`,
              fix: `remove ${key}; restrict it in the roles' own policies`,
          };
}

/** The FIPS endpoint of a service is one of its own, with a policy of its own. */
function secondWay(key: ServiceKey, chosen: readonly ServiceKey[], fipsNamed: boolean): Mistake | undefined {
    const { fips } = ENDPOINT_SERVICES[key];
    if (fips === undefined || fipsNamed || !chosen.includes(fips)) {
        return undefined;
    }
    return {
        rule: `${fips} is chosen too, and its endpoint would let every role through`,
        fix: ENDPOINT_SERVICES[fips].supportsPolicy
            ? `name ${fips} in onlyRoles as well, or put it on network.endpoints.remove`
            : `put ${fips} on network.endpoints.remove; it takes no endpoint policy`,
    };
}
