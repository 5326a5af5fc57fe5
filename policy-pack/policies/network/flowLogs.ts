import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../graph";
import { networkTokens } from "../../graph/topology";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, shown, undecided, violation } from "../findings";
import { Attachments } from "./attachments";
import { FLOW_LOG, LOG_GROUP } from "./tokens";

const TRAFFIC = ["ALL", "ACCEPT", "REJECT"];

/** P55: exfiltration is accepted traffic; a log of what was rejected never shows it. */
export const flowLogs = stackPolicy({
    id: "P55",
    name: "vpc-flow-logs-enabled",
    title: "VPC logs all traffic",
    description: "The VPC must have a flow log of all traffic, kept for a stated time.",
    why: "Exfiltration is accepted traffic: a log of rejected packets never shows it. Without a stated retention the log ends too early, or never.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("AU-12", "Audit Record Generation"),
    publishedIds: [
        "fsbp:EC2.6",
        "checkov:CKV2_AWS_11",
        "trivy:AWS-0178",
        "cdk-nag:AwsSolutions-VPC7",
        "cis:3.0/3.7",
        "prowler:vpc_flow_logs_enabled",
    ],
    remediationSteps:
        'Add a FlowLog with the VPC\'s id and trafficType "ALL", and set retentionInDays on its log group.',
    url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
    config: NO_CONFIG,
    scope: "all",
    subjects: [networkTokens.VPC],
    checkStack(graph) {
        const logs = new Attachments(graph, FLOW_LOG, "vpcId", networkTokens.VPC);
        return graph.ofType(networkTokens.VPC).flatMap((vpc) => checkVpc(graph, vpc, logs));
    },
});

function checkVpc(graph: ResourceGraph, vpc: GraphResource, logs: Attachments): Finding[] {
    const own = logs.of(vpc);
    const complete = own.filter(({ props }) => props.trafficType === "ALL");
    if (complete.length > 0) {
        return complete.flatMap((log) => checkRetention(graph, log));
    }
    const unread = own.find(({ props }) => isUnknown(props.trafficType));
    const [loose] = logs.perhapsOf(vpc);
    const [log] = own;
    if (unread !== undefined) {
        return [undecided(vpc, `trafficType of ${label(unread)} is not known yet; it must be "ALL".`)];
    }
    if (loose !== undefined) {
        return [undecided(vpc, `of which VPC ${label(loose)} is, is not known yet.`)];
    }
    return log === undefined
        ? [violation(vpc, 'has no flow log. Add one with trafficType "ALL".')]
        : [violation(log, `trafficType is ${shown(log.props.trafficType, TRAFFIC)}. Set it to "ALL".`)];
}

/** Only a log group of this stack tells how long; objects in a bucket stay until a rule of the bucket ends them. */
function checkRetention(graph: ResourceGraph, log: GraphResource): Finding[] {
    const { logDestinationType = "cloud-watch-logs" } = log.props;
    if (isUnknown(logDestinationType)) {
        return [undecided(log, "logDestinationType is not known yet, so how long the log is kept cannot be told.")];
    }
    if (logDestinationType !== "cloud-watch-logs") {
        return [];
    }
    const { found, external, undecided: why } = resolveOne(graph, log, "logDestination", [LOG_GROUP]);
    const [group] = found;
    if (why !== undefined || group === undefined) {
        const reason =
            why ?? (external.length > 0 ? "its log group is not defined in this stack" : "it names no log group");
        return [undecided(log, `${reason}, so how long the log is kept cannot be told.`)];
    }
    const { retentionInDays, logGroupClass } = group.props;
    if (logGroupClass === "DELIVERY") {
        return [];
    }
    if (isUnknown(retentionInDays)) {
        return [undecided(group, "retentionInDays is not known yet; the flow log must be kept for a stated time.")];
    }
    return typeof retentionInDays === "number" && retentionInDays > 0
        ? []
        : [
              violation(
                  group,
                  `retentionInDays is ${shown(retentionInDays)}, so ${label(log)} is kept for ever. Set a number of days.`,
              ),
          ];
}
