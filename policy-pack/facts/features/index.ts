export {
    chosenServices,
    type EndpointChoice,
    type FeatureInterfaces,
    INTERFACE_ENDPOINT_QUOTA,
    interfacesByFeature,
    isFeatureOffered,
    servicesFor,
} from "./choose";
export { type Feature, type FeatureEndpoints, FEATURES } from "./table";
