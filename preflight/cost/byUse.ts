import type { ResourceGraph } from "../../policy-pack/graph";
import { networkTokens } from "../../policy-pack/graph/network";

/** Resource types that are paid by use, each with what the use is. */
const BY_USE: readonly { readonly types: readonly string[]; readonly what: string }[] = [
    { types: [networkTokens.ENDPOINT], what: "data through interface endpoints" },
    { types: [networkTokens.NAT_GATEWAY], what: "data through NAT gateways" },
    { types: [networkTokens.INTERNET_GATEWAY], what: "data out to the internet" },
    { types: [networkTokens.FIREWALL], what: "data through the firewall" },
    { types: ["aws:ec2transitgateway/vpcAttachment:VpcAttachment"], what: "data through the transit gateway" },
    {
        types: ["aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation"],
        what: "DNS queries inspected",
    },
    { types: ["aws:route53/resolverEndpoint:ResolverEndpoint"], what: "DNS queries of clients" },
    { types: ["aws:cloudwatch/logGroup:LogGroup"], what: "logs written and kept" },
    { types: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"], what: "objects in buckets" },
    { types: ["aws:kms/key:Key"], what: "requests to keys and versions kept by key rotation" },
    { types: ["aws:lambda/function:Function"], what: "calls of functions" },
    { types: ["aws:sqs/queue:Queue"], what: "messages of queues" },
    { types: ["aws:cloudwatch/metricAlarm:MetricAlarm"], what: "alarms and the numbers they watch" },
    {
        types: ["aws:cloudtrail/trail:Trail"],
        what: "data events of trails, and management events beyond the first copy",
    },
    {
        types: ["aws:cfg/recorder:Recorder", "aws:cfg/rule:Rule"],
        what: "items recorded and rules evaluated by AWS Config",
    },
    { types: ["aws:guardduty/detector:Detector"], what: "events analysed by GuardDuty" },
    { types: ["aws:macie2/account:Account"], what: "buckets and data inspected by Macie" },
    { types: ["aws:securityhub/account:Account"], what: "checks of Security Hub" },
    { types: ["aws:sagemaker/domain:Domain"], what: "apps, jobs, home directories and space volumes" },
];

/** What the stack also pays, by use, and which the fixed cost therefore leaves out. */
export function paidByUse(graph: ResourceGraph): readonly string[] {
    return BY_USE.filter(({ types }) => graph.ofType(...types).length > 0).map(({ what }) => what);
}
