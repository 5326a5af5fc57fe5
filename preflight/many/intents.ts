import { companyRanges, type PlainMultiSettings } from "../../components/settings";
import type { AccountsIntent } from "../proofs/accounts";

/** What proofs across accounts need of the settings. */
export function accountsIntent(settings: PlainMultiSettings): AccountsIntent {
    const { access, accounts, hub, lobs, onprem, partition, region } = settings;
    const idOf = (name: string): string => accounts[name]?.id ?? "";
    return {
        region,
        partition,
        tagKey: access.tag,
        accounts: Object.fromEntries(Object.entries(accounts).map(([name, { id }]) => [name, id])),
        accountOf: {
            ...Object.fromEntries(lobs.map(({ accountName, lob }) => [lob, idOf(accountName)])),
            hub: idOf(hub.account),
            access: idOf(access.account),
            ...(onprem === undefined ? {} : { onprem: idOf(onprem.account) }),
        },
        lobRanges: hub.lobRanges,
        centralEgress: lobs.filter(({ centralEgress }) => centralEgress).map(({ lob }) => lob),
        egress: hub.egress,
        ...(hub.organization === undefined ? {} : { organization: hub.organization }),
        companyRanges: companyRanges(settings),
        ...(hub.clients === undefined ? {} : { clients: clientsOf(hub.clients) }),
        signIn: access.signIn.mode,
        people: lobs.flatMap(({ lob, users }) =>
            users.flatMap(({ profile, tag }) =>
                tag === undefined ? [] : [{ person: tag, lob, profileName: profile }],
            ),
        ),
    };
}

function clientsOf({
    attachment,
    ranges,
    resolver,
}: NonNullable<PlainMultiSettings["hub"]["clients"]>): NonNullable<AccountsIntent["clients"]> {
    return { ranges, resolver, ...(attachment === undefined ? {} : { attachment }) };
}
