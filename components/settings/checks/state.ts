import type { Problem } from "../problems";
import type { TopValues } from "../schema";

/** What production stores is not deleted by mistake. */
export function productionIsProtected(protect: boolean, production: boolean): Problem[] {
    return production && !protect
        ? [
              {
                  path: ["protect"],
                  found: protect,
                  rule: "production protects what holds state",
                  fix: "remove protect or set it true; to take production down, set production false first",
              },
          ]
        : [];
}

/** People's files outlive the domain in production. */
export function productionKeepsHomes({ homes }: TopValues["domain"], production: boolean): Problem[] {
    return production && homes === "delete"
        ? [
              {
                  path: ["domain", "homes"],
                  found: homes,
                  rule: "production retains home directories when the domain is destroyed",
                  fix: "set homes: retain",
              },
          ]
        : [];
}
