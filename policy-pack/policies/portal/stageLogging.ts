import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { takesFrom } from "../dependencies";
import { label, shown, undecided, violation } from "../findings";
import { repair, section } from "../remediation";
import { Places, reference, text } from "./apiReferences";
import { checkAllMethods, checkSomeMethods } from "./methodSettings";
import { METHOD_SETTINGS, REST_API, STAGE } from "./tokens";

/** Where access logs can go. Source: API Gateway API, AccessLogSettings. */
const DESTINATIONS = [
    "aws:cloudwatch/logGroup:LogGroup",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
] as const;

/**
 * P65: who was let in, who was refused, and why.
 *
 * A stack policy, because a stage's logging and throttling stand in `MethodSettings` of their own.
 */
export const stageLogging = stackPolicy({
    id: "P65",
    name: "apigateway-stage-logging-enabled",
    title: "API stages log, trace and throttle",
    description: "The API stage must log access and execution, trace, throttle, and trace no data.",
    why: "Without logs nobody can tell afterwards who opened whose Studio; without a limit one caller keeps all others out. A data trace writes tokens and links into the log.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("AU-12", "Audit Record Generation"),
    publishedIds: [
        "fsbp:APIGateway.1",
        "fsbp:APIGateway.3",
        "fsbp:APIGateway.5",
        "checkov:CKV_AWS_76",
        "checkov:CKV2_AWS_4",
        "cdk-nag:AwsSolutions-APIG1",
        "cdk-nag:AwsSolutions-APIG6",
    ],
    remediationSteps:
        'Set accessLogSettings and xrayTracingEnabled on the stage, and add MethodSettings for "*/*" with loggingLevel, throttlingRateLimit and throttlingBurstLimit, and without dataTraceEnabled.',
    url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    config: NO_CONFIG,
    scope: "all",
    subjects: [STAGE, METHOD_SETTINGS],
    checkStack(graph) {
        const settings = graph.ofType(METHOD_SETTINGS);
        const places = new Places(settings, (each) => placeOf(graph, each));
        return [
            ...graph.ofType(STAGE).flatMap((stage) => checkStage(graph, stage, places)),
            ...settings.flatMap(checkSettings),
        ];
    },
    // Logs need a destination and, once for the account, a role; limits are a matter of the API: no value fits all.
    remediate: (props) =>
        "methodPath" in props ? withoutDataTrace(props) : repair(props, "xrayTracingEnabled", isNotTrue, true),
});

function withoutDataTrace(props: Record<string, unknown>): boolean {
    const settings = section(props, "settings");
    return settings !== undefined && repair(settings, "dataTraceEnabled", (value) => value === true, false);
}

function isNotTrue(value: unknown): boolean {
    return value !== true;
}

function placeOf(graph: ResourceGraph, resource: GraphResource) {
    return [reference(graph, resource, "restApi", [REST_API]), text(resource, "stageName")];
}

function checkStage(graph: ResourceGraph, stage: GraphResource, places: Places): Finding[] {
    return [...checkAccessLog(stage), ...checkTracing(stage), ...checkHasSettings(graph, stage, places)];
}

function checkAccessLog(stage: GraphResource): Finding[] {
    const destination = readPath(stage.props, "accessLogSettings.destinationArn");
    const format = readPath(stage.props, "accessLogSettings.format");
    if (isUnknown(stage.props.accessLogSettings)) {
        return [undecided(stage, "accessLogSettings is not known yet; it must have a destination and a format.")];
    }
    if ((destination ?? "") === "" || (format ?? "") === "") {
        return [violation(stage, "accessLogSettings is not set in full. Set destinationArn and format.")];
    }
    const isLogged = !isUnknown(destination) || takesFrom(stage, "accessLogSettings", DESTINATIONS);
    return isLogged && !isUnknown(format)
        ? []
        : [undecided(stage, "accessLogSettings is not known yet; it must have a destination and a format.")];
}

function checkTracing(stage: GraphResource): Finding[] {
    const { xrayTracingEnabled } = stage.props;
    if (isUnknown(xrayTracingEnabled)) {
        return [undecided(stage, "xrayTracingEnabled is not known yet; it must be true.")];
    }
    const unset = xrayTracingEnabled === undefined || xrayTracingEnabled === null;
    const found = unset ? "not set, which means false" : shown(xrayTracingEnabled);
    return xrayTracingEnabled === true ? [] : [violation(stage, `xrayTracingEnabled is ${found}. Set it to true.`)];
}

function checkHasSettings(graph: ResourceGraph, stage: GraphResource, places: Places): Finding[] {
    const { certain, perhaps } = places.at(placeOf(graph, stage));
    if (certain.some(({ props }) => props.methodPath === "*/*")) {
        return [];
    }
    const open = [...certain, ...perhaps].find(
        ({ props }) => isUnknown(props.methodPath) || props.methodPath === "*/*",
    );
    return open === undefined
        ? [violation(stage, 'has no MethodSettings for "*/*", so execution logging and throttling are off. Add them.')]
        : [undecided(stage, `whether ${label(open)} is for all methods of this stage is not known yet.`)];
}

function checkSettings(settings: GraphResource): Finding[] {
    const { methodPath } = settings.props;
    if (isUnknown(settings.props.settings)) {
        return [undecided(settings, "settings is not known yet; it decides logging and throttling.")];
    }
    const findings = checkAllMethods(settings);
    if (methodPath === "*/*") {
        return findings;
    }
    const some = checkSomeMethods(settings);
    return isUnknown(methodPath) && findings.length > some.length
        ? [...some, undecided(settings, 'methodPath is not known yet; for "*/*" more must be set.')]
        : some;
}
