import * as grpc from "@grpc/grpc-js";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { AwsError, ProviderError } from "./errors";
import type { Change } from "./replacement";
import { open, type Opened } from "./secrets";
import type { Properties } from "./values";

/** One call of the provider protocol. */
export type Call<Q> = grpc.ServerUnaryCall<Q, unknown>;

/** Serves one call; what goes wrong is answered as the call's error. */
export function unary<Q, R>(handle: (call: Call<Q>) => R | Promise<R>): grpc.handleUnaryCall<Q, R> {
    return (call, done) => {
        const fail = (error: unknown): void => done({ code: grpc.status.UNKNOWN, details: explain(error) });
        try {
            const answer = handle(call);
            // Only what calls a function takes time; everything else is one step that nothing comes between.
            if (answer instanceof Promise) {
                answer.then((value) => done(null, value), fail);
            } else {
                done(null, answer);
            }
        } catch (error) {
            fail(error);
        }
    };
}

/** A refusal is shown as it is; anything else is a mistake of the emulator and must not look like one of the program. */
function explain(error: unknown): string {
    if (error instanceof AwsError || error instanceof ProviderError) {
        return error.message;
    }
    return `the emulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** What a change means, in the protocol's words. */
export function diffResponse({ changed, replacing, deleteBeforeReplace }: Change): rpc.DiffResponse {
    const response = new rpc.DiffResponse();
    response.setChanges(
        changed.length > 0 ? rpc.DiffResponse.DiffChanges.DIFF_SOME : rpc.DiffResponse.DiffChanges.DIFF_NONE,
    );
    response.setDiffsList([...changed]);
    response.setReplacesList([...replacing]);
    response.setDeletebeforereplace(deleteBeforeReplace);
    return response;
}

/** How one input differs. */
export function propertyDiff(old: unknown, next: unknown, replaces: boolean): rpc.PropertyDiff {
    const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = rpc.PropertyDiff.Kind;
    const diff = new rpc.PropertyDiff();
    diff.setInputdiff(true);
    if (old === undefined) {
        diff.setKind(replaces ? ADD_REPLACE : ADD);
    } else if (next === undefined) {
        diff.setKind(replaces ? DELETE_REPLACE : DELETE);
    } else {
        diff.setKind(replaces ? UPDATE_REPLACE : UPDATE);
    }
    return diff;
}

/** Type and logical name in `urn:pulumi:stack::project::parent$aws:ec2/vpc:Vpc::name`. */
export function fromUrn(urn: string): { type: string; name: string } {
    const [, , qualifiedType = "", ...name] = urn.split("::");
    return { type: qualifiedType.split("$").at(-1) ?? "", name: name.join("::") };
}

/** A message as plain values, marks left in. */
export function object(message: Struct | undefined): Properties {
    return message?.toJavaScript() ?? {};
}

/** A message as plain values, and which of them were secret. */
export function opened(message: Struct | undefined): Opened {
    return open(object(message));
}

/** Plain values as a message, without what is undefined, which it cannot hold. */
export function struct(value: Properties): Struct {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    return Struct.fromJavaScript(plain as Parameters<typeof Struct.fromJavaScript>[0]);
}
