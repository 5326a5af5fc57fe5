import { zonesOf } from "../../../preflight/record/zones";
import { allOf } from "./lookup";
import type { Place } from "./place";
import type { Store } from "./store";
import { textAt, textsAt } from "./values";

/**
 * Names of the zones a VPC endpoint service is in: all of the Region's, unless a test put an endpoint service of AWS's
 * with this `serviceName` and fewer `availabilityZones` into the account.
 */
export function serviceZones(store: Store, place: Pick<Place, "account" | "region">, serviceName: string): string[] {
    const exception = allOf(store, place, "aws:ec2/vpcEndpointService:VpcEndpointService").find(
        ({ properties }) => textAt(properties, "serviceName") === serviceName,
    );
    return exception === undefined
        ? zonesOf(place.region).map(({ name }) => name)
        : textsAt(exception.properties, "availabilityZones[]");
}
