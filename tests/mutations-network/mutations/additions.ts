import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { added, type Mutation, ofType, type Resources } from "../edit";

const EVERYTHING = { ipProtocol: "-1", fromPort: -1, toPort: -1 };

/** Where an added route leads. */
const DESTINATIONS = { default: "0.0.0.0/0", part: "203.0.113.0/24" };

/** The network with one thing more: a way to the internet, a wider rule. */
export function additions(resources: Resources): Mutation[] {
    return [...publicRoutes(resources), ...secondDefaults(resources), ...wideRules(resources)];
}

/** A route to an internet gateway in each table, for everything and for a part. */
function publicRoutes(resources: Resources): Mutation[] {
    return ofType(resources, tokens.ROUTE_TABLE).flatMap((table) =>
        Object.entries(DESTINATIONS).map(([kind, destinationCidrBlock]) => {
            const name = `leak-${kind}-${table.name}`;
            return {
                name: `add a ${kind} route to an internet gateway to ${table.name}`,
                apply: (all) => {
                    const vpcId = ofType(all, tokens.VPC)[0];
                    const whole =
                        ofType(all, tokens.INTERNET_GATEWAY).length > 0
                            ? all
                            : added(all, tokens.INTERNET_GATEWAY, "leak", { vpcId });
                    const gatewayId = ofType(whole, tokens.INTERNET_GATEWAY)[0];
                    return added(whole, tokens.ROUTE, name, { routeTableId: table, destinationCidrBlock, gatewayId });
                },
                names: [name],
            };
        }),
    );
}

/** Beside each default route one more, to a network outside the stack. */
function secondDefaults(resources: Resources): Mutation[] {
    return ofType(resources, tokens.ROUTE_TABLE)
        .filter(({ name }) => /-(studio|firewall|nat)-/.test(name))
        .flatMap((table) =>
            ofType(resources, tokens.NAT_GATEWAY).map((gateway) => {
                const name = `second-${table.name}-${gateway.name}`;
                return {
                    name: `add a second default route to ${table.name}, to NAT gateway ${gateway.name}`,
                    apply: (all: Resources) =>
                        added(all, tokens.ROUTE, name, {
                            routeTableId: table,
                            destinationCidrBlock: "0.0.0.0/0",
                            natGatewayId: gateway,
                        }),
                    names: [name],
                };
            }),
        );
}

/** Everything from anywhere, and everything to anywhere, in each group. */
function wideRules(resources: Resources): Mutation[] {
    const groups = ofType(resources, tokens.SECURITY_GROUP);
    return groups.flatMap((group) =>
        [tokens.INGRESS_RULE, tokens.EGRESS_RULE].map((type) => {
            const direction = type === tokens.INGRESS_RULE ? "ingress" : "egress";
            const name = `wide-${direction}-${group.name}`;
            return {
                name: `add ${direction} of everything, 0.0.0.0/0, to group ${group.name}`,
                apply: (all: Resources) =>
                    added(all, type, name, { securityGroupId: group, cidrIpv4: "0.0.0.0/0", ...EVERYTHING }),
                names: [name],
            };
        }),
    );
}
