import type {
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";

import { ResourceGraph } from "../graph";
import { fromResourceArgs, fromStackResources } from "../graph/fromPolicyResources";
import { type ConfigValues, judges, type PolicyDefinition, type ResourcePolicy, type StackPolicy } from "./definition";
import { subject } from "./exceptions";
import { type Judgement, judge } from "./judge";
import { configProperties, type PolicySettings, settingsFrom } from "./settings";

/** `reportViolation` accepts a level of its own at run time; its type only knows the plain text form. */
type ReportWithLevel = (violation: {
    message: string;
    urn?: string;
    enforcementLevel: "advisory" | "mandatory";
}) => void;

/** The definition as a policy of Pulumi's SDK. `clock` tells the day on which exceptions are judged. */
export function toPulumiPolicy(
    policy: PolicyDefinition,
    clock: () => Date = () => new Date(),
): ResourceValidationPolicy | StackValidationPolicy {
    const metadata = {
        name: policy.name,
        displayName: policy.title,
        description: policy.description,
        severity: policy.severity,
        enforcementLevel: policy.enforcementLevel,
        framework: policy.framework,
        tags: [...policy.publishedIds],
        remediationSteps: policy.remediationSteps,
        url: policy.url,
        configSchema: { properties: configProperties(policy) },
    };
    const repairs =
        policy.remediate === undefined
            ? {}
            : { remediateResource: (args: ResourceValidationArgs) => remediated(policy, args) };
    // A policy of the whole stack may repair single resources: the SDK asks for each function by itself.
    return policy.kind === "resource"
        ? { ...metadata, ...repairs, validateResource: resourceFunction(policy, clock) }
        : { ...metadata, ...repairs, validateStack: stackFunction(policy, clock) };
}

function resourceFunction(
    policy: ResourcePolicy,
    clock: () => Date,
): (args: ResourceValidationArgs, reportViolation: ReportViolation) => void {
    return (args, reportViolation) => {
        if (judges(policy, args.type)) {
            const settings = settingsIn(policy, args);
            report(policy, judge(policy, fromResourceArgs(args), settings, clock()), settings, reportViolation);
        }
    };
}

/** Mutates in place and hands back the same object: copying it would read, and so lose, unknown values. */
function remediated(policy: PolicyDefinition, args: ResourceValidationArgs): Record<string, unknown> | undefined {
    const props: Record<string, unknown> = args.props;
    try {
        const applies = judges(policy, args.type);
        const changed = applies && policy.remediate?.(props, settingsIn(policy, args).values);
        return changed === true ? props : undefined;
    } catch {
        // What could not be repaired is reported by the validation that follows.
        return undefined;
    }
}

function stackFunction(policy: StackPolicy, clock: () => Date): StackValidationPolicy["validateStack"] {
    return (args, reportViolation) => {
        const settings = settingsIn(policy, args);
        const resources: readonly PolicyResource[] = args.resources;
        const graph = new ResourceGraph(fromStackResources(resources));
        report(policy, judge(policy, graph, settings, clock()), settings, reportViolation);
    };
}

/** The engine holds the level itself and fills schema defaults in only when it was given a configuration. */
function settingsIn(policy: PolicyDefinition, args: ResourceValidationArgs | StackValidationArgs): PolicySettings {
    return settingsFrom(policy, args.getConfig<ConfigValues>(), policy.enforcementLevel);
}

function report(
    policy: PolicyDefinition,
    { violations, undecided, excepted }: Judgement,
    settings: PolicySettings,
    reportViolation: ReportViolation,
): void {
    const say = (message: string, urn: string, enforcementLevel: "advisory" | "mandatory"): void => {
        (reportViolation as unknown as ReportWithLevel)({
            message: `${policy.description}\n${message}`,
            enforcementLevel,
            ...(urn === "" ? {} : { urn }),
        });
    };
    violations.forEach(({ message, urn }) => reportViolation(message, urn === "" ? undefined : urn));
    undecided.forEach(({ message, urn }) => say(`Could not decide at preview: ${message}`, urn, settings.unknownsAre));
    excepted.forEach(({ finding, exception }) => {
        const until = `until ${exception.expires}: ${exception.reason}`;
        say(`Excepted (${subject(exception)}, ${until}): ${finding.message}`, finding.urn, "advisory");
    });
}
