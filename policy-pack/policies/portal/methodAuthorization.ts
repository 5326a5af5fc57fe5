import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, stackPolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { type Named, namedProblems, namedProperty } from "../named";
import { checkDocumentMethods, checkQuickCreate } from "./documentMethods";
import { isOpenByDesign, methodPlaces } from "./openMethods";
import { checkRoutes } from "./routes";
import { HTTP_API, METHOD, REST_API, ROUTE } from "./tokens";

interface AuthorizationConfig extends Record<string, unknown> {
    readonly openMethods: readonly Named[];
}

const OPTION = "openMethods";

/**
 * P66: without authorization whoever reaches the API gets what it gives, and this one gives links into Studio.
 *
 * A stack policy: whether an open method is harmless shows in its integration and in the API's type.
 */
export const methodAuthorization = stackPolicy<AuthorizationConfig>({
    id: "P66",
    name: "apigateway-method-authorization-required",
    title: "API methods ask who is calling",
    description: "The API method or route must have an authorization, unless it only answers preflight requests.",
    why: "What a method without authorization answers, everybody gets who reaches the API; a portal's methods answer with links into Studio.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("AC-3", "Access Enforcement"),
    publishedIds: [
        "fsbp:APIGateway.8",
        "checkov:CKV_AWS_59",
        "trivy:AWS-0004",
        "cdk-nag:AwsSolutions-APIG4",
        "guard:API_GW_METHOD_AUTHORIZATION_TYPE_RULE",
    ],
    remediationSteps:
        "Set authorization to AWS_IAM, or to COGNITO_USER_POOLS or CUSTOM with an authorizerId; on a route authorizationType to JWT, AWS_IAM or CUSTOM.",
    url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
    config: {
        properties: {
            openMethods: namedProperty("GET methods of private APIs that everybody who reaches the API may call"),
        },
        defaults: { openMethods: [] },
    },
    scope: "all",
    subjects: [METHOD, ROUTE, REST_API, HTTP_API],
    checkStack(graph, { openMethods }) {
        const places = methodPlaces(graph);
        return [
            ...graph
                .ofType(METHOD)
                .flatMap((method) => [
                    ...namedProblems(method, OPTION, openMethods),
                    ...checkMethod(method, () => isOpenByDesign(graph, method, places, openMethods)),
                ]),
            ...checkRoutes(graph),
            ...graph.ofType(REST_API, HTTP_API).flatMap(checkDocumentMethods),
            ...graph.ofType(HTTP_API).flatMap(checkQuickCreate),
        ];
    },
});

const FIX = "Set AWS_IAM, or COGNITO_USER_POOLS or CUSTOM with an authorizer.";

function checkMethod(method: GraphResource, isHarmless: () => ReturnType<typeof isOpenByDesign>): Finding[] {
    const { authorization, httpMethod } = method.props;
    const isNone = (authorization ?? "NONE") === "NONE";
    if (httpMethod === "OPTIONS" || (!isUnknown(authorization) && !isNone)) {
        return [];
    }
    if (isUnknown(authorization)) {
        return [undecided(method, "authorization is not known yet; it must not be NONE.")];
    }
    if (isUnknown(httpMethod)) {
        return [
            undecided(method, "authorization is NONE, and httpMethod, of which OPTIONS may have it, is not known."),
        ];
    }
    const harmless = httpMethod === "GET" ? isHarmless() : "no";
    if (harmless === "maybe") {
        return [
            undecided(
                method,
                "authorization is NONE; whether its API is private and its integration MOCK is not known yet.",
            ),
        ];
    }
    return harmless === "yes"
        ? []
        : [violation(method, `authorization is ${shown(authorization, ["NONE"])}: anybody may call it. ${FIX}`)];
}
