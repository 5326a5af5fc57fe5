import * as analyzerproto from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } from "@pulumi/policy/server";
import { type GraphResource, isUnknown } from "../../../policy-pack/graph";

/**
 * Drives a policy as the engine does: through the SDK's own request handlers, with unknown values and secrets in the
 * engine's encoding. What the SDK calls internal is used on purpose: only it has the proxies a policy really meets.
 */
type Policies = (ResourceValidationPolicy | StackValidationPolicy)[];

export interface Diagnostic {
    readonly message: string;
    readonly urn: string;
    readonly level: "advisory" | "mandatory";
}

const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SPECIAL_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

interface Message {
    setProperties(value: unknown): void;
}
interface Struct {
    fromJavaScript(value: object): unknown;
}
const { Struct: StructType } = require("google-protobuf/google/protobuf/struct_pb") as { Struct: Struct };

/** Marks a value as the engine marks secrets. */
export function secret(value: unknown): object {
    return { [SPECIAL_KEY]: SECRET_SIGNATURE, value };
}

/** Validation of one resource before it is made. */
export async function analyze(policy: ResourceValidationPolicy, resource: GraphResource): Promise<Diagnostic[]> {
    const request = fill(new analyzerproto.AnalyzeRequest(), resource);
    return diagnostics(await call(makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", [policy] as Policies), request));
}

/** Validation of a stack after the program has run. */
export async function analyzeStack(policy: StackValidationPolicy, resources: readonly GraphResource[]): Promise<Diagnostic[]> {
    const request = new analyzerproto.AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((resource) => {
            const message = fill(new analyzerproto.AnalyzerResource(), resource);
            const provider = new analyzerproto.AnalyzerProviderResource();
            provider.setUrn("urn:pulumi:test::fixture::pulumi:providers:aws::default");
            provider.setType("pulumi:providers:aws");
            provider.setName("default");
            provider.setProperties(StructType.fromJavaScript({}) as never);
            message.setProvider(provider);
            for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
                const dependencies = new analyzerproto.AnalyzerPropertyDependencies();
                dependencies.setUrnsList([...urns]);
                message.getPropertydependenciesMap().set(property, dependencies);
            }
            return message;
        }),
    );
    return diagnostics(await call(makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", [policy] as Policies), request));
}

/** What a remediation makes of the inputs; `undefined` when it leaves them alone. */
export async function remediate(policy: ResourceValidationPolicy, resource: GraphResource): Promise<Record<string, unknown> | undefined> {
    const request = fill(new analyzerproto.AnalyzeRequest(), resource);
    const repairing = { ...policy, enforcementLevel: "remediate" as const };
    const response = (await call(makeRemediateRpcFun("pack", "1.0.0", "mandatory", [repairing] as Policies), request)) as {
        getRemediationsList(): { getProperties(): { toJavaScript(): Record<string, unknown> } | undefined }[];
    };
    return response.getRemediationsList()[0]?.getProperties()?.toJavaScript();
}

function fill<M extends Message & { setType(v: string): void; setUrn(v: string): void; setName(v: string): void; setOptions(v: analyzerproto.AnalyzerResourceOptions): void }>(
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
    message.setProperties(StructType.fromJavaScript(encode({ ...resource.props, id }) as object));
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

type Handler = (request: { request: unknown }, callback: (error: unknown, response: unknown) => void) => unknown;

function call(handler: unknown, request: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
        (handler as Handler)({ request }, (error, response) => {
            if (error === undefined || error === null) {
                resolve(response);
            } else {
                reject(error as Error);
            }
        });
    });
}

function diagnostics(response: unknown): Diagnostic[] {
    const { getDiagnosticsList } = response as analyzerproto.AnalyzeResponse;
    return getDiagnosticsList.call(response).map((each) => ({
        message: each.getMessage(),
        urn: each.getUrn(),
        level: each.getEnforcementlevel() === analyzerproto.EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
    }));
}
