import type { Problem } from "../../problems";
import { accountProblems } from "./accounts";
import { accountWideProblems } from "./accountWide";
import { clientsProblems } from "./clients";
import { endpointProblems } from "./endpoints";
import { hubProblems } from "./hub";
import { keyAdministratorProblems } from "./keyAdministrators";
import { lobProblems } from "./lobs";
import { peopleProblems } from "./people";
import { rangeProblems } from "./ranges";
import { signInProblems } from "./signIn";
import type { Surroundings } from "./surroundings";
import { zoneProblems } from "./zones";

/** Rules between accounts. Each is checked when all it needs could be read. */
export function multiChecks(surroundings: Surroundings): Problem[] {
    return [
        ...accountProblems(surroundings),
        ...keyAdministratorProblems(surroundings),
        ...zoneProblems(surroundings),
        ...hubProblems(surroundings),
        ...clientsProblems(surroundings),
        ...rangeProblems(surroundings),
        ...lobProblems(surroundings),
        ...accountWideProblems(surroundings),
        ...endpointProblems(surroundings),
        ...signInProblems(surroundings),
        ...peopleProblems(surroundings),
    ];
}
