import { checkReferences } from "../lookup";
import { checkUnique } from "../uniqueness";
import { ACCESS_SERVICE } from "./accessService";
import { ADDRESSES } from "./addresses";
import { DNS } from "./dns";
import { DOCUMENTS } from "./documents";
import { ENDPOINTS } from "./endpoints";
import { FIREWALL } from "./firewall";
import { IMAGES } from "./images";
import { PEERINGS } from "./peering";
import { ROUTES } from "./routes";
import { ROUTING } from "./routing";
import type { Operation, RuleTable } from "./rule";
import { SIGN_IN } from "./signIn";
import { STORAGE } from "./storage";
import { STUDIO } from "./studio";
import { TRANSIT } from "./transit";
import { ZONES } from "./zones";

export { checkDeletion, deletedWith } from "./deletions";
export type { Operation } from "./rule";

const TABLES: readonly RuleTable[] = [
    DOCUMENTS,
    ADDRESSES,
    ROUTES,
    ROUTING,
    ENDPOINTS,
    PEERINGS,
    TRANSIT,
    ZONES,
    FIREWALL,
    DNS,
    STORAGE,
    SIGN_IN,
    STUDIO,
    IMAGES,
    ACCESS_SERVICE,
];

/**
 * Refuses a create or an update that AWS would refuse.
 * @throws AwsError with the first refusal, as AWS answers
 */
export function checkOperation(operation: Operation): void {
    const { store, place, type, properties, id } = operation;
    checkReferences(store, place, type, properties);
    for (const table of TABLES) {
        for (const rule of table[type] ?? []) {
            rule(operation);
        }
    }
    checkUnique(store, place, type, properties, id);
}
