import type { PlainSettings } from "../components/settings";
import { QUOTAS } from "../policy-pack/facts";
import type { ResourceGraph } from "../policy-pack/graph";
import type { Assumption } from "./record";
import { storageNotices } from "./storageNotices";

/**
 * Things to know that stop nothing: every choice of the stack file that opens or weakens something, and quotas.
 *
 * @param assumptions what the recording answered where a preview asks AWS
 */
export function notices(
    settings: PlainSettings,
    graph: ResourceGraph,
    assumptions: readonly Assumption[] = [],
): string[] {
    return [...choices(settings), ...quotas((type) => graph.ofType(type).length, assumptions)];
}

/** Every choice of the settings that opens or weakens something. */
export function choices(settings: PlainSettings): string[] {
    return [
        ...openAccess(settings),
        ...identityCenter(settings),
        ...federation(settings),
        ...openNetwork(settings),
        ...existingVpc(settings),
        ...unprotected(settings),
        ...storageNotices(settings),
        ...drained(settings),
        ...relaxedGuardrails(settings),
    ];
}

function relaxedGuardrails({ security: { guardrails } }: PlainSettings): string[] {
    return [
        ...(guardrails.isolation
            ? []
            : [
                  "security.guardrails.isolation is false: containers of jobs and models may use the network of the VPC, and what it leads to.",
              ]),
        ...(guardrails.interContainerEncryption
            ? []
            : [
                  "security.guardrails.interContainerEncryption is false: instances of one job may talk to each other unencrypted.",
              ]),
    ];
}

function openAccess({ access }: PlainSettings): string[] {
    return [
        ...(access.from === "anywhere"
            ? ["access.from is anywhere: a link works from the whole internet for whoever holds the right tag."]
            : []),
        ...(access.from === "addresses"
            ? [`access.from is addresses: links work over the internet from ${access.addresses.join(", ")}.`]
            : []),
        ...(access.operators.length > 0
            ? [`Operators may open anybody's profile: ${access.operators.join(", ")}.`]
            : []),
    ];
}

function identityCenter({ access }: PlainSettings): string[] {
    return access.mode === "iam"
        ? []
        : [
              "access.mode is identity-center: no condition on the network binds the sign-in, because the portal makes no presigned URL; put such conditions into IAM Identity Center's identity provider.",
              `Every member of ${access.groups.map(({ group }) => group).join(", ")} may sign in. Who is not in users gets a profile from SageMaker at the first sign-in, with the domain's default role and groups, which this program does not know.`,
          ];
}

function federation({ access: { federation: providers, tag } }: PlainSettings): string[] {
    const { saml, oidc } = providers ?? {};
    const names = [
        ...(saml === undefined ? [] : [saml.providerArn ?? "the SAML provider of access.federation"]),
        ...(oidc === undefined ? [] : [oidc.issuer]),
    ];
    return [
        ...(names.length === 0
            ? []
            : [
                  `Whoever ${names.join(" and ")} vouches for is who the tag ${tag} of the assertion or token says: the identity provider must let nobody choose it.`,
              ]),
        ...(oidc !== undefined && oidc.subjects.length === 0
            ? [`access.federation.oidc names no subjects: every subject of ${oidc.clientIds.join(", ")} may ask.`]
            : []),
    ];
}

function openNetwork({ network }: PlainSettings): string[] {
    const { dns, egress, endpoints, firewall } = network;
    return [
        ...(egress === "nat"
            ? [
                  "network.egress is nat: apps and jobs reach every address of the internet on 443 and 80, and nothing inspects what they send.",
              ]
            : []),
        ...(firewall === undefined ? [] : [`The firewall lets out to: ${firewall.allow.join(", ")}.`]),
        ...(firewall !== undefined && firewall.timeServers.length > 0
            ? [`The firewall lets NTP out to: ${firewall.timeServers.join(", ")}.`]
            : []),
        ...(dns.allow.length > 0 ? [`network.dns.allow: these names resolve too: ${dns.allow.join(", ")}.`] : []),
        ...(endpoints.organization === undefined
            ? []
            : [
                  `network.endpoints.organization: principals of every account of ${endpoints.organization} may pass the endpoints, not of this account alone.`,
              ]),
    ];
}

function existingVpc({ network: { egress, vpc } }: PlainSettings): string[] {
    if (vpc === undefined) {
        return [];
    }
    const forAll =
        egress === "nat"
            ? "names that look like tunnels or are generated are blocked for everything in it"
            : "nothing but Studio's names resolves for everything in it";
    return [
        `${vpc.id} belongs to somebody else: its default group and its other subnets are not judged here.`,
        vpc.ownDns
            ? `network.vpc.ownDns is true: which names resolve in ${vpc.id}, its owner decides; it is not proven here.`
            : `The DNS Firewall is put on ${vpc.id}: ${forAll}.`,
    ];
}

function unprotected({ network, protect, production }: PlainSettings): string[] {
    return [
        ...(protect ? [] : ["protect is false: a replacement or destroy of domain and keys is not refused."]),
        ...(network.firewall?.protections === false
            ? ["network.firewall.protections is false: AWS refuses neither change nor deletion of the firewall."]
            : []),
        ...(network.zones.length === 1 && !production
            ? ["network.zones has one zone: Studio stops when it does. Production refuses that."]
            : []),
    ];
}

function drained({ domain, protect }: PlainSettings): string[] {
    const homes = domain.homes === "delete" ? "homes go too" : "homes stay";
    return domain.drain
        ? [
              `domain.drain is true: a destroy deletes everybody's apps and spaces, running or not, with all files on the volumes of the spaces; ${homes}.` +
                  (protect ? " While protect is true nothing is deleted." : ""),
          ]
        : [];
}

/**
 * Quotas an account's resources exceed. The engine's preview asks AWS and warns of the account's own; here it is the one
 * the recording answered.
 */
export function quotas(countOf: (type: string) => number, assumptions: readonly Assumption[]): string[] {
    return QUOTAS.flatMap(({ code, what, newAccount, type }) => {
        const count = countOf(type);
        const quota = answered(code, assumptions) ?? newAccount;
        return count > quota
            ? [
                  `${count} ${what}, a new account's quota is ${quota}: ask for more of ${code} in Service Quotas before the first update.`,
              ]
            : [];
    });
}

function answered(code: string, assumptions: readonly Assumption[]): number | undefined {
    const answers = assumptions.filter(({ token }) => token === "aws:servicequotas/getServiceQuota:getServiceQuota");
    return answers
        .map(({ answer }) => answer as { readonly quotaCode?: unknown; readonly value?: unknown })
        .flatMap(({ quotaCode, value }) => (quotaCode === code && typeof value === "number" ? [value] : []))[0];
}
