import { createHash } from "node:crypto";

import { partitionOf } from "../../../policy-pack/facts";

type Args = Readonly<Record<string, unknown>>;

/** What the account sees of IAM Identity Center: one instance, in the Region of the provider. */
export function identityCenterInstances({ region }: { readonly region: string }): Args {
    return {
        id: region,
        region,
        arns: [`arn:${partitionOf(region).id}:sso:::instance/ssoins-${digits(region, 16)}`],
        identityStoreIds: [`d-${digits(region, 10)}`],
    };
}

/** The group with the display name that is asked for; undefined when something else is. */
export function identityStoreGroup(args: Args, { region }: { readonly region: string }): Args | undefined {
    const displayName = nameIn(args);
    if (displayName === undefined) {
        return undefined;
    }
    const groupId = `${digits(displayName, 10)}-${uuid(displayName)}`;
    return { ...args, id: groupId, groupId, region, displayName, description: "", externalIds: [] };
}

function nameIn({ alternateIdentifier }: Args): string | undefined {
    const { uniqueAttribute } = map(alternateIdentifier);
    const { attributePath, attributeValue } = map(uniqueAttribute);
    return attributePath === "DisplayName" && typeof attributeValue === "string" ? attributeValue : undefined;
}

function map(value: unknown): Args {
    return typeof value === "object" && value !== null ? (value as Args) : {};
}

function digits(text: string, length: number): string {
    return createHash("sha256").update(text).digest("hex").slice(0, length);
}

function uuid(text: string): string {
    const hash = digits(text, 42).slice(10);
    return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}
