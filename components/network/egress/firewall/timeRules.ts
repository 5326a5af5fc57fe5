import type * as aws from "@pulumi/aws";

/** Where NTP is answered. Source: RFC 5905. */
const NTP_PORT = "123";

/**
 * Rules that pass UDP 123 from each range inside to each time server. Ranges are written out instead of a variable, so
 * that whoever reads the group sees both ends.
 */
export function timeRules(
    homeNet: readonly string[],
    timeServers: readonly string[],
): aws.types.input.networkfirewall.RuleGroupRuleGroupRulesSourceStatefulRule[] {
    const pairs = homeNet.flatMap((source) => timeServers.map((destination) => ({ source, destination })));
    return pairs.map(({ source, destination }, index) => ({
        action: "PASS",
        header: {
            protocol: "UDP",
            source,
            sourcePort: "ANY",
            // Answers belong to the connection that asked and pass with it.
            direction: "FORWARD",
            destination,
            destinationPort: NTP_PORT,
        },
        // Suricata's number of the rule, unique in its group.
        ruleOptions: [{ keyword: "sid", settings: [String(index + 1)] }],
    }));
}
