import type { Problem } from "../problems";
import type { TopValues } from "../schema";
import { HIDDEN, hideSecrets } from "../secrets";

type Access = TopValues["access"];

/** `addresses` and `from: addresses` come together. */
export function addressesGivenWhenUsed({ from, addresses }: Access): Problem[] {
    if (from === "addresses" && addresses.length === 0) {
        return [
            {
                path: ["access", "addresses"],
                found: addresses,
                rule: "from: addresses needs at least one range, or nobody could open anything",
                fix: "list the public ranges people come from, or use from: vpc",
            },
        ];
    }
    if (from !== "addresses" && addresses.length > 0) {
        return [
            {
                path: ["access", "addresses"],
                found: addresses,
                rule: `addresses count only with from: addresses; here from is ${from}`,
                fix: "remove addresses, or set from: addresses",
            },
        ];
    }
    return [];
}

/** The escape hatch is not for production. */
export function productionIsNotOpen({ from }: Access, production: boolean): Problem[] {
    return production && from === "anywhere"
        ? [
              {
                  path: ["access", "from"],
                  found: from,
                  rule: "production is not opened from anywhere",
                  fix: "use from: vpc, or from: addresses with public ranges",
              },
          ]
        : [];
}

/** Who may claim another person's tag is not also an ordinary person, whose own tag decides. */
export function operatorsAreApart({ principals, operators }: Access): Problem[] {
    return operators.flatMap((operator, index) =>
        principals.includes(operator)
            ? [
                  {
                      path: ["access", "operators", index],
                      found: operator,
                      rule: "an operator is not in access.principals: the one may claim any tag, the other only their own",
                      fix: "give operators a role of their own, or remove it from one of the lists",
                  },
              ]
            : [],
    );
}

/** The ABAC tag stands on profiles only, each with its person's value. */
export function tagsLeaveAbacAlone({ tag }: Access, tags: TopValues["tags"], hide: boolean): Problem[] {
    // IAM compares tag keys without case.
    return Object.keys(tags)
        .filter((key) => key.toLowerCase() === tag.toLowerCase())
        .map((key) => ({
            path: ["tags", key],
            found: hide ? HIDDEN : hideSecrets(tags[key]),
            rule: `tags do not contain ${tag} (access.tag), which would give every profile the same value`,
            fix: "remove it, or choose another key in access.tag",
        }));
}
