export {
    CATALOGUE_ORDER,
    ENDPOINT_SERVICES,
    type EndpointService,
    isOffered,
    type ServiceKey,
    serviceNamed,
} from "./catalogue";
export type { Offered } from "./row";
