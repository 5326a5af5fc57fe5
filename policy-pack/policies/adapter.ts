import type {
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";

import { graphOf, resourceOf } from "../runtime/sharedResources";
import {
    type ConfigValues,
    type Finding,
    judgedTypes,
    judges,
    type PolicyDefinition,
    type ResourcePolicy,
    type StackPolicy,
} from "./definition";
import { readExceptions, subject } from "./exceptions";
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
            : { remediateResource: (args: ResourceValidationArgs) => remediated(policy, args, clock) };
    // The SDK asks for each function by itself, so that a policy may have more than one of them.
    if (policy.kind === "stack") {
        return { ...metadata, ...repairs, validateStack: attached(policy, stackFunction(policy, clock)) };
    }
    const told = new Set<string>();
    const validateResource = attached(policy, resourceFunction(policy, clock, told));
    return needsStack(policy)
        ? {
              ...metadata,
              ...repairs,
              validateResource,
              validateStack: attached(policy, resourcesOfStackFunction(policy, clock, told)),
          }
        : { ...metadata, ...repairs, validateResource };
}

/** Lets the SDK skip a policy about one type without reading anything of another, as its own helpers do. */
function attached<F extends object>(policy: PolicyDefinition, validate: F): F {
    const [type, ...others] = judgedTypes(policy);
    const single = type !== undefined && others.length === 0 && !type.endsWith("*");
    return single ? Object.assign(validate, { __pulumiType: type }) : validate;
}

/** Whether some of what a resource policy says shows in the whole stack alone. */
function needsStack({ scope, readsDependencies }: ResourcePolicy): boolean {
    return scope !== undefined || readsDependencies === true;
}

/** `told` keeps what was said of resources before they were made, so that the stack's turn does not say it again. */
function resourceFunction(
    policy: ResourcePolicy,
    clock: () => Date,
    told: Set<string>,
): (args: ResourceValidationArgs, reportViolation: ReportViolation) => void {
    return (args, reportViolation) => {
        const settings = settingsIn(policy, args);
        if (!judges(policy, args.type) || settings.scope !== "all") {
            return;
        }
        const judgement = judge(policy, resourceOf(args), settings, clock());
        const later = policy.readsDependencies === true ? { ...judgement, undecided: [] } : judgement;
        messages(later).forEach((message) => told.add(message));
        report(policy, later, settings, reportViolation);
    };
}

/** What a resource policy says with the whole stack at hand: of what SageMaker uses, or of what was not known before. */
function resourcesOfStackFunction(
    policy: ResourcePolicy,
    clock: () => Date,
    told: Set<string>,
): StackValidationPolicy["validateStack"] {
    return (args, reportViolation) => {
        const settings = settingsIn(policy, args);
        if (settings.scope === "all" && policy.readsDependencies !== true) {
            return;
        }
        const judgement = judge(policy, graphOf(args.resources), settings, clock());
        const isNew = ({ urn, message }: Finding): boolean => !told.has(`${urn} ${message}`);
        report(
            policy,
            {
                ...judgement,
                violations: judgement.violations.filter(isNew),
                excepted: judgement.excepted.filter(({ finding }) => isNew(finding)),
            },
            settings,
            reportViolation,
        );
    };
}

function messages({ violations, excepted }: Judgement): string[] {
    return [...violations, ...excepted.map(({ finding }) => finding)].map(({ urn, message }) => `${urn} ${message}`);
}

/**
 * Mutates in place and hands back the same object: copying it would read, and so lose, unknown values. Leaves alone what
 * an exception covers, and everything where only what SageMaker uses is judged, as that shows in the whole stack alone.
 */
function remediated(
    policy: PolicyDefinition,
    args: ResourceValidationArgs,
    clock: () => Date,
): Record<string, unknown> | undefined {
    const props: Record<string, unknown> = args.props;
    try {
        const settings = settingsIn(policy, args);
        const isExcepted = readExceptions(settings.exceptions, clock()).some(
            ({ valid, covers }) => valid !== undefined && covers(args.urn),
        );
        const applies = judges(policy, args.type) && settings.scope === "all" && !isExcepted;
        const changed = applies && policy.remediate?.(props, settings.values);
        return changed === true ? props : undefined;
    } catch {
        // What could not be repaired is reported by the validation that follows.
        return undefined;
    }
}

function stackFunction(policy: StackPolicy, clock: () => Date): StackValidationPolicy["validateStack"] {
    return (args, reportViolation) => {
        const settings = settingsIn(policy, args);
        report(policy, judge(policy, graphOf(args.resources), settings, clock()), settings, reportViolation);
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
