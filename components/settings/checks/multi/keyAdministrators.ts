import { arnsAreOfPartition, listedArns } from "../identities";
import { arnPlace } from "../../arns";
import type { Problem } from "../../problems";
import type { Surroundings } from "./surroundings";

/** Who administers keys of the hub or the access service is of the account they are in. */
export function keyAdministratorProblems({ values: { accounts, access, hub }, region }: Surroundings): Problem[] {
    return [
        { key: "hub", part: hub },
        { key: "access", part: access },
    ].flatMap(({ key, part }) => {
        const arns = listedArns([key, "keyAdministrators"], part?.keyAdministrators ?? []);
        const account = part && new Map(Object.entries(accounts ?? {})).get(part.account);
        return [
            ...(region ? arnsAreOfPartition(arns, region) : []),
            ...arns
                .filter(({ arn }) => account !== undefined && arnPlace(arn).account !== account.id)
                .map(({ path, arn }) => ({
                    path,
                    found: arn,
                    rule: `this role is one of the account ${account?.id} (${key}.account)`,
                    fix: `name a role of the account ${account?.id}`,
                })),
        ];
    });
}
