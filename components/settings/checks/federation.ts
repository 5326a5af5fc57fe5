import { arnPlace } from "../arns";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";
import { providerArns } from "./identities";

/** A role's trust names identity providers of its own account only, and each is what the settings say of it. */
export function federationProblems(
    { federation }: TopValues["access"],
    account: TopValues["account"] | undefined,
): Problem[] {
    const foreign = providerArns(federation).flatMap(({ path, arn }): Problem[] =>
        account === undefined || arnPlace(arn).account === account.id
            ? []
            : [
                  {
                      path,
                      found: arn,
                      rule: `an identity provider is one of the account ${account.id} (account.id): a role trusts no provider of another`,
                      fix: `name a provider of the account ${account.id}, or let one be made here`,
                  },
              ],
    );
    return [...foreign, ...existingOidc(federation?.oidc)];
}

type Oidc = NonNullable<TopValues["access"]["federation"]>["oidc"];

function existingOidc(oidc: Oidc): Problem[] {
    if (oidc?.providerArn === undefined) {
        return [];
    }
    const host = oidc.issuer.replace("https://", "");
    const path = ["access", "federation", "oidc"];
    return [
        ...(oidc.providerArn.endsWith(`:oidc-provider/${host}`)
            ? []
            : [
                  {
                      path: [...path, "providerArn"],
                      found: oidc.providerArn,
                      rule: `the provider is that of issuer: its ARN ends in oidc-provider/${host}`,
                      fix: "name the provider of the issuer, or correct issuer",
                  },
              ]),
        ...(oidc.thumbprints.length === 0
            ? []
            : [
                  {
                      path: [...path, "thumbprints"],
                      found: oidc.thumbprints,
                      rule: "thumbprints belong to a provider made here; one that exists has its own",
                      fix: "remove thumbprints, or remove providerArn",
                  },
              ]),
    ];
}
