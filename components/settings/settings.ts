import type * as pulumi from "@pulumi/pulumi";

import type { AddressPlan } from "../addresses";
import type { TopValues } from "./schema";

/** One person's profile. */
export interface UserSetting {
    readonly name: string;
    /** Value of the ABAC tag; there in mode `iam`, and only there. */
    readonly tag?: string | undefined;
    /** Group and name in IAM Identity Center; there in mode `identity-center`, and only there. */
    readonly signIn?: { readonly group: string; readonly userName: string } | undefined;
    /** Name of the user profile, given or made of `name`. */
    readonly profile: string;
    /** A built-in persona or one of `security.personas`. */
    readonly persona: string;
    /** Whose jobs, models and data the user shares; undefined: those of users without a team. */
    readonly team?: string | undefined;
    /** Further tags of the profile. */
    readonly tags: Readonly<Record<string, string>>;
}

/** All of a stack file, checked, with its defaults and what follows from it. */
export interface PlainSettings {
    readonly project: string;
    readonly stack: string;
    readonly region: string;
    /** `aws`, `aws-cn` or `aws-us-gov`. */
    readonly partition: string;
    readonly deployment: "single-account";
    readonly account: TopValues["account"];
    readonly production: boolean;
    readonly protect: boolean;
    /** Without `subnets`, which are resolved below; `firewall.protections` is there whenever `firewall` is. */
    readonly network: Omit<TopValues["network"], "subnets">;
    /** Range of every tier in every zone, computed or explicit, in order of zone; in an existing VPC as far as given. */
    readonly subnets: AddressPlan;
    readonly access: TopValues["access"];
    readonly domain: TopValues["domain"];
    readonly security: TopValues["security"];
    readonly users: readonly UserSetting[];
    readonly tags: Readonly<Record<string, string>>;
}

/** The settings as the program uses them. */
export type Settings = Omit<PlainSettings, "tags"> & {
    /** Tags of every taggable resource; a value may be a secret. */
    readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
};
