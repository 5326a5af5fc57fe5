import { type GraphResource, isUnknown, readPath } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { type Finding, nist, stackPolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { Attachments } from "./attachments";
import { FIREWALL_LOGGING } from "./tokens";

const DESTINATIONS = ["S3", "CloudWatchLogs", "KinesisDataFirehose"] as const;

interface LoggingConfig extends Record<string, unknown> {
    readonly destinationTypes: readonly (typeof DESTINATIONS)[number][];
}

const NEEDED = ["ALERT", "FLOW"] as const;

/** P54: ALERT shows what was refused, FLOW what passed; one without the other tells half of an incident. */
export const firewallLogging = stackPolicy<LoggingConfig>({
    id: "P54",
    name: "network-firewall-logging-enabled",
    title: "Network Firewall logs alerts and flows",
    description: "The firewall must log alerts and flows to an allowed kind of destination.",
    why: "ALERT shows what was refused, FLOW what passed. With one of them, or none, half of an incident cannot be told.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AU-12", "Audit Record Generation"),
    publishedIds: ["fsbp:NetworkFirewall.2", "checkov:CKV2_AWS_63", "prowler:networkfirewall_logging_enabled"],
    remediationSteps: "Add a LoggingConfiguration for the firewall with one destination for ALERT and one for FLOW.",
    url: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html",
    config: {
        properties: {
            destinationTypes: {
                type: "array",
                items: { type: "string", enum: [...DESTINATIONS] },
                minItems: 1,
                description: "kinds of destination that count",
            },
        },
        defaults: { destinationTypes: DESTINATIONS },
    },
    scope: "all",
    subjects: [networkTokens.FIREWALL],
    checkStack(graph, { destinationTypes }) {
        const loggers = new Attachments(graph, FIREWALL_LOGGING, "firewallArn", networkTokens.FIREWALL);
        return graph
            .ofType(networkTokens.FIREWALL)
            .flatMap((firewall) => checkFirewall(firewall, loggers, destinationTypes));
    },
});

function checkFirewall(firewall: GraphResource, loggers: Attachments, allowed: readonly string[]): Finding[] {
    const loose = loggers.perhapsOf(firewall);
    const logs = loggers.of(firewall).flatMap(logsOf);
    return NEEDED.flatMap((type): Finding[] => {
        const ofType = logs.filter((log) => log.type === type);
        const wrong = ofType.find(
            ({ destination }) => typeof destination === "string" && !allowed.includes(destination),
        );
        if (wrong !== undefined) {
            const found = shown(wrong.destination, DESTINATIONS);
            return [violation(wrong.logging, `sends ${type} logs to ${found}. Send them to ${allowed.join(" or ")}.`)];
        }
        const open = [
            ...ofType.filter(({ destination }) => isUnknown(destination)),
            ...(ofType.length === 0 ? logs.filter((log) => isUnknown(log.type)) : []),
        ];
        if (open.length > 0 || (ofType.length === 0 && loose.length > 0)) {
            const name = open[0]?.logging.name ?? loose[0]?.name ?? "";
            return [
                undecided(
                    firewall,
                    `what ${name} logs, or for which firewall, is not known yet; ${type} logs are needed.`,
                ),
            ];
        }
        return ofType.length > 0
            ? []
            : [violation(firewall, `has no ${type} logs. Add a destination for them to its LoggingConfiguration.`)];
    });
}

interface Log {
    readonly logging: GraphResource;
    readonly type: unknown;
    readonly destination: unknown;
}

/** A list, or an element of it, that cannot be read is one log of unknown type. */
function logsOf(logging: GraphResource): Log[] {
    const list = readPath(logging.props, "loggingConfiguration.logDestinationConfigs");
    if (isUnknown(list)) {
        return [{ logging, type: list, destination: list }];
    }
    return Array.isArray(list)
        ? list.map((each) => ({
              logging,
              type: readPath(each, "logType"),
              destination: readPath(each, "logDestinationType"),
          }))
        : [];
}
