import { CATALOGUE_ORDER, ENDPOINT_SERVICES, isOffered, type ServiceKey } from "../../../policy-pack/facts";
import { zonesOf } from "../zones";

type Answer = Readonly<Record<string, unknown>>;

/**
 * What AWS says of an endpoint service, as far as the catalogue has it; in every zone of the Region, which nobody can
 * know without asking. `args` are those of `aws.ec2.getVpcEndpointService`.
 *
 * @returns the answer, or why there is none
 */
export function endpointService(
    args: Readonly<Record<string, unknown>>,
    region: string,
): { answer: Answer; problem?: undefined } | { answer?: undefined; problem: string } {
    const given = args["serviceName"] ?? args["service"];
    const wanted = typeof given === "string" ? given : "";
    const key = keyOf(wanted, region);
    if (key === undefined) {
        return {
            problem: `endpoint service ${wanted} is not in policy-pack/facts/endpoints; add a row with AWS's page as its source`,
        };
    }
    if (!isOffered(key, region)) {
        return { problem: `AWS does not offer the endpoint service ${wanted} in ${region}` };
    }
    const service = ENDPOINT_SERVICES[key];
    const serviceName = service.serviceName(region);
    const privateDnsNames = service.privateDnsNames(region);
    return {
        answer: {
            id: serviceName,
            serviceName,
            region,
            serviceRegion: region,
            serviceType: service.type,
            owner: "amazon",
            acceptanceRequired: false,
            managesVpcEndpoints: false,
            availabilityZones: zonesOf(region).map(({ name }) => name),
            supportedIpAddressTypes: ["ipv4"],
            privateDnsNames,
            privateDnsName: privateDnsNames[0] ?? "",
            vpcEndpointPolicySupported: service.supportsPolicy,
            tags: {},
        },
    };
}

/** Key of a service given by its full name or by what AWS calls it alone. */
function keyOf(wanted: string, region: string): ServiceKey | undefined {
    return CATALOGUE_ORDER.find((key) => key === wanted || ENDPOINT_SERVICES[key].serviceName(region) === wanted);
}
