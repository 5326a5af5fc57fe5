import { UNKNOWN } from "../graph/unknown";
import { Context } from "./context";
import { type Finding, findings } from "./findings";
import { allOf, anyOf } from "./match";
import { callerKind } from "./principals";
import type { AccessRequest, Caller, LayerName, NamedDocument, PolicyLayers, ResourcePolicyKind } from "./types";

/** What all statements say, by layer; controls by level. */
export interface Found {
    readonly identity: readonly Finding[];
    readonly boundary: readonly Finding[];
    readonly session: readonly Finding[];
    readonly endpoint: readonly Finding[];
    readonly resource: readonly Finding[];
    readonly serviceControl: readonly (readonly Finding[])[];
    readonly resourceControl: readonly (readonly Finding[])[];
}

/** Reads every layer that applies to the caller. */
export function gather(request: AccessRequest, layers: PolicyLayers, kind: ResourcePolicyKind): Found {
    const { caller } = request;
    const entity = callerKind(caller) === "entity";
    const hasBoundary = entity && layers.boundary !== undefined;
    const surroundings = { request, context: new Context(request.context), hasBoundary };
    const find = (layer: LayerName, documents: readonly NamedDocument[]): readonly Finding[] =>
        findings(layer, documents, surroundings, kind);
    return {
        identity: entity ? find("identity", layers.identity) : [],
        boundary: entity && layers.boundary ? find("boundary", [layers.boundary]) : [],
        session: entity ? find("session", layers.session ?? []) : [],
        endpoint: layers.endpoint
            ? find("endpoint", [layers.endpoint]).map((finding) => atEndpoint(finding, caller, layers.endpointType))
            : [],
        resource: find("resource", resourcePolicies(layers, kind)),
        serviceControl:
            entity && !isServiceLinked(caller)
                ? (layers.serviceControl ?? []).map((level) => find("service control", level))
                : [],
        resourceControl: isServiceLinked(caller)
            ? []
            : (layers.resourceControl ?? []).map((level) => find("resource control", level)),
    };
}

/** Roles and keys always have a policy; one that was not given is one nobody can read. */
function resourcePolicies(layers: PolicyLayers, kind: ResourcePolicyKind): readonly NamedDocument[] {
    if (layers.resource !== undefined) {
        return [layers.resource];
    }
    return kind === "either" ? [] : [{ name: `${kind} policy that was not given`, document: UNKNOWN }];
}

/**
 * In a gateway endpoint's policy, an account as `Principal` is its root user only.
 *
 * @see AWS PrivateLink guide, vpc-endpoints-access, "Principals for gateway endpoints"
 */
function atEndpoint(finding: Finding, caller: Caller, type: PolicyLayers["endpointType"]): Finding {
    const { direct, role, account } = finding.by;
    if (account === "no" || type === "Interface" || caller.type === "root") {
        return finding;
    }
    const match = anyOf([direct, role, type === "Gateway" ? "no" : allOf([account, "maybe"])]);
    const depends = finding.match === "yes" && match === "maybe";
    return { ...finding, match, why: depends ? "whether the endpoint is a gateway is not known" : finding.why };
}

/** Control policies do not affect service-linked roles. */
function isServiceLinked(caller: Caller): boolean {
    return caller.roleArn?.includes(":role/aws-service-role/") === true;
}
