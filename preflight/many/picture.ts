import { companyRanges, type PlainMultiSettings } from "../../components/settings";
import type { OverviewIntent, PictureIntent } from "../picture";

/** What a picture of many accounts needs of the settings. */
export function manyPicture(settings: PlainMultiSettings): PictureIntent {
    const { hub, lobs, region, stack } = settings;
    const accounts = Object.values(settings.accounts).map(({ id }) => id);
    return {
        stack,
        account: [...new Set(accounts)].sort().join(", "),
        region,
        egress: hub.egress,
        features: [...new Set(lobs.flatMap(({ network }) => network.features))],
        zones: [...new Set([...hub.zones, ...lobs.flatMap(({ network }) => network.zones)])],
        clientRanges: companyRanges(settings),
    };
}

/** What the overview of the accounts needs of the settings. */
export function overviewIntent(settings: PlainMultiSettings): OverviewIntent {
    const { attachment } = settings.hub.clients ?? {};
    return {
        accounts: Object.entries(settings.accounts).map(([name, { id }]) => ({ name, id })),
        companyRanges: settings.hub.clients?.ranges ?? [],
        ...(attachment === undefined ? {} : { attachment }),
    };
}
