import { createRequire } from "node:module";
import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import * as analyzerproto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type GraphResource, isUnknown } from "../../graph";

/**
 * Drives a policy as the engine does: through the SDK's own request handlers, with unknown values and secrets in the
 * engine's encoding. What the SDK calls internal is used on purpose: only it has the proxies a policy really meets.
 */
export type Policies = (ResourceValidationPolicy | StackValidationPolicy)[];

export interface Diagnostic {
    readonly message: string;
    readonly urn: string;
    readonly level: "advisory" | "mandatory";
}

const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SPECIAL_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

type MakeHandler = (pack: string, version: string, level: string, policies: Policies) => Handler;
type Handler = (request: { request: unknown }, callback: (error: unknown, response: unknown) => void) => unknown;

// The types of these functions are stripped from the published package.
const server = createRequire(__filename)("@pulumi/policy/server") as {
    makeAnalyzeRpcFun: MakeHandler;
    makeAnalyzeStackRpcFun: MakeHandler;
    makeRemediateRpcFun: MakeHandler;
};

type Properties = Parameters<typeof Struct.fromJavaScript>[0];

/** Marks a value as the engine marks secrets. */
export function secret(value: unknown): object {
    return { [SPECIAL_KEY]: SECRET_SIGNATURE, value };
}

/** Validation of one resource before it is made. */
export function analyze(policy: ResourceValidationPolicy, resource: GraphResource): Promise<Diagnostic[]> {
    return analyzeByAll([policy], resource);
}

/** Validation of a stack after the program has run. */
export function analyzeStack(
    policy: StackValidationPolicy,
    resources: readonly GraphResource[],
): Promise<Diagnostic[]> {
    return analyzeStackByAll([policy], resources);
}

/** Validation of one resource by several policies in one request, as an engine asks a pack. */
export async function analyzeByAll(policies: Policies, resource: GraphResource): Promise<Diagnostic[]> {
    const request = fill(new analyzerproto.AnalyzeRequest(), resource);
    return diagnostics(await call(server.makeAnalyzeRpcFun, policies, request));
}

/** Validation of a stack by several policies in one request, as an engine asks a pack. */
export async function analyzeStackByAll(
    policies: Policies,
    resources: readonly GraphResource[],
): Promise<Diagnostic[]> {
    const request = new analyzerproto.AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((resource) => {
            const message = fill(new analyzerproto.AnalyzerResource(), resource);
            const provider = new analyzerproto.AnalyzerProviderResource();
            provider.setUrn("urn:pulumi:test::fixture::pulumi:providers:aws::default");
            provider.setType("pulumi:providers:aws");
            provider.setName("default");
            provider.setProperties(Struct.fromJavaScript({}));
            message.setProvider(provider);
            for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
                const dependencies = new analyzerproto.AnalyzerPropertyDependencies();
                dependencies.setUrnsList([...urns]);
                message.getPropertydependenciesMap().set(property, dependencies);
            }
            return message;
        }),
    );
    return diagnostics(await call(server.makeAnalyzeStackRpcFun, policies, request));
}

/** What a remediation makes of the inputs; `undefined` when it leaves them alone. */
export async function remediate(
    policy: ResourceValidationPolicy,
    resource: GraphResource,
): Promise<Record<string, unknown> | undefined> {
    const request = fill(new analyzerproto.AnalyzeRequest(), resource);
    const repairing = { ...policy, enforcementLevel: "remediate" as const };
    const response = (await call(server.makeRemediateRpcFun, [repairing], request)) as {
        getRemediationsList(): { getProperties(): { toJavaScript(): Record<string, unknown> } | undefined }[];
    };
    return response.getRemediationsList()[0]?.getProperties()?.toJavaScript();
}

function fill<M extends analyzerproto.AnalyzeRequest | analyzerproto.AnalyzerResource>(
    message: M,
    resource: GraphResource,
): M {
    const options = new analyzerproto.AnalyzerResourceOptions();
    options.setProtect(resource.protect);
    options.setIgnorechangesList([...resource.ignoreChanges]);
    message.setType(resource.type);
    message.setUrn(resource.urn);
    message.setName(resource.name);
    message.setOptions(options);
    const id = typeof resource.id === "string" ? resource.id : UNKNOWN_STRING;
    message.setProperties(Struct.fromJavaScript(encode({ ...resource.props, id }) as Properties));
    return message;
}

/** Unknown values in the engine's encoding; absent ones left out. */
function encode(value: unknown): unknown {
    if (isUnknown(value)) {
        return UNKNOWN_STRING;
    }
    if (Array.isArray(value)) {
        return value.map(encode);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value)
                  .filter(([, item]) => item !== undefined)
                  .map(([key, item]) => [key, encode(item)]),
          )
        : value;
}

function call(make: MakeHandler, policies: Policies, request: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
        make(
            "pack",
            "1.0.0",
            "mandatory",
            policies,
        )({ request }, (error, response) => {
            if (error === undefined || error === null) {
                resolve(response);
            } else {
                reject(error instanceof Error ? error : new Error("the handler failed"));
            }
        });
    });
}

function diagnostics(response: unknown): Diagnostic[] {
    return (response as analyzerproto.AnalyzeResponse).getDiagnosticsList().map((each) => ({
        message: each.getMessage(),
        urn: each.getUrn(),
        level: each.getEnforcementlevel() === analyzerproto.EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
    }));
}
