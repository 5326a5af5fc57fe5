import { INTERFACE_ENDPOINT_QUOTA, interfacesByFeature, isOffered } from "../../../../policy-pack/facts";
import { hubServices, PEOPLE_ONLY } from "../../multi/hubServices";
import type { LobRead } from "../../multi/lob";
import type { Problem, SettingPath } from "../../problems";
import type { Region } from "../../regions";
import type { MultiValues } from "../../schema";
import { servicesOf } from "../../services";
import type { Surroundings } from "./surroundings";

type Network = NonNullable<LobRead["known"]["network"]>;

/** The hub can have all the endpoints it is to have, and no line says of them what is the hub's to say. */
export function endpointProblems({ values, lobs, region }: Surroundings): Problem[] {
    const { hub, access } = values;
    if (hub === undefined || region === undefined) {
        return [];
    }
    return [
        ...(access?.signIn.mode === "private" && !isOffered("cognito-idp", region.name)
            ? [
                  {
                      path: ["access", "signIn", "mode"],
                      found: "private",
                      rule: `sign-in through an endpoint needs cognito-idp, of which AWS has none in ${region.name} (aws:region)`,
                      fix: "use mode: hosted, or another region",
                  },
              ]
            : []),
        ...(hub.endpoints === "shared"
            ? [
                  ...(access ? fewEnough(access, lobs, region) : []),
                  ...lobs.flatMap((lob) => [...peopleOnly(lob, values, region), ...notTheirs(lob, values)]),
              ]
            : []),
    ];
}

/** What all lines need together is in one VPC. What one line alone has too much of, its own check tells. */
function fewEnough({ signIn }: MultiValues["access"], lobs: readonly LobRead[], region: Region): Problem[] {
    const networks = lobs.flatMap(({ known }) => known.network ?? []);
    const count = (some: readonly Network[]): number => hubServices("shared", signIn.mode, some, region.name).length;
    const most = INTERFACE_ENDPOINT_QUOTA.value;
    const all = count(networks);
    if (all <= most || networks.some((network) => servicesOf(network, region.name).length > most)) {
        return [];
    }
    const features = [...new Set(networks.flatMap((network) => network.features))];
    const costly = interfacesByFeature(features, region.name)
        .slice(0, 3)
        .map(({ feature, interfaces, only }) => `${feature} (${interfaces.length}, ${only.length} for it alone)`);
    return [
        {
            path: ["hub", "endpoints"],
            found: "shared",
            rule: `a VPC has at most ${most} interface endpoints; the features of all lines make ${all} in the hub`,
            fix: `use endpoints: local, or remove a feature. Most go to ${costly.join(", ")}`,
        },
    ];
}

/** A line that resolved these names could call the access service from people's code. */
function peopleOnly({ index, value, known }: LobRead, values: Partial<MultiValues>, region: Region): Problem[] {
    const { network } = known;
    if (network === undefined) {
        return [];
    }
    const at = (key: string): SettingPath =>
        Object.hasOwn(value.network, key) || !Object.hasOwn(values.network ?? {}, key)
            ? ["lobs", index, "network", key]
            : ["network", key];
    const rule =
        "with hub.endpoints: shared no line has execute-api and cognito-idp: they are people's way to the access service";
    const fix = "remove it, or use hub.endpoints: local";
    const added = network.endpoints.add.filter((key) => PEOPLE_ONLY.includes(key));
    const chosen = servicesOf(network, region.name).some((key) => PEOPLE_ONLY.includes(key) && !added.includes(key));
    return [
        ...(added.length === 0 ? [] : [{ path: [...at("endpoints"), "add"], found: added, rule, fix }]),
        ...(chosen ? [{ path: at("features"), found: "accessApi", rule, fix }] : []),
    ];
}

/** What a line says of endpoints that are not its own would be said to nobody. */
function notTheirs({ index, value, known }: LobRead, values: Partial<MultiValues>): Problem[] {
    const { network, security } = known;
    const own = (top: "network" | "security", key: string): SettingPath =>
        Object.hasOwn(value[top] ?? {}, key) || !Object.hasOwn(values[top] ?? {}, key)
            ? ["lobs", index, top, key]
            : [top, key];
    return [
        ...(network === undefined || Object.keys(network.endpoints.onlyRoles).length === 0
            ? []
            : [
                  {
                      path: [...own("network", "endpoints"), "onlyRoles"],
                      found: network.endpoints.onlyRoles,
                      rule: "with hub.endpoints: shared the endpoints and their policies are the hub's, for all lines alike",
                      fix: "remove onlyRoles, or use hub.endpoints: local",
                  },
              ]),
        ...(security?.keys.onlyThroughEndpoint === true
            ? [
                  {
                      path: [...own("security", "keys"), "onlyThroughEndpoint"],
                      found: true,
                      rule: "with hub.endpoints: shared the endpoint of kms is the hub's, and every line comes through it",
                      fix: "remove onlyThroughEndpoint, or use hub.endpoints: local",
                  },
              ]
            : []),
    ];
}
