import { type GraphResource, isUnknown } from "../../graph";
import type { Finding } from "../definition";
import { undecided, violation } from "../findings";
import { isPrivate } from "./apiReferences";
import { type Operation, readOpenApi } from "./openApi";
import { REST_API } from "./tokens";

/** What methods lack that an API takes from the OpenAPI document in its `body`. */
export function checkDocumentMethods(api: GraphResource): Finding[] {
    const { body } = api.props;
    if ((body ?? "") === "") {
        return [];
    }
    const document = isUnknown(body) ? undefined : readOpenApi(body);
    return document === undefined
        ? [undecided(api, "body cannot be read; its methods must have an authorization.")]
        : document.operations.flatMap((operation) => checkOperation(api, operation));
}

function checkOperation(api: GraphResource, { method, isAuthorized, isMock }: Operation): Finding[] {
    if (isAuthorized || method === "OPTIONS") {
        return [];
    }
    const harmless = method === "GET" && isMock && api.type === REST_API ? isPrivate(api) : "no";
    if (harmless === "maybe") {
        return [
            undecided(api, "body has a GET method without authorization; whether the API is private is not known."),
        ];
    }
    return harmless === "yes"
        ? []
        : [
              violation(
                  api,
                  `body has a ${method} method without authorization: anybody may call it. Give it a security scheme with an authorizer, or x-amazon-apigateway-auth.`,
              ),
          ];
}

/** An HTTP API with a `target` makes a route to it that everybody may call. */
export function checkQuickCreate(api: GraphResource): Finding[] {
    const { target } = api.props;
    if ((target ?? "") === "") {
        return [];
    }
    return isUnknown(target)
        ? [undecided(api, "target is not known yet; with one the API has a route without authorization.")]
        : [violation(api, "target makes a route without authorization. Make Integration and Route instead.")];
}
