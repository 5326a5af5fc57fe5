import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { type GraphResource, isUnknown } from "../../policy-pack/graph";
import { inputsOf } from "./recorded";

/** How the engine writes a text that is not known yet. Source: pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The question about one resource before it is made. */
export function analyzeRequest(resource: GraphResource): analyzer.AnalyzeRequest {
    return filled(new analyzer.AnalyzeRequest(), { ...resource, props: inputsOf(resource) });
}

/** The question about all resources after the program has run. */
export function analyzeStackRequest(resources: readonly GraphResource[]): analyzer.AnalyzeStackRequest {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((resource) => {
            const message = filled(new analyzer.AnalyzerResource(), resource);
            message.setDependenciesList([...resource.dependencies]);
            for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
                const dependencies = new analyzer.AnalyzerPropertyDependencies();
                dependencies.setUrnsList([...urns]);
                message.getPropertydependenciesMap().set(property, dependencies);
            }
            return message;
        }),
    );
    return request;
}

function filled<M extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(message: M, resource: GraphResource): M {
    const options = new analyzer.AnalyzerResourceOptions();
    options.setProtect(resource.protect);
    options.setIgnorechangesList([...resource.ignoreChanges]);
    const provider = new analyzer.AnalyzerProviderResource();
    provider.setType("pulumi:providers:aws");
    provider.setName("default");
    provider.setUrn("urn:pulumi:bench::bench::pulumi:providers:aws::default");
    provider.setProperties(Struct.fromJavaScript({ region: "eu-west-1" }));
    message.setType(resource.type);
    message.setUrn(resource.urn);
    message.setName(resource.name);
    message.setOptions(options);
    message.setProvider(provider);
    message.setProperties(
        Struct.fromJavaScript(encoded(resource.props) as Parameters<typeof Struct.fromJavaScript>[0]),
    );
    return message;
}

/** Unknown values as the engine writes them; absent ones left out. */
function encoded(value: unknown): unknown {
    if (isUnknown(value)) {
        return UNKNOWN_TEXT;
    }
    if (Array.isArray(value)) {
        return value.map(encoded);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value)
                  .filter(([, item]) => item !== undefined)
                  .map(([key, item]) => [key, encoded(item)]),
          )
        : value;
}
