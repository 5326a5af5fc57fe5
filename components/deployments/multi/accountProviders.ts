import type * as pulumi from "@pulumi/pulumi";

import type { MultiSettings } from "../../settings";
import { accountProvider } from "../accountProvider";

/** One provider for each account something is made in. */
export interface Providers {
    /** @throws Error for an account nothing was said about (a mistake in this program: the settings refuse it). */
    of(account: string): pulumi.ProviderResource;
}

/** Makes the providers; each works in its account and in no other. */
export function accountProviders(parent: pulumi.Resource, name: string, settings: MultiSettings): Providers {
    const { access, accounts, hub, lobs, onprem, project, region, stack } = settings;
    const used = new Set([
        hub.account,
        access.account,
        ...lobs.map(({ accountName }) => accountName),
        ...(onprem ? [onprem.account] : []),
    ]);
    const session = `${project}-${stack}`;
    const providers = new Map(
        Object.entries(accounts)
            .filter(([account]) => used.has(account))
            .map(([account, target]) => [
                account,
                accountProvider(`${name}-aws-${account}`, { account: target, region, session }, { parent }),
            ]),
    );
    return {
        of: (account) => {
            const provider = providers.get(account);
            if (provider === undefined) {
                throw new Error(`there is no provider of an account "${account}"`);
            }
            return provider;
        },
    };
}
