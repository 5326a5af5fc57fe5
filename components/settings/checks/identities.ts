import { arnPlace } from "../arns";
import type { Problem, SettingPath } from "../problems";
import type { Region } from "../regions";
import type { TopValues } from "../schema";

interface NamedArn {
    readonly path: SettingPath;
    readonly arn: string;
}

/** The ARNs of each top key that holds some, with their places. */
export const ARNS = {
    account: ({ assumeRole }: TopValues["account"]): NamedArn[] =>
        assumeRole === undefined ? [] : [{ path: ["account", "assumeRole", "arn"], arn: assumeRole.arn }],
    access: ({ principals, operators, federation }: TopValues["access"]): NamedArn[] => [
        ...listedArns(["access", "principals"], principals),
        ...listedArns(["access", "operators"], operators),
        ...providerArns(federation),
    ],
    network: ({ endpoints }: TopValues["network"]): NamedArn[] =>
        Object.entries(endpoints.onlyRoles).flatMap(([service, roles]) =>
            listedArns(["network", "endpoints", "onlyRoles", service], roles),
        ),
    domain: ({ canvas: { bedrockRole } }: TopValues["domain"]): NamedArn[] =>
        bedrockRole === undefined ? [] : [{ path: ["domain", "canvas", "bedrockRole"], arn: bedrockRole }],
    security: ({ breakGlass, buckets, keyAdministrators, response }: TopValues["security"]): NamedArn[] => [
        ...listedArns(["security", "keyAdministrators"], keyAdministrators),
        ...listedArns(["security", "buckets", "deployers"], buckets.deployers),
        ...listedArns(["security", "breakGlass"], breakGlass),
        ...listedArns(["security", "response", "exempt"], response?.exempt ?? []),
    ],
    /** Not of the account: it is the organization's. */
    organization: ({ organization }: TopValues["security"]): NamedArn[] =>
        organization === undefined
            ? []
            : [{ path: ["security", "organization", "managementRole"], arn: organization.managementRole }],
};

/** AWS knows no identity of another partition. */
export function arnsAreOfPartition(arns: readonly NamedArn[], region: Region): Problem[] {
    return arns.flatMap(({ path, arn }) =>
        arnPlace(arn).partition === region.partition
            ? []
            : [
                  {
                      path,
                      found: arn,
                      rule: `ARNs begin with arn:${region.partition}: in the region ${region.name} (aws:region)`,
                      fix: "name an identity of that partition",
                  },
              ],
    );
}

/** What administers or deploys the account is an identity of the account. */
export function arnsAreOfAccount(arns: readonly NamedArn[], account: string): Problem[] {
    return arns.flatMap(({ path, arn }) =>
        arnPlace(arn).account === account
            ? []
            : [
                  {
                      path,
                      found: arn,
                      rule: `this role is one of the account ${account} (account.id)`,
                      fix: `name a role of the account ${account}`,
                  },
              ],
    );
}

/** The identity providers that exist already. */
export function providerArns(federation: TopValues["access"]["federation"]): NamedArn[] {
    return (["saml", "oidc"] as const).flatMap((kind) => {
        const arn = federation?.[kind]?.providerArn;
        return arn === undefined ? [] : [{ path: ["access", "federation", kind, "providerArn"], arn }];
    });
}

/** ARNs of a list, each with its place. */
export function listedArns(path: SettingPath, arns: readonly string[]): NamedArn[] {
    return arns.map((arn, index) => ({ path: [...path, index], arn }));
}
