import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { sourced } from "../../graph/identity";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { takesFrom } from "../dependencies";
import { label, shown, undecided, violation } from "../findings";
import { unreadable } from "../identity/documents";
import { Attachments } from "../network/attachments";
import { endpointTypes } from "./apiReferences";
import { type OpenApi, readOpenApi } from "./openApi";
import { deniesOtherNetworks } from "./privateApiPolicy";
import { HTTP_API, REST_API, REST_API_POLICY, VPC_ENDPOINT } from "./tokens";

const FIX =
    "Add a Deny of execute-api:Invoke for every principal with StringNotEquals on aws:SourceVpce, beside what it allows.";

/**
 * P64: the portal hands out links into Studio, so only the company network may reach it.
 *
 * A stack policy, because the resource policy may stand on the API or in a separate `RestApiPolicy`.
 */
export const privateApi = stackPolicy({
    id: "P64",
    name: "apigateway-rest-api-private",
    title: "APIs are private",
    description: "The API must be private, name its VPC endpoints and deny what comes through any other.",
    why: "A public API is found and tried by everybody. A private one without such a policy answers every VPC endpoint of every account that can reach it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["guard:API_GW_ENDPOINT_TYPE_CHECK"],
    remediationSteps:
        'Set endpointConfiguration to {types: "PRIVATE", vpcEndpointIds}, and give the API a policy that denies execute-api:Invoke unless aws:SourceVpce is one of them.',
    url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
    config: NO_CONFIG,
    scope: "all",
    subjects: [REST_API, HTTP_API],
    checkStack(graph) {
        const policies = new Attachments(graph, REST_API_POLICY, "restApiId", REST_API);
        return [
            ...graph.ofType(REST_API).flatMap((api) => checkApi(graph, api, policies)),
            ...graph
                .ofType(HTTP_API)
                .map((api) => violation(api, "HTTP and WebSocket APIs are always public. Use a private REST API.")),
        ];
    },
});

function checkApi(graph: ResourceGraph, api: GraphResource, policies: Attachments): Finding[] {
    const types = endpointTypes(api);
    if (isUnknown(types)) {
        return [undecided(api, "endpointConfiguration.types is not known yet; it must be PRIVATE.")];
    }
    const open = types.find((type) => type !== "PRIVATE") ?? (types.length === 0 ? "" : undefined);
    if (open !== undefined) {
        // Neither endpoints nor their condition mean anything for an API that is not private.
        const given = readPath(api.props, "endpointConfiguration.types");
        const found = given === undefined ? "not set, which means EDGE" : shown(open, ["EDGE", "REGIONAL"]);
        return [violation(api, `endpointConfiguration.types is ${found}. Set it to "PRIVATE".`)];
    }
    const { body } = api.props;
    // Unknown: the document may hold what the properties do not.
    const document = (body ?? "") === "" ? EMPTY : isUnknown(body) ? undefined : readOpenApi(body);
    return [...checkEndpoints(api, document), ...checkPolicy(graph, api, policies, document)];
}

const EMPTY: OpenApi = { operations: [], hasEndpoints: false };

function checkEndpoints(api: GraphResource, document: OpenApi | undefined): Finding[] {
    const path = "endpointConfiguration.vpcEndpointIds";
    const ids = readPath(api.props, path);
    if (Array.isArray(ids) ? ids.length > 0 : isUnknown(ids) && takesFrom(api, path, [VPC_ENDPOINT])) {
        return [];
    }
    if (isUnknown(ids) || document === undefined) {
        return [undecided(api, `${path} cannot be read; it must name the endpoints people come through.`)];
    }
    return document.hasEndpoints
        ? []
        : [violation(api, `${path} is not set. Name the endpoints of execute-api that people come through.`)];
}

function checkPolicy(
    graph: ResourceGraph,
    api: GraphResource,
    policies: Attachments,
    document: OpenApi | undefined,
): Finding[] {
    const sources = [
        ...[api, ...policies.of(api)]
            .filter(({ props }) => (props.policy ?? "") !== "")
            .map((source) => ({ source, policy: source.props.policy })),
        ...(document?.policy === undefined ? [] : [{ source: api, policy: document.policy }]),
    ];
    const [loose] = policies.perhapsOf(api);
    if (sources.length === 0 && loose !== undefined) {
        return [undecided(api, `policy is not set, and which API ${label(loose)} is for is not known yet.`)];
    }
    if (sources.length === 0 && document === undefined) {
        return [undecided(api, "policy is not set, and body cannot be read, which may hold it.")];
    }
    return sources.length === 0
        ? [violation(api, `policy is not set. ${FIX}`)]
        : sources.flatMap(({ source, policy }) => checkDocument(graph, source, policy));
}

function checkDocument(graph: ResourceGraph, source: GraphResource, policy: unknown): Finding[] {
    const named = sourced(source.name, source.urn, policy);
    if (isUnknown(named.document)) {
        return [unreadable(graph, named, "from where it can be called")];
    }
    const answer = deniesOtherNetworks(named.document);
    if (answer === "maybe") {
        return [undecided(source, "policy cannot be read in full, so from where it can be called cannot be told.")];
    }
    return answer === "yes"
        ? []
        : [violation(source, `policy does not deny what comes through other VPC endpoints. ${FIX}`)];
}
