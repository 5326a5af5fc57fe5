import { type PlainSettings, servicesOf } from "../components/settings";
import { cidr, formatCidr } from "../policy-pack/net";
import type { PictureIntent } from "./picture";
import type { AccessIntent, AccountFacts, IntendedProvider } from "./proofs/access";
import type { NetworkIntent, NetworkProofs } from "./proofs/network";
import type { RoleIntent } from "./proofs/roles";

/** What network proofs need of the settings. */
export function networkIntent({ account, region, network }: PlainSettings): NetworkIntent {
    const { features, egress, endpoints, vpc, clients } = network;
    return {
        region,
        account: account.id,
        organization: endpoints.organization,
        features,
        services: servicesOf(network, region),
        egress,
        ownEgress: vpc?.ownEgress ?? false,
        ownDns: vpc?.ownDns ?? false,
        clientRanges: clients?.ranges ?? [],
        clientsResolve: clients?.resolver ?? false,
        jobs: features.includes("jobs"),
    };
}

/** What everybody knows about the account. */
function accountFacts({ access, account, partition, region }: PlainSettings): AccountFacts {
    return { account: account.id, partition, region, tagKey: access.tag };
}

/** What proofs about roles need of the settings. */
export function roleIntent(settings: PlainSettings): RoleIntent {
    const { guardrails, teamTag } = settings.security;
    return { facts: accountFacts(settings), teamTag, features: settings.network.features, guardrails };
}

/** What access proofs need of the settings; shared with the commands that explain one person's access. */
export function accessIntent(settings: PlainSettings, { clients }: NetworkProofs): AccessIntent {
    const { access, network } = settings;
    return {
        facts: accountFacts(settings),
        from: access.from,
        addresses: access.addresses,
        principals: access.principals,
        operators: access.operators,
        providers: intendedProviders(settings),
        clients: { ...clients, address: hostIn(network.clients?.ranges[0] ?? network.cidr) },
        vpcAddress: hostIn(Object.values(settings.subnets.studio)[0] ?? network.cidr),
    };
}

/** IAM user guide, "Configure SAML assertions": the sign-in address of the partition is the audience. */
const SAML_AUDIENCES: Readonly<Record<string, string>> = {
    aws: "https://signin.aws.amazon.com/saml",
    "aws-cn": "https://signin.amazonaws.cn/saml",
    "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml",
};

function intendedProviders({ access: { federation }, partition }: PlainSettings): IntendedProvider[] {
    const { saml, oidc } = federation ?? {};
    return [
        ...(saml === undefined
            ? []
            : [
                  {
                      kind: "saml" as const,
                      audience: SAML_AUDIENCES[partition] ?? "",
                      ...(saml.providerArn === undefined ? {} : { arn: saml.providerArn }),
                  },
              ]),
        ...(oidc === undefined
            ? []
            : [
                  {
                      kind: "oidc" as const,
                      audience: oidc.clientIds[0] ?? "",
                      issuer: oidc.issuer.replace("https://", ""),
                      subject: (oidc.subjects[0] ?? "somebody").replace(/\*$/, "somebody"),
                      ...(oidc.providerArn === undefined ? {} : { arn: oidc.providerArn }),
                  },
              ]),
    ];
}

/** An address hosts can have: the first four of a subnet are AWS's own. */
function hostIn(range: string): string {
    const { base, prefix } = cidr(range);
    const offset = prefix > 29 ? 0 : 10;
    return formatCidr({ base: base + offset, prefix: 32 }).split("/")[0] as string;
}

/** What a picture needs of the settings. */
export function pictureIntent({ account, network, region, stack }: PlainSettings): PictureIntent {
    const { cidr: range, clients, egress, features, vpc, zones } = network;
    return {
        stack,
        account: account.id,
        region,
        egress,
        features,
        zones,
        clientRanges: clients?.ranges ?? [],
        ...(vpc === undefined ? {} : { existingVpc: { id: vpc.id, cidr: range, studio: vpc.studio } }),
    };
}
