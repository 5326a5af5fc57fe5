import { type GraphResource, isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import { type Finding, toProof, unproven } from "../network/findings";
import type { Proof } from "../proof";
import type { AccountsIntent } from "./intent";
import { partsOf } from "./parts";

const PROVIDER = "pulumi:providers:aws";

/** Resources of other packages have no account: `random`, `command`. */
const AWS = /^aws:/;

/**
 * Shows that every resource is made in its part's account: by a provider that works in this account alone, never by the
 * default one, which works wherever the caller's credentials lead.
 */
export function accountsApart(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const providers = new Map(graph.ofType(PROVIDER).map((provider) => [provider.urn, provider]));
    const known = new Set(Object.values(intent.accounts));
    const parts = partsOf(graph);
    const findings = [
        ...[...providers.values()].flatMap((provider) => judgeProvider(provider, known)),
        ...graph.resources
            .filter(({ custom, type }) => custom && AWS.test(type))
            .flatMap((resource): Finding[] => {
                const part = parts.of(resource);
                const wanted = part === undefined ? undefined : intent.accountOf[part.name];
                return judgeResource(resource, providerOf(providers, resource), wanted, part?.name);
            }),
    ];
    const none: Finding = {
        verdict: "holds",
        text: `${providers.size} providers, each for one of ${known.size} accounts; no resource by the default one`,
    };
    return toProof(
        "accounts.apart",
        "Every resource is made in the account of what it belongs to",
        findings.length > 0 ? findings : [none],
    );
}

/** The engine writes `URN::id`. */
function providerOf(
    providers: ReadonlyMap<string, GraphResource>,
    { provider }: GraphResource,
): GraphResource | undefined {
    if (provider === undefined) {
        return undefined;
    }
    return providers.get(provider) ?? providers.get(provider.slice(0, provider.lastIndexOf("::")));
}

/** Accounts a provider refuses to leave; undefined where it works anywhere. */
function accountsOf({ props }: GraphResource): readonly unknown[] | undefined {
    const list = props.allowedAccountIds;
    // The engine keeps a provider's inputs as JSON text.
    const parsed: unknown = typeof list === "string" ? JSON.parse(list) : list;
    return isUnknown(parsed) ? [parsed] : Array.isArray(parsed) ? parsed : undefined;
}

function judgeProvider(provider: GraphResource, known: ReadonlySet<string>): Finding[] {
    const allowed = accountsOf(provider);
    const [account, ...more] = allowed ?? [];
    if (isUnknown(account)) {
        return [unproven(`${provider.name}: its account is not known`)];
    }
    return allowed !== undefined && more.length === 0 && typeof account === "string" && known.has(account)
        ? []
        : [
              {
                  verdict: "broken",
                  text: `provider ${provider.name} is not held to one account of the stack file`,
                  fix: `Give ${provider.name} allowedAccountIds with the one account it is for.`,
              },
          ];
}

function judgeResource(
    resource: GraphResource,
    provider: GraphResource | undefined,
    wanted: string | undefined,
    part: string | undefined,
): Finding[] {
    const where = part === undefined ? resource.name : `${resource.name} (${part})`;
    if (provider === undefined) {
        return [
            {
                verdict: "broken",
                text: `${where} is made by the default provider, in whichever account the credentials are for`,
                fix: `Hand ${resource.name} the provider of its account.`,
            },
        ];
    }
    const account = accountsOf(provider)?.[0];
    if (wanted === undefined || isUnknown(account) || account === wanted) {
        return [];
    }
    return [
        {
            verdict: "broken",
            text: `${where} is made in account ${String(account)} by ${provider.name}, not in ${wanted}`,
            fix: `Hand ${resource.name} the provider of account ${wanted}.`,
        },
    ];
}
