import type { PolicyDefinition } from "../definition";
import { functionInVpc } from "./functionInVpc";
import { functionPermission } from "./functionPermission";
import { methodAuthorization } from "./methodAuthorization";
import { privateApi } from "./privateApi";
import { stageLogging } from "./stageLogging";
import { tableProtected } from "./tableProtected";
import { userPool } from "./userPool";

export const PORTAL_POLICIES: readonly PolicyDefinition[] = [
    privateApi,
    stageLogging,
    methodAuthorization,
    functionInVpc,
    functionPermission,
    tableProtected,
    userPool,
];
