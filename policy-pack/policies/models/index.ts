import type { PolicyDefinition } from "../definition";
import { endpointKeys } from "./endpointKeys";
import { modelImageRegistry } from "./imageRegistry";
import { modelInVpc } from "./inVpc";
import { endpointMultiInstance } from "./multiInstance";
import { modelNetworkIsolation } from "./networkIsolation";

/** Of models and of the endpoints that serve them. */
export const MODELS_POLICIES: readonly PolicyDefinition[] = [
    modelNetworkIsolation,
    modelInVpc,
    modelImageRegistry,
    endpointKeys,
    endpointMultiInstance,
];
