import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { Credentials } from "./place";
import { type Behaviour, Provider } from "./provider";
import { service } from "./service";
import { Store, type Stored } from "./store";

/** How to start the emulated AWS. */
export interface EmulatorOptions extends Behaviour {
    /** Where the accounts are kept, see `Store`. */
    readonly directory: string;
    readonly credentials?: Credentials;
    /** What stands in the accounts already and belongs to somebody else. */
    readonly existing?: readonly Stored[];
}

/** A running emulator. */
export interface Emulator {
    readonly store: Store;
    /** For `PULUMI_DEBUG_PROVIDERS=aws:PORT`. */
    readonly port: number;
    stop(): void;
}

/** As the SDK's own limit: a program may pass large documents. */
const OPTIONS = { "grpc.max_receive_message_length": 400 << 20 };

/** Serves the emulated aws provider on a free local port, for any number of engine runs. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
    const store = new Store(options.directory, options.existing);
    const server = new grpc.Server(OPTIONS);
    server.addService(ResourceProviderService, service(new Provider(store, options), options.credentials ?? {}));
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error ? reject(error) : resolve(bound),
        );
    });
    return { store, port, stop: () => server.forceShutdown() };
}
