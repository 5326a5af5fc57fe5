import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resource from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Monitor, Refusal } from "./monitor";
import { readRead, readRegistration } from "./requests";
import type { StackName } from "./urn";
import type { WireObject } from "./wire";

/** A monitor that listens for one program. */
export interface MonitorServer {
    /** `127.0.0.1:port`; serves both the resource monitor and the engine protocol. */
    readonly address: string;
    close(): void;
}

/**
 * What the engine of Pulumi 3.200 offers and this monitor does too. Transforms would call back into the program;
 * without them the runtime says so where one is used.
 */
const FEATURES = new Set([
    "secrets",
    "resourceReferences",
    "outputValues",
    "aliasSpecs",
    "deletedWith",
    "resourceHooks",
]);

/** As the SDK's own limit: a program may pass large documents. */
const OPTIONS = { "grpc.max_receive_message_length": 400 << 20 };

/** Serves `monitor` on a free local port. */
export async function serveMonitor(monitor: Monitor, stackName: StackName): Promise<MonitorServer> {
    const server = new grpc.Server(OPTIONS);
    server.addService(ResourceMonitorService, resourceMonitor(monitor, stackName));
    server.addService(EngineService, engineService(monitor));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

function resourceMonitor(monitor: Monitor, stackName: StackName): grpc.UntypedServiceImplementation {
    return {
        supportsFeature: unary(monitor, (request: resource.SupportsFeatureRequest) => {
            const response = new resource.SupportsFeatureResponse();
            response.setHassupport(FEATURES.has(request.getId()));
            return response;
        }),
        registerResource: unary(monitor, (request: resource.RegisterResourceRequest) => {
            const registered = monitor.register(readRegistration(request, stackName));
            const response = new resource.RegisterResourceResponse();
            response.setUrn(registered.urn);
            response.setId(registered.id);
            response.setObject(struct(registered.outputs));
            for (const [output, urns] of Object.entries(registered.outputDependencies ?? {})) {
                const dependencies = new resource.RegisterResourceResponse.PropertyDependencies();
                dependencies.setUrnsList([...urns]);
                response.getPropertydependenciesMap().set(output, dependencies);
            }
            return response;
        }),
        readResource: unary(monitor, (request: resource.ReadResourceRequest) => {
            const read = monitor.read(readRead(request));
            const response = new resource.ReadResourceResponse();
            response.setUrn(read.urn);
            response.setProperties(struct(read.outputs));
            return response;
        }),
        registerResourceOutputs: unary(monitor, (request: resource.RegisterResourceOutputsRequest) => {
            monitor.registerOutputs(request.getUrn(), object(request.getOutputs()));
            return new Empty();
        }),
        invoke: unary(monitor, (request: resource.ResourceInvokeRequest) => {
            const args = object(request.getArgs());
            const answer = monitor.invoke(request.getTok(), args, request.getProvider(), request.getVersion());
            const response = new InvokeResponse();
            response.setReturn(struct(answer));
            return response;
        }),
        call: unary(monitor, (request: resource.ResourceCallRequest) => {
            const message = `Method ${request.getTok()} cannot be called: the preflight runs no provider.`;
            monitor.diagnostics.refuse(message);
            throw new Refusal(message);
        }),
        // Hooks run around real operations; a recording has none.
        registerResourceHook: unary(monitor, () => new Empty()),
        signalAndWaitForShutdown: unary(monitor, () => new Empty()),
    };
}

const SEVERITIES = {
    [engine.LogSeverity.INFO]: "info",
    [engine.LogSeverity.WARNING]: "warning",
    [engine.LogSeverity.ERROR]: "error",
} as const;

function engineService(monitor: Monitor): grpc.UntypedServiceImplementation {
    return {
        log: unary(monitor, (request: engine.LogRequest) => {
            const severity = request.getSeverity();
            if (severity !== engine.LogSeverity.DEBUG) {
                monitor.diagnostics.add(SEVERITIES[severity], request.getMessage(), request.getUrn());
            }
            return new Empty();
        }),
        setRootResource: unary(monitor, () => new engine.SetRootResourceResponse()),
        getRootResource: unary(monitor, () => {
            const response = new engine.GetRootResourceResponse();
            response.setUrn(monitor.rootUrn);
            return response;
        }),
        requirePulumiVersion: unary(monitor, () => new engine.RequirePulumiVersionResponse()),
    };
}

/** A mistake of the recorder itself must fail the recording; it would else look like one of the program. */
function unary<Q, R>(monitor: Monitor, handle: (request: Q) => R): grpc.handleUnaryCall<Q, R> {
    return (call, done) => {
        try {
            done(null, handle(call.request));
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            const message = error instanceof Refusal ? reason : `The recorder failed: ${reason}`;
            if (!(error instanceof Refusal)) {
                monitor.diagnostics.refuse(message);
            }
            done({ code: grpc.status.FAILED_PRECONDITION, details: message });
        }
    };
}

function object(message: Struct | undefined): WireObject {
    return message?.toJavaScript() ?? {};
}

function struct(value: WireObject): Struct {
    return Struct.fromJavaScript(value as Parameters<typeof Struct.fromJavaScript>[0]);
}
