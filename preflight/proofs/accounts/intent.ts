import type { AccountFacts } from "../access";

/** What proofs across the accounts of a deployment need of its settings. */
export interface AccountsIntent {
    readonly region: string;
    readonly partition: string;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Ids by name. */
    readonly accounts: Readonly<Record<string, string>>;
    /** Account id by part: of lines of business by their name, else `hub`, `access`, `onprem`. */
    readonly accountOf: Readonly<Record<string, string>>;
    /** Ranges of all lines of business, to come included. */
    readonly lobRanges: readonly string[];
    /** Lines of business whose way out is the hub's. */
    readonly centralEgress: readonly string[];
    readonly egress: "isolated" | "firewall";
    readonly organization?: string;
    /** Ranges people come from. */
    readonly companyRanges: readonly string[];
    /** Those of the ranges that come by an attachment made elsewhere. */
    readonly clients?: { readonly ranges: readonly string[]; readonly attachment?: string; readonly resolver: boolean };
    readonly signIn: "private" | "hosted";
    readonly people: readonly PersonIntent[];
}

/** One profile of one person, as the stack file has it. */
export interface PersonIntent {
    /** Value of the tag: the name they sign in with. */
    readonly person: string;
    readonly lob: string;
    readonly profileName: string;
}

/** What everybody knows about one account. */
export function factsOf({ organization, partition, region, tagKey }: AccountsIntent, account: string): AccountFacts {
    return { account, partition, region, tagKey, ...(organization === undefined ? {} : { organization }) };
}
