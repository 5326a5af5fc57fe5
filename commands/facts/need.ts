import { type PlainSettings, servicesOf } from "../../components/settings";
import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import type { OwnParts } from "./ownParts";

type Network = PlainSettings["network"];

/** What a stack needs of the VPC, and what it makes in it. */
export interface Need {
    readonly region: string;
    /** Zone ids, or zone names. */
    readonly zones: readonly string[];
    readonly cidr: string;
    /** Services that Studio must reach through an endpoint. */
    readonly services: readonly ServiceKey[];
    readonly egress: Network["egress"];
    /** The stack file's `network.vpc`; absent when it is not, or of another VPC. */
    readonly vpc?: NonNullable<Network["vpc"]>;
    readonly own: OwnParts;
}

/** What a stack file says about the VPC with this id. */
export function needOf({ region, network, subnets }: PlainSettings, vpcId: string): Need {
    const services = servicesOf(network, region);
    const vpc = network.vpc?.id === vpcId ? network.vpc : undefined;
    const made = services.filter((key) => vpc?.endpoints[key] === undefined);
    return {
        region,
        zones: network.zones,
        cidr: network.cidr,
        services,
        egress: network.egress,
        ...(vpc === undefined ? {} : { vpc }),
        own:
            vpc === undefined
                ? { ranges: [], gatewayServices: [] }
                : {
                      ranges: [subnets.endpoint, subnets.firewall, subnets.nat, subnets.transit].flatMap((tier) =>
                          Object.values(tier),
                      ),
                      gatewayServices: made
                          .filter((key) => ENDPOINT_SERVICES[key].type === "Gateway")
                          .map((key) => ENDPOINT_SERVICES[key].serviceName(region)),
                  },
    };
}
