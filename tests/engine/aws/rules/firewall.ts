import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { isObject, type Properties, textAt, textsAt, valuesAt } from "../values";
import type { Operation, RuleTable } from "./rule";

const INVALID = "InvalidRequestException";
const PROTECTED = "InvalidOperationException";

/** One endpoint a zone, in subnets of the firewall's VPC. Source: Network Firewall API, CreateFirewall and SubnetMapping. */
function oneSubnetPerZone({ store, place, properties }: Operation): void {
    const zones = new Map<unknown, string>();
    const subnetIds = textsAt(properties, "subnetMappings[].subnetId");
    if (subnetIds.length === 0 && properties["transitGatewayId"] === undefined) {
        throw new AwsError(INVALID, "a firewall needs at least one subnet mapping");
    }
    for (const id of subnetIds) {
        const subnet = named(store, place, "subnet", id);
        if (subnet?.properties["vpcId"] !== properties["vpcId"]) {
            throw new AwsError(INVALID, `subnet ${id} is not in ${textAt(properties, "vpcId")}`);
        }
        const zone = subnet?.properties["availabilityZone"];
        const rival = zones.get(zone);
        if (rival !== undefined) {
            throw new AwsError(INVALID, `subnets ${rival} and ${id} are in the same availability zone`);
        }
        zones.set(zone, id);
    }
}

/** A protection that stays on forbids the change. Source: Network Firewall API, the Update…Protection pages. */
function keepsProtected({ store, place, type, properties, id }: Operation): void {
    const before = id === undefined ? undefined : store.get(type, place.account, place.region, id)?.properties;
    if (before === undefined) {
        return;
    }
    const subnets = (of: Properties): string => textsAt(of, "subnetMappings[].subnetId").sort().join();
    const policy = (of: Properties): string => textAt(of, "firewallPolicyArn") ?? "";
    for (const [protection, part] of [
        ["subnetChangeProtection", subnets],
        ["firewallPolicyChangeProtection", policy],
    ] as const) {
        // The provider takes protections off first, in the same update.
        if (before[protection] === true && properties[protection] === true && part(before) !== part(properties)) {
            throw new AwsError(PROTECTED, `${protection} is on: turn it off before the change`);
        }
    }
}

interface PolicyReference {
    readonly resourceArn: string;
    readonly priority?: number;
}

/**
 * Strict order wants a priority for each group, the other order takes none.
 * Source: Network Firewall API, StatefulRuleGroupReference.
 */
function priorities({ properties }: Operation): void {
    const strict = isStrict(properties, "firewallPolicy.statefulEngineOptions.ruleOrder");
    const groups = references(properties);
    const given = groups.flatMap(({ priority }) => priority ?? []);
    if (strict && given.length < groups.length) {
        throw new AwsError(INVALID, "Priority is required with STRICT_ORDER, in StatefulRuleGroupReferences");
    }
    if (!strict && given.length > 0) {
        throw new AwsError(INVALID, "Priority cannot be provided with DEFAULT_ACTION_ORDER");
    }
    if (new Set(given).size < given.length) {
        throw new AwsError(INVALID, `Priority must be unique in StatefulRuleGroupReferences: ${given.join(", ")}`);
    }
}

/** Source: Network Firewall developer guide, "Managing evaluation order": a policy takes groups of its own order. */
function groupsOfItsOrder({ store, place, properties }: Operation): void {
    const strict = isStrict(properties, "firewallPolicy.statefulEngineOptions.ruleOrder");
    for (const { resourceArn } of references(properties)) {
        const group = named(store, place, "ruleGroup", resourceArn);
        const groupIsStrict =
            group === undefined
                ? resourceArn.endsWith("StrictOrder")
                : isStrict(group.properties, "ruleGroup.statefulRuleOptions.ruleOrder");
        if (groupIsStrict !== strict) {
            throw new AwsError(INVALID, `the rule order of ${resourceArn} is not that of the policy`);
        }
    }
}

/** Source: Network Firewall developer guide, "Strict evaluation order"; FirewallPolicy: StatefulDefaultActions. */
function defaultActions({ properties }: Operation): void {
    const actions = textsAt(properties, "firewallPolicy.statefulDefaultActions[]");
    if (actions.length > 0 && !isStrict(properties, "firewallPolicy.statefulEngineOptions.ruleOrder")) {
        throw new AwsError(INVALID, "StatefulDefaultActions are for STRICT_ORDER only");
    }
    if (actions.filter((action) => action.startsWith("aws:drop")).length > 1) {
        throw new AwsError(INVALID, "StatefulDefaultActions takes at most one drop action");
    }
    const families = new Set(
        actions.filter((action) => action.includes("_established")).map((action) => action.includes("_app_layer")),
    );
    if (families.size > 1) {
        throw new AwsError(INVALID, "established and application-layer default actions do not go together");
    }
    for (const path of ["statelessDefaultActions", "statelessFragmentDefaultActions"]) {
        const chosen = textsAt(properties, `firewallPolicy.${path}[]`).filter((action) => STATELESS.includes(action));
        if (chosen.length !== 1) {
            throw new AwsError(INVALID, `${path} takes exactly one of ${STATELESS.join(", ")}`);
        }
    }
}

const STATELESS = ["aws:pass", "aws:drop", "aws:forward_to_sfe"];

/** Rules in one form only. Source: Network Firewall API, RulesSource. */
function oneSource({ properties }: Operation): void {
    const source = properties["ruleGroup"];
    const forms = Object.values(isObject(source) && isObject(source["rulesSource"]) ? source["rulesSource"] : {});
    const count = forms.filter((form) => form !== undefined).length + (properties["rules"] === undefined ? 0 : 1);
    if (count !== 1) {
        throw new AwsError(INVALID, `a rule group takes exactly one source of rules, not ${count}`);
    }
}

/** A domain list makes a rule for each domain and kind of traffic. Source: developer guide, "Setting rule group capacity". */
function fitsItsCapacity({ properties }: Operation): void {
    const list = "ruleGroup.rulesSource.rulesSourceList";
    const lines = (textAt(properties, "ruleGroup.rulesSource.rulesString") ?? textAt(properties, "rules") ?? "")
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
    const needed =
        valuesAt(properties, `${list}.targets[]`).length * valuesAt(properties, `${list}.targetTypes[]`).length +
        valuesAt(properties, "ruleGroup.rulesSource.statefulRules[]").length +
        lines.length;
    const capacity = Number(properties["capacity"]);
    if (needed > capacity) {
        throw new AwsError(INVALID, `the rules need a capacity of ${needed}, the group has ${capacity}`);
    }
}

/** Source: Network Firewall API, LoggingConfiguration and LogDestinationConfig. */
function destinations({ store, place, properties }: Operation): void {
    const configs = valuesAt(properties, "loggingConfiguration.logDestinationConfigs[]").filter(isObject);
    const types = configs.map((config) => config["logType"]);
    if (new Set(types).size < types.length) {
        throw new AwsError(INVALID, `one destination for each log type: ${types.join(", ")}`);
    }
    for (const config of configs) {
        const destination = isObject(config["logDestination"]) ? config["logDestination"] : {};
        const [type, key] =
            config["logDestinationType"] === "S3"
                ? (["aws:s3/bucket:Bucket", "bucketName"] as const)
                : (["aws:cloudwatch/logGroup:LogGroup", "logGroup"] as const);
        const name = textAt(destination, key);
        const isThere = allOf(store, place, type).some(({ id }) => id === name);
        if (config["logDestinationType"] !== "KinesisDataFirehose" && !isThere) {
            throw new AwsError(INVALID, `the log destination ${key} '${name}' does not exist`);
        }
    }
}

function references(properties: Properties): PolicyReference[] {
    return valuesAt(properties, "firewallPolicy.statefulRuleGroupReferences[]") as PolicyReference[];
}

function isStrict(properties: Properties, path: string): boolean {
    return textAt(properties, path) === "STRICT_ORDER";
}

/** Rules about Network Firewall. */
export const FIREWALL: RuleTable = {
    "aws:networkfirewall/firewall:Firewall": [oneSubnetPerZone, keepsProtected],
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": [priorities, groupsOfItsOrder, defaultActions],
    "aws:networkfirewall/ruleGroup:RuleGroup": [oneSource, fitsItsCapacity],
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": [destinations],
};
