import type { LobSetting, PlainMultiSettings } from "../../components/settings";
import type { ResourceGraph } from "../../policy-pack/graph";
import { choices, quotas } from "../notices";
import type { Assumption } from "../record";
import { partsOf } from "../proofs/accounts";

/** Things to know about a deployment of many accounts that stop nothing. */
export function manyNotices(
    settings: PlainMultiSettings,
    graph: ResourceGraph,
    assumptions: readonly Assumption[],
): string[] {
    return [
        ...membership(settings),
        ...signIn(settings),
        ...hub(settings),
        ...together(settings.lobs),
        ...perAccount(settings, graph, assumptions),
    ];
}

function membership({ accounts }: PlainMultiSettings): string[] {
    return new Set(Object.values(accounts).map(({ id }) => id)).size > 1
        ? [
              "The accounts are taken to be in one AWS organization with sharing switched on in RAM: only then does the transit gateway's share need no acceptance. That is not proven here.",
          ]
        : [];
}

function signIn({ access }: PlainMultiSettings): string[] {
    return [
        ...(access.signIn.mode === "hosted"
            ? [
                  "access.signIn.mode is hosted: the sign-in pages are Cognito's own and stand on the internet; API and Studio stay private.",
              ]
            : []),
        ...(access.createUsers
            ? []
            : [
                  "access.createUsers is false: who has a user in the pool, administrators decide; the directory alone says what they open.",
              ]),
    ];
}

function hub({ hub: { clients, firewall, organization }, onprem }: PlainMultiSettings): string[] {
    return [
        ...(firewall === undefined
            ? []
            : [`The hub's firewall lets lines of business out to: ${firewall.allow.join(", ")}.`]),
        ...(organization === undefined
            ? []
            : [
                  `hub.organization: principals of every account of ${organization} may pass the shared endpoints, not of these accounts alone.`,
              ]),
        ...(clients === undefined && onprem === undefined
            ? ["Neither hub.clients nor onprem: nobody reaches the access service yet."]
            : []),
        ...(clients?.attachment === undefined
            ? []
            : [`What stands behind ${clients.attachment} is the company's network; it is not proven here.`]),
        ...(onprem === undefined
            ? []
            : ["onprem is a simulator: a company network of one host, for trying the whole path."]),
    ];
}

/** One line for what several lines of business choose alike. */
function together(lobs: readonly LobSetting[]): string[] {
    const groups = new Map<string, string[]>();
    for (const lob of lobs) {
        for (const notice of choices(lob)) {
            groups.set(notice, [...(groups.get(notice) ?? []), lob.lob]);
        }
    }
    return [...groups].map(([notice, names]) =>
        names.length === lobs.length && names.length > 1
            ? `All lines of business: ${notice}`
            : `${names.join(", ")}: ${notice}`,
    );
}

/** A quota is an account's: lines of business that share one count together. */
function perAccount(settings: PlainMultiSettings, graph: ResourceGraph, assumptions: readonly Assumption[]): string[] {
    const { all } = partsOf(graph);
    return Object.entries(settings.accounts).flatMap(([name]) => {
        const lobs = settings.lobs.filter(({ accountName }) => accountName === name).map(({ lob }) => lob);
        const own = all.filter((part) => lobs.includes(part.name)).flatMap(({ resources }) => resources);
        const count = (type: string): number => own.filter((resource) => resource.type === type).length;
        return quotas(count, assumptions).map((notice) => `${name}: ${notice}`);
    });
}
