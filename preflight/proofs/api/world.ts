import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown, type Maybe, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { ROLE, sourced, type SourcedDocument } from "../../../policy-pack/graph/identity";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { type EndpointView, endpointView, type ProfileView, type RoleView, roleView } from "../access";
import { type AccountsIntent, type DirectoryEntry, directoryOf, type Part, partsOf } from "../accounts";
import { companyReach } from "./reach";
import type { Reach } from "./reachTypes";

const FUNCTION = "aws:lambda/function:Function";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const REST_API = "aws:apigateway/restApi:RestApi";
const REST_POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";

/** Services whose endpoints a link passes, from the sign-in to the open Studio. */
export type WayService = "execute-api" | "cognito-idp" | "sts" | "sagemaker.api" | "studio";

/** One profile somebody may ask for, with the role that opens it. */
export interface OpenProfile {
    readonly entry: DirectoryEntry;
    readonly profile: ProfileView;
    readonly role: RoleView;
}

/** Everything a link passes. */
export interface ApiWorld {
    readonly intent: AccountsIntent;
    readonly profiles: readonly OpenProfile[];
    /** Entries of the directory whose role or profile cannot be told, in words. */
    readonly unread: readonly string[];
    readonly presign: RoleView | undefined;
    /** Another role of the access service. */
    readonly otherRole: RoleView | undefined;
    readonly api: ApiView | undefined;
    readonly endpoint: (service: WayService) => EndpointView | undefined;
    /** Whether the company network reaches an endpoint of the hub, and gets an answer. */
    readonly company: (service: WayService) => Reach;
    readonly graph: ResourceGraph;
    readonly lob: (name: string) => Part | undefined;
}

/** The REST API as far as it decides who gets in. */
export interface ApiView {
    readonly name: string;
    readonly id: Maybe<string>;
    /** Unknown where its type is. */
    readonly isPrivate: Maybe<boolean>;
    readonly policy: SourcedDocument;
}

/** Reads what a link passes from the graph. */
export function apiWorld(graph: ResourceGraph, intent: AccountsIntent): ApiWorld {
    const parts = partsOf(graph);
    const functions = parts.access?.resources.filter(({ type }) => type === FUNCTION) ?? [];
    const roleOf = (each: GraphResource | undefined): RoleView | undefined => {
        const [role] = each === undefined ? [] : graph.refs(each, "role", [ROLE]).found;
        return role === undefined ? undefined : roleView(graph, role);
    };
    const inVpc = functions.find(({ props }) => props.vpcConfig !== undefined);
    const { entries, unread } = directoryOf(graph);
    const profiles = entries.map((entry) =>
        openProfile(
            graph,
            entry,
            parts.lobs.find(({ name }) => name === entry.lob),
        ),
    );
    const endpoint = memo((service: WayService) => hubEndpoint(parts.hub, service, intent.region));
    return {
        intent,
        profiles: profiles.filter((each): each is OpenProfile => typeof each !== "string"),
        unread: [...unread.map(({ text }) => text), ...profiles.filter((each) => typeof each === "string")],
        presign: roleOf(inVpc),
        otherRole: roleOf(functions.find((each) => each !== inVpc)),
        api: apiView(graph, parts.access),
        endpoint: (service) => {
            const found = endpoint(service);
            return found && endpointView(found);
        },
        company: memo((service: WayService) => companyReach(graph, intent, endpoint(service))),
        graph,
        lob: (name) => parts.lobs.find((part) => part.name === name),
    };
}

function hubEndpoint(hub: Part | undefined, service: ServiceKey, region: string): GraphResource | undefined {
    const name = ENDPOINT_SERVICES[service].serviceName(region);
    return hub?.resources.find(({ props, type }) => type === tokens.ENDPOINT && props.serviceName === name);
}

function openProfile(graph: ResourceGraph, entry: DirectoryEntry, part: Part | undefined): OpenProfile | string {
    const role = part?.resources.find(({ props, type }) => type === ROLE && props.arn === entry.roleArn);
    const profile = part?.resources.find(
        ({ props, type }) => type === PROFILE && props.userProfileName === entry.profileName,
    );
    if (role === undefined || profile === undefined) {
        return `the ${role === undefined ? "role" : "profile"} of entry ${entry.resource.name} is not in this graph`;
    }
    return { entry, role: roleView(graph, role), profile: profileView(profile, entry) };
}

function profileView(profile: GraphResource, { domainId, profileName }: DirectoryEntry): ProfileView {
    const tags = profile.props.tags;
    const entries = typeof tags === "object" && tags !== null && !isUnknown(tags) ? Object.entries(tags) : [];
    return {
        urn: profile.urn,
        name: profileName,
        domainId,
        tags: Object.fromEntries(
            entries.filter(
                (entry): entry is [string, Maybe<string>] => typeof entry[1] === "string" || isUnknown(entry[1]),
            ),
        ),
        executionRole: undefined,
    };
}

function apiView(graph: ResourceGraph, access: Part | undefined): ApiView | undefined {
    const api = access?.resources.find(({ type }) => type === REST_API);
    if (api === undefined) {
        return undefined;
    }
    const types = readPath(api.props, "endpointConfiguration.types");
    const separate = graph
        .ofType(REST_POLICY)
        .find((each) => graph.refs(each, "restApiId", [REST_API]).found.includes(api));
    const text = separate?.props.policy ?? api.props.policy;
    return {
        name: api.name,
        id: api.id,
        isPrivate: isUnknown(types) ? types : [types].flat().join() === "PRIVATE",
        // A private API without a policy refuses everybody: API Gateway developer guide, "private APIs".
        policy: sourced(
            separate?.name ?? api.name,
            (separate ?? api).urn,
            text ?? { Version: "2012-10-17", Statement: [] },
        ),
    };
}

function memo<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
    const known = new Map<Key, Value>();
    return (key) => {
        if (!known.has(key)) {
            known.set(key, compute(key));
        }
        return known.get(key) as Value;
    };
}
