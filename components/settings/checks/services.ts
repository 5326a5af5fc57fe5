import {
    type Feature,
    FEATURES,
    INTERFACE_ENDPOINT_QUOTA,
    interfacesByFeature,
    isFeatureOffered,
    isOffered,
    type ServiceKey,
} from "../../../policy-pack/facts";
import type { Problem } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";
import { isInterface, servicesOf } from "../services";

type Network = TopValues["network"];

/** AWS has the features and the endpoints of the chosen services in the Region. */
export function servicesAreOffered(network: Network, region: Region): Problem[] {
    const { features, endpoints } = network;
    const absent = servicesOf(network, region.name).filter((key) => !isOffered(key, region.name));
    const where = `in ${region.name} (aws:region)`;
    const ofFeatures = features.flatMap((feature) => FEATURES[feature].services);
    return [
        ...features.flatMap((feature, index) => {
            const mistake = featureMistake(feature, absent, region);
            return mistake === undefined ? [] : [{ path: ["network", "features", index], found: feature, ...mistake }];
        }),
        ...endpoints.add.flatMap((key, index) =>
            absent.includes(key) && !ofFeatures.includes(key)
                ? [
                      {
                          path: ["network", "endpoints", "add", index],
                          found: key,
                          rule: `AWS has no endpoint of ${key} ${where}`,
                          fix: "take it off the list, or choose another region",
                      },
                  ]
                : [],
        ),
    ];
}

function featureMistake(
    feature: Feature,
    absent: readonly ServiceKey[],
    region: Region,
): { rule: string; fix: string } | undefined {
    const { services, offered } = FEATURES[feature];
    if (!isFeatureOffered(feature, region.name)) {
        const regions = offered !== undefined && "only" in offered ? `; it is in ${offered.only.join(", ")}` : "";
        return {
            rule: `AWS does not offer ${feature} in ${region.name} (aws:region)${regions}`,
            fix: "remove the feature, or choose another region",
        };
    }
    const missing = services.filter((key) => absent.includes(key));
    return missing.length === 0
        ? undefined
        : {
              rule: `${feature} uses ${missing.join(", ")}, of which AWS has no endpoint in ${region.name} (aws:region)`,
              fix: "remove the feature; or put it on network.endpoints.remove if people can do without",
          };
}

/** A VPC has a quota of interface endpoints; those that were there count as well. */
export function interfacesAreFewEnough(network: Network, region: Region): Problem[] {
    const { features, vpc } = network;
    const existing = Object.keys(vpc?.endpoints ?? {}) as ServiceKey[];
    const all = new Set([...servicesOf(network, region.name), ...existing].filter(isInterface));
    const most = INTERFACE_ENDPOINT_QUOTA.value;
    if (all.size <= most) {
        return [];
    }
    const costly = interfacesByFeature(features, region.name)
        .slice(0, 3)
        .map(({ feature, interfaces, only }) => `${feature} (${interfaces.length}, ${only.length} for it alone)`);
    return [
        {
            path: ["network", "features"],
            found: features,
            rule: `a VPC has at most ${most} interface endpoints; these features and endpoints make ${all.size}`,
            fix: `remove a feature, or with network.endpoints.remove services nobody uses. Most go to ${costly.join(", ")}`,
        },
    ];
}

/** `fips: true` makes at least one endpoint. */
export function fipsHasEffect(network: Network, region: Region): Problem[] {
    const { endpoints } = network;
    const plain = { ...network, endpoints: { ...endpoints, fips: false } };
    return endpoints.fips && servicesOf(network, region.name).length === servicesOf(plain, region.name).length
        ? [
              {
                  path: ["network", "endpoints", "fips"],
                  found: true,
                  rule: `AWS has no FIPS endpoint of any chosen service in ${region.name} (aws:region)`,
                  fix: "remove fips, or choose a region of the United States or Canada",
              },
          ]
        : [];
}
