import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown, type Maybe, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { rolePolicies, type RolePolicies } from "../../../policy-pack/graph/identity";
import { type NamedDocument, parsePolicy, statements } from "../../../policy-pack/iam";
import { nameOf } from "../proof";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const ROLE = "aws:iam/role:Role";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** A role with everything that decides what it may do. */
export interface RoleView {
    readonly name: string;
    readonly arn: Maybe<string>;
    readonly policies: RolePolicies;
    /** The role's own tags: they are principal tags of its sessions unless the session sets them. */
    readonly tags: Readonly<Record<string, Maybe<string>>>;
}

/** A VPC endpoint as a request meets it. */
export interface EndpointView {
    readonly name: string;
    readonly id: Maybe<string>;
    readonly vpcId: Maybe<string>;
    readonly policy?: NamedDocument;
}

/** A profile somebody may want to open. */
export interface ProfileView {
    readonly urn: string;
    readonly name: string;
    readonly domainId: Maybe<string>;
    readonly tags: Readonly<Record<string, Maybe<string>>>;
    readonly executionRole?: RoleView;
    /** Endpoints of the domain's VPC that a link passes: where it is made, where it is used. */
    readonly api?: EndpointView;
    readonly studio?: EndpointView;
}

/** Roles, profiles and endpoints of one stack, as access proofs read them. */
export interface AccessWorld {
    /** Roles that people assume: their trust names users, roles or identity providers, no service. */
    readonly userRoles: readonly RoleView[];
    readonly profiles: readonly ProfileView[];
    /** Last part of the ARNs of the identity providers the program makes: `saml-provider/NAME`, `oidc-provider/HOST`. */
    readonly providers: Readonly<Partial<Record<"saml" | "oidc", Maybe<string>>>>;
}

/** Reads the access-relevant part of the graph. */
export function accessWorld(
    graph: ResourceGraph,
    region: string,
    shared: (service: ServiceKey) => EndpointView | undefined = () => undefined,
): AccessWorld {
    const views = new Map(graph.ofType(ROLE).map((role) => [role.urn, roleView(graph, role)] as const));
    const domains = new Map(
        graph.ofType(DOMAIN).map((domain) => [domain.urn, domainView(graph, domain, region, shared)] as const),
    );
    return {
        userRoles: [...views.values()].filter(isAssumedByPeople),
        providers: providersOf(graph),
        profiles: graph.ofType(PROFILE).map((profile) => {
            const domain = graph.refs(profile, "domainId", [DOMAIN]).found[0];
            const own = graph.refs(profile, "userSettings.executionRole", [ROLE]).found[0];
            const inherited = domain && graph.refs(domain, "defaultUserSettings.executionRole", [ROLE]).found[0];
            const role = own ?? inherited;
            return {
                urn: profile.urn,
                name: text(profile.props.userProfileName) ?? profile.name,
                domainId: maybeText(profile.props.domainId),
                tags: tagsOf(profile),
                executionRole: role && views.get(role.urn),
                ...(domain ? domains.get(domain.urn) : {}),
            };
        }),
    };
}

function domainView(
    graph: ResourceGraph,
    domain: GraphResource,
    region: string,
    shared: (service: ServiceKey) => EndpointView | undefined,
): { api?: EndpointView; studio?: EndpointView } {
    const vpcs = graph.refs(domain, "vpcId", ["aws:ec2/vpc:Vpc"]).found;
    const find = (key: ServiceKey): EndpointView | undefined => {
        const serviceName = ENDPOINT_SERVICES[key].serviceName(region);
        const endpoint = graph
            .ofType(ENDPOINT)
            .find(
                (candidate) =>
                    candidate.props.serviceName === serviceName &&
                    graph.refs(candidate, "vpcId", ["aws:ec2/vpc:Vpc"]).found.some((vpc) => vpcs.includes(vpc)),
            );
        return endpoint === undefined ? shared(key) : endpointView(endpoint);
    };
    return { api: find("sagemaker.api"), studio: find("studio") };
}

/** The endpoint with its policy. */
export function endpointView(endpoint: GraphResource): EndpointView {
    const { policy } = endpoint.props;
    return {
        name: endpoint.name,
        id: endpoint.id,
        vpcId: maybeText(endpoint.props.vpcId),
        // Without a policy AWS gives the endpoint full access: a layer that restricts nothing.
        policy: policy === undefined ? undefined : { name: endpoint.name, document: documentOf(policy) },
    };
}

function documentOf(policy: unknown): NamedDocument["document"] {
    return isUnknown(policy) ? policy : (policy as NamedDocument["document"]);
}

/** The role with everything attached to it. */
export function roleView(graph: ResourceGraph, role: GraphResource): RoleView {
    return {
        name: nameOf(role.urn),
        arn: maybeText(role.props.arn),
        policies: rolePolicies(graph, role),
        tags: tagsOf(role),
    };
}

/** IAM names a provider after what the program gives it, so that it is known before the provider exists. */
function providersOf(graph: ResourceGraph): AccessWorld["providers"] {
    const [saml] = graph.ofType("aws:iam/samlProvider:SamlProvider");
    const [oidc] = graph.ofType("aws:iam/openIdConnectProvider:OpenIdConnectProvider");
    return {
        ...(saml === undefined ? {} : { saml: under("saml-provider", maybeText(saml.props.name)) }),
        ...(oidc === undefined ? {} : { oidc: under("oidc-provider", maybeText(oidc.props.url)) }),
    };
}

function under(kind: string, name: Maybe<string>): Maybe<string> {
    return isUnknown(name) ? name : `${kind}/${name.replace(/^https:\/\//, "")}`;
}

function isAssumedByPeople(role: RoleView): boolean {
    const parsed = parsePolicy(role.policies.trust.document);
    return (
        parsed.document !== undefined &&
        statements(parsed.document).some(
            ({ Principal }) =>
                Principal === "*" || (Principal !== undefined && ("AWS" in Principal || "Federated" in Principal)),
        )
    );
}

function tagsOf(resource: GraphResource): Record<string, Maybe<string>> {
    const tags = readPath(resource.props, "tags");
    if (typeof tags !== "object" || tags === null || isUnknown(tags)) {
        return {};
    }
    return Object.fromEntries(
        Object.entries(tags).filter((entry): entry is [string, Maybe<string>] => {
            const [, value] = entry as [string, unknown];
            return typeof value === "string" || isUnknown(value);
        }),
    );
}

function text(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}

function maybeText(value: unknown): Maybe<string> {
    return isUnknown(value) ? value : (text(value) ?? "");
}
