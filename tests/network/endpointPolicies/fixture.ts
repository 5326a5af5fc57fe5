import { strict as assert } from "node:assert";

import { endpointPolicy, type EndpointPolicyArgs } from "../../../components/network/endpointPolicies";
import { ENDPOINT_SERVICES, type Feature, FEATURES, type ServiceKey } from "../../../policy-pack/facts";
import {
    asList,
    type Caller,
    derivedContext,
    evaluate,
    type NamedDocument,
    type PolicyDocument,
    type RequestContext,
    type Statement,
} from "../../../policy-pack/iam";
import { PLACE } from "../../place";

export const ACCOUNT = PLACE.account;
export const FOREIGN = "444455556666";
export const ORGANIZATION = "o-exampleorgid";

export const ALL_FEATURES = Object.keys(FEATURES) as Feature[];
export const ALL_SERVICES = Object.keys(ENDPOINT_SERVICES) as ServiceKey[];

/** Every feature, one data bucket, in the place of the component tests. */
export const ARGS: EndpointPolicyArgs = {
    account: ACCOUNT,
    partition: "aws",
    region: PLACE.region,
    features: ALL_FEATURES,
    dataBuckets: ["example-data"],
};

/** A session of the role with this name. */
export function session(account: string, role = "someone"): Caller {
    const roleArn = `arn:aws:iam::${account}:role/${role}`;
    return { arn: `arn:aws:sts::${account}:assumed-role/${role}/s`, roleArn, account, type: "role-session" };
}

export const OWN = session(ACCOUNT);
export const STRANGER = session(FOREIGN);
export const NOBODY: Caller = { arn: "*", account: "", type: "anonymous" };

/** The statements of a service's policy; it must have one. */
export function statementsOf(service: ServiceKey, args: EndpointPolicyArgs = ARGS): readonly Statement[] {
    return asList(documentOf(service, args).Statement);
}

export function documentOf(service: ServiceKey, args: EndpointPolicyArgs): PolicyDocument {
    const document = endpointPolicy(service, args);
    assert.ok(document, `${service} has no policy`);
    return JSON.parse(JSON.stringify(document)) as PolicyDocument;
}

export interface Attempt {
    readonly service: ServiceKey;
    readonly action: string;
    readonly resource: string;
    readonly caller: Caller;
    readonly args?: EndpointPolicyArgs;
    /** Further condition keys, for example the caller's organization. */
    readonly context?: RequestContext;
    /** Owner of a resource whose ARN does not say it. Default: the account of the fixture. */
    readonly owner?: string;
}

/** Whether the request passes the endpoint; caller and resource allow it everything. */
export function passes({ service, action, resource, caller, args = ARGS, context = {}, owner }: Attempt): boolean {
    const resourceAccount = owner ?? /^arn:aws:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1] ?? ACCOUNT;
    const request = {
        caller,
        action,
        resource,
        resourceAccount,
        context: { ...derivedContext({ caller, resourceAccount }), ...context },
    };
    const decision = evaluate(request, {
        ...everything(action),
        endpoint: { name: service, document: documentOf(service, args) },
        endpointType: ENDPOINT_SERVICES[service].type,
    });
    assert.notEqual(decision.verdict, "undecided", decision.reason);
    if (decision.verdict === "denied") {
        assert.equal(decision.missing, "endpoint", decision.reason);
    }
    return decision.verdict === "allowed";
}

/** Policies of caller and resource that allow everything, so that the endpoint alone decides. */
function everything(action: string): { identity: NamedDocument[]; resource: NamedDocument } {
    const statement = { Effect: "Allow", Action: "*" } as const;
    const version = { Version: "2012-10-17" };
    const isTrust = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"].includes(action);
    const resource = { ...statement, Principal: "*", ...(isTrust ? {} : { Resource: "*" }) } as const;
    return {
        identity: [{ name: "everything", document: { ...version, Statement: { ...statement, Resource: "*" } } }],
        resource: { name: "open to everybody", document: { ...version, Statement: resource } },
    };
}

/** An ARN in the fixture's Region. */
export function arn(service: string, resource: string, account: string = ACCOUNT, region = PLACE.region): string {
    return `arn:aws:${service}:${region}:${account}:${resource}`;
}
