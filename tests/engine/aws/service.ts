import type * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { version as SDK_VERSION } from "@pulumi/aws/package.json";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ProviderError } from "./errors";
import { INVOCATION, invokeAt } from "./functions/invoke";
import { type Call, diffResponse, fromUrn, object, opened, propertyDiff, struct, unary } from "./messages";
import { type Credentials, type Place, placeOf } from "./place";
import type { Provider, Target } from "./provider";
import { open, seal } from "./secrets";
import { type Properties, same, UNKNOWN } from "./values";

/** The calls of the engine, answered by the emulated provider. */
export function service(provider: Provider, credentials: Credentials): grpc.UntypedServiceImplementation {
    // Every provider instance of a program has a connection of its own, and configures it before anything else.
    const places = new Map<string, Connection>();
    const placeOfCall = (call: Call<unknown>): Connection => {
        const place = places.get(call.getPeer());
        if (place === undefined) {
            throw new ProviderError("the aws provider was not configured on this connection");
        }
        return place;
    };
    const target = (call: Call<WithUrn>): Target => ({ ...fromUrn(call.request.getUrn()), place: placeOfCall(call) });
    const sealFor = (call: Call<WithUrn>, properties: Properties, secrets: ReadonlySet<string>): Struct =>
        struct(seal(properties, placeOfCall(call).secretTags ? new Set([...secrets, "tagsAll"]) : secrets));

    return {
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        handshake: unary(() => {
            const response = new rpc.ProviderHandshakeResponse();
            // Without it the engine marks outputs of the inputs' names only, and a secret tag shows in `tagsAll`.
            response.setAcceptSecrets(true);
            return response;
        }),
        getPluginInfo: unary(() => {
            const response = new PluginInfo();
            response.setVersion(SDK_VERSION);
            return response;
        }),
        getSchema: unary(() => {
            const response = new rpc.GetSchemaResponse();
            response.setSchema(JSON.stringify({ name: "aws", version: SDK_VERSION }));
            return response;
        }),
        checkConfig: unary(({ request }: Call<rpc.CheckRequest>) => {
            const response = new rpc.CheckResponse();
            response.setInputs(request.getNews());
            return response;
        }),
        diffConfig: unary(({ request }: Call<rpc.DiffRequest>) => {
            const olds = opened(request.getOldInputs()).plain;
            const news = opened(request.getNews()).plain;
            const changed = Object.keys({ ...olds, ...news }).filter((name) => !same(olds[name], news[name]));
            // Another Region or account is another provider: what it made must be made anew.
            return diffResponse({
                changed,
                replacing: changed.filter((name) => ["region", "assumeRoles"].includes(name)),
                deleteBeforeReplace: false,
            });
        }),
        configure: unary((call: Call<rpc.ConfigureRequest>) => {
            const variables = [...call.request.getVariablesMap().entries()].map(([key, value]): [string, string] => [
                key.split(":").at(-1) ?? key,
                value,
            ]);
            const configuration: Properties = { ...Object.fromEntries(variables), ...object(call.request.getArgs()) };
            const { plain, secrets } = open(configuration);
            places.set(call.getPeer(), { ...placeOf(plain, credentials), secretTags: secrets.has("defaultTags") });
            const response = new rpc.ConfigureResponse();
            response.setSupportspreview(true);
            response.setAcceptsecrets(true);
            return response;
        }),
        invoke: unary((call: Call<rpc.InvokeRequest>) => {
            const response = new rpc.InvokeResponse();
            response.setReturn(
                struct(provider.invoke(call.request.getTok(), placeOfCall(call), opened(call.request.getArgs()).plain)),
            );
            return response;
        }),
        check: unary((call: Call<rpc.CheckRequest>) => {
            const news = opened(call.request.getNews());
            const { inputs, failures } = provider.check(target(call), news.plain, opened(call.request.getOlds()).plain);
            const response = new rpc.CheckResponse();
            response.setInputs(sealFor(call, inputs, news.secrets));
            for (const { property, reason } of failures) {
                const failure = new rpc.CheckFailure();
                failure.setProperty(property);
                failure.setReason(reason);
                response.addFailures(failure);
            }
            return response;
        }),
        diff: unary(({ request }: Call<rpc.DiffRequest>) => {
            const olds = opened(request.getOldInputs()).plain;
            const news = opened(request.getNews()).plain;
            const change = provider.diff(fromUrn(request.getUrn()).type, olds, news);
            const response = diffResponse(change);
            response.setHasdetaileddiff(true);
            for (const name of change.changed) {
                response
                    .getDetaileddiffMap()
                    .set(name, propertyDiff(olds[name], news[name], change.replacing.includes(name)));
            }
            return response;
        }),
        create: unary((call: Call<rpc.CreateRequest>) => {
            const { plain, secrets } = opened(call.request.getProperties());
            const at = target(call);
            const preview = call.request.getPreview();
            const create = (given?: Properties): rpc.CreateResponse => {
                const made = provider.create(at, plain, preview, given);
                const response = new rpc.CreateResponse();
                response.setId(made.id);
                response.setProperties(sealFor(call, withId(made.properties, made.id), secrets));
                return response;
            };
            return at.type === INVOCATION && !preview
                ? invokeAt("create", provider, at.place, plain, undefined).then((result) => create({ result }))
                : create();
        }),
        read: unary((call: Call<rpc.ReadRequest>) => {
            const { request } = call;
            const olds = opened(request.getProperties());
            const oldInputs = opened(request.getInputs());
            const made = provider.read(target(call), request.getId(), olds.plain, oldInputs.plain);
            const secrets = new Set([...olds.secrets, ...oldInputs.secrets]);
            const response = new rpc.ReadResponse();
            if (made.id !== "") {
                response.setId(made.id);
                response.setProperties(sealFor(call, withId(made.properties, made.id), secrets));
                response.setInputs(sealFor(call, made.inputs, secrets));
            }
            return response;
        }),
        update: unary((call: Call<rpc.UpdateRequest>) => {
            const { request } = call;
            const { plain, secrets } = opened(request.getNews());
            const olds = opened(request.getOlds()).plain;
            const at = target(call);
            const preview = request.getPreview();
            const update = (given?: Properties): rpc.UpdateResponse => {
                const properties = provider.update(at, request.getId(), olds, plain, preview, given);
                const response = new rpc.UpdateResponse();
                response.setProperties(sealFor(call, withId(properties, request.getId()), secrets));
                return response;
            };
            return at.type === INVOCATION && !preview
                ? invokeAt("update", provider, at.place, plain, olds).then((result) => update({ result }))
                : update();
        }),
        delete: unary((call: Call<rpc.DeleteRequest>) => {
            const at = target(call);
            const olds = opened(call.request.getProperties()).plain;
            const remove = (): Empty => {
                provider.delete(at, call.request.getId(), olds);
                return new Empty();
            };
            return at.type === INVOCATION ? invokeAt("delete", provider, at.place, olds, olds).then(remove) : remove();
        }),
    };
}

/** A provider instance; whether its default tags are secret decides on every `tagsAll`. */
type Connection = Place & { readonly secretTags: boolean };

interface WithUrn {
    getUrn(): string;
}

/** The provider's bridge repeats the id among the outputs, where policies read it. */
function withId(properties: Properties, id: string): Properties {
    return { ...properties, id: id === "" ? UNKNOWN : id };
}
