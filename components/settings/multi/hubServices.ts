import { CATALOGUE_ORDER, type ServiceKey } from "../../../policy-pack/facts";
import type { MultiValues, TopValues } from "../schema";
import { isInterface, servicesOf } from "../services";

/** What people's browsers and the access service use, wherever the lines have their endpoints. */
const CORE: readonly ServiceKey[] = ["sagemaker.api", "studio", "execute-api", "sts"];

/** The two that people use and people's code does not. */
export const PEOPLE_ONLY: readonly ServiceKey[] = ["execute-api", "cognito-idp"];

/**
 * Services whose interface endpoint the hub makes, in the order of the catalogue.
 *
 * @param networks those of all lines of business
 */
export function hubServices(
    endpoints: MultiValues["hub"]["endpoints"],
    signIn: MultiValues["access"]["signIn"]["mode"],
    networks: readonly Omit<TopValues["network"], "subnets">[],
    region: string,
): ServiceKey[] {
    const wanted = new Set<ServiceKey>([
        ...CORE,
        // A user pool with a domain cannot be used through an endpoint: Cognito developer guide, "Interface VPC endpoints".
        ...(signIn === "private" ? (["cognito-idp"] as const) : []),
        ...(endpoints === "shared"
            ? networks.flatMap((network) => servicesOf(network, region).filter(isInterface))
            : []),
    ]);
    return CATALOGUE_ORDER.filter((key) => wanted.has(key));
}
