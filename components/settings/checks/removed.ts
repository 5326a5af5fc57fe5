import { type Feature, FEATURES, type ServiceKey, servicesFor } from "../../../policy-pack/facts";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { servicesOf } from "../services";

type Network = TopValues["network"];

/** A mistake about one service, before its place is known. */
interface Mistake {
    readonly rule: string;
    readonly fix: string;
}

/**
 * What `endpoints.remove` takes away is there, and can be spared: not what Studio needs to open, nor all that is a
 * feature's own, which would leave its name standing for nothing.
 */
export function removedCanBeSpared(network: Network, region: Region): Problem[] {
    const { features, endpoints } = network;
    const needed = servicesOf({ ...network, endpoints: { ...endpoints, add: [], remove: [] } }, region.name);
    const hollow = hollowFeatures(features, endpoints.remove);
    return endpoints.remove.flatMap((key, index) => {
        const mistake = endpoints.add.includes(key)
            ? { rule: `${key} is in endpoints.add too`, fix: "take it off one of the lists" }
            : (unneeded(key, needed, region) ?? core(key) ?? lastOfFeature(key, hollow));
        const path = ["network", "endpoints", "remove", index];
        return mistake === undefined ? [] : [{ path, found: key, ...mistake }];
    });
}

function unneeded(key: ServiceKey, needed: readonly ServiceKey[], region: Region): Mistake | undefined {
    return needed.includes(key)
        ? undefined
        : {
              rule: `no chosen feature has an endpoint of ${key} in ${region.name}, so there is nothing to remove`,
              fix: "take it off the list",
          };
}

function core(key: ServiceKey): Mistake | undefined {
    return FEATURES.studio.services.includes(key)
        ? {
              rule: `Studio itself needs ${key}`,
              fix: "take it off the list; an endpoint the VPC already has is named in network.vpc.endpoints",
          }
        : undefined;
}

/** A feature left without any service of its own, and the last of these that is removed. */
interface Hollow {
    readonly feature: Feature;
    readonly last: ServiceKey;
}

function hollowFeatures(features: readonly Feature[], remove: readonly ServiceKey[]): Hollow[] {
    return features.flatMap((feature) => {
        const others = servicesFor(features.filter((other) => other !== feature));
        const own = FEATURES[feature].services.filter((key) => !others.includes(key));
        const last = remove.filter((key) => own.includes(key)).at(-1);
        return last !== undefined && own.every((key) => remove.includes(key)) ? [{ feature, last }] : [];
    });
}

function lastOfFeature(key: ServiceKey, hollow: readonly Hollow[]): Mistake | undefined {
    const left = hollow.find(({ last }) => last === key);
    return left === undefined
        ? undefined
        : {
              rule: `without ${key} the feature ${left.feature} has no endpoint of its own left`,
              fix: `remove the feature ${left.feature} from network.features instead`,
          };
}
