import { arnPlace } from "../../arns";
import { nearest } from "../../nearest";
import type { Problem, SettingPath } from "../../problems";
import type { Region } from "../../regions";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

type Accounts = MultiValues["accounts"];

/** A key that names an account. */
interface Use {
    readonly path: SettingPath;
    readonly name: string;
}

/** Every account is one account, is used, and is entered by a role of its own. */
export function accountProblems({ values, lobs, region }: Surroundings): Problem[] {
    const { accounts } = values;
    if (accounts === undefined) {
        return [];
    }
    const uses = usesOf({ values, lobs });
    const unknown = unknownNames(accounts, uses);
    return [
        ...unknown,
        // While a part cannot be read or misspells a name, nobody knows which account it means.
        ...(unknown.length === 0 && isReadable({ values, lobs }) ? unusedNames(accounts, uses) : []),
        ...sameIds(accounts),
        ...Object.entries(accounts).flatMap(([name, account]) => roleProblems(name, account, region)),
    ];
}

function usesOf({ values, lobs }: Pick<Surroundings, "values" | "lobs">): Use[] {
    const { hub, access, onprem } = values;
    return [
        ...(hub ? [{ path: ["hub", "account"], name: hub.account }] : []),
        ...(access ? [{ path: ["access", "account"], name: access.account }] : []),
        ...lobs.map(({ index, value }) => ({ path: ["lobs", index, "account"], name: value.account })),
        ...(onprem ? [{ path: ["onprem", "account"], name: onprem.account }] : []),
    ];
}

function isReadable({ values, lobs }: Pick<Surroundings, "values" | "lobs">): boolean {
    return (
        values.hub !== undefined &&
        values.access !== undefined &&
        "onprem" in values &&
        values.lobs !== undefined &&
        values.lobs.length === lobs.length
    );
}

function unknownNames(accounts: Accounts, uses: readonly Use[]): Problem[] {
    const names = Object.keys(accounts);
    return uses
        .filter(({ name }) => !Object.hasOwn(accounts, name))
        .map(({ path, name }) => {
            const meant = nearest(name, names);
            return {
                path,
                found: name,
                rule: `an account is one of accounts: ${names.join(", ")}`,
                fix: meant === undefined ? `name one of them, or add ${name} to accounts` : `did you mean ${meant}?`,
            };
        });
}

function unusedNames(accounts: Accounts, uses: readonly Use[]): Problem[] {
    const used = new Set(uses.map(({ name }) => name));
    return Object.entries(accounts)
        .filter(([name]) => !used.has(name))
        .map(([name, { id }]) => ({
            path: ["accounts", name],
            found: { id },
            rule: "an account is there for something: the endpoints of the hub admit every account that is named",
            fix: "remove it, or name it in hub, access, lobs or onprem",
        }));
}

function sameIds(accounts: Accounts): Problem[] {
    const owners = new Map<string, string>();
    return Object.entries(accounts).flatMap(([name, { id }]): Problem[] => {
        const other = owners.get(id);
        owners.set(id, other ?? name);
        return other === undefined
            ? []
            : [
                  {
                      path: ["accounts", name, "id"],
                      found: id,
                      rule: `an account has one name; ${id} is ${other} already`,
                      fix: `write ${other} where ${name} is named, or correct the id`,
                  },
              ];
    });
}

function roleProblems(name: string, { id, assumeRole }: Accounts[string], region: Region | undefined): Problem[] {
    if (assumeRole === undefined) {
        return [];
    }
    const path = ["accounts", name, "assumeRole", "arn"];
    const found = assumeRole.arn;
    const place = arnPlace(found);
    return [
        ...(place.account === id
            ? []
            : [
                  {
                      path,
                      found,
                      rule: `the role the deployment assumes is one of the account it is for, ${id} (accounts.${name}.id)`,
                      fix: `name a role of the account ${id}`,
                  },
              ]),
        ...(region === undefined || place.partition === region.partition
            ? []
            : [
                  {
                      path,
                      found,
                      rule: `ARNs begin with arn:${region.partition}: in the region ${region.name} (aws:region)`,
                      fix: "name an identity of that partition",
                  },
              ]),
    ];
}
