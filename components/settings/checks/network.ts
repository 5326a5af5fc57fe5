import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { addressesFit, clientsAreOutside } from "./addresses";
import { firewallGivenWhenMade, productionProtectsFirewall } from "./egress";
import { existingVpcIsWhole } from "./existingVpc";
import { onlyRolesHaveEffect } from "./onlyRoles";
import { removedCanBeSpared } from "./removed";
import { fipsHasEffect, interfacesAreFewEnough, servicesAreOffered } from "./services";
import { efaHasItsGroup, jobsAreAFeature } from "./training";
import { productionHasTwoZones, resolverHasTwoZones, zonesBelongToRegion } from "./zones";

type Network = TopValues["network"];

/** What the network's rules need from elsewhere, as far as it could be read. */
interface Surroundings {
    readonly region?: Region | undefined;
    readonly production?: boolean | undefined;
}

/** Every rule within `network` and between it and the keys around it. */
export function networkProblems(network: Network, { region, production }: Surroundings): Problem[] {
    const zoneProblems = region ? zonesBelongToRegion(network, region) : [];
    return [
        ...zoneProblems,
        ...(production === undefined
            ? []
            : [...productionHasTwoZones(network, production), ...productionProtectsFirewall(network, production)]),
        // One wrong zone would show again at each of its ranges.
        ...(region && zoneProblems.length === 0 ? addressesFit(network, region) : []),
        ...clientsAreOutside(network),
        ...resolverHasTwoZones(network),
        ...firewallGivenWhenMade(network),
        ...existingVpcIsWhole(network),
        ...(region ? servicesProblems(network, region) : []),
        ...jobsAreAFeature(network),
        ...efaHasItsGroup(network),
    ];
}

function servicesProblems(network: Network, region: Region): Problem[] {
    return [
        ...removedCanBeSpared(network, region),
        ...servicesAreOffered(network, region),
        ...interfacesAreFewEnough(network, region),
        ...fipsHasEffect(network, region),
        ...onlyRolesHaveEffect(network, region),
    ];
}
