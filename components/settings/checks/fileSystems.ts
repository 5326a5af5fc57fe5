import type { Problem } from "../problems";
import type { TopValues } from "../schema";

type Domain = TopValues["domain"];

/** Each file system is attached once, and people's numbers count in file systems only. */
export function fileSystemProblems({ fileSystems, posixUser }: Domain): Problem[] {
    return [
        ...fileSystems.flatMap(({ id }, index) =>
            fileSystems.findIndex((other) => other.id === id) === index
                ? []
                : [
                      {
                          path: ["domain", "fileSystems", index, "id"],
                          found: id,
                          rule: "each file system is attached once",
                          fix: "remove the second mention; a folder above both shows both",
                      },
                  ],
        ),
        ...(posixUser !== undefined && fileSystems.length === 0
            ? [
                  {
                      path: ["domain", "posixUser"],
                      found: posixUser,
                      rule: "the numbers count in fileSystems only, and there are none",
                      fix: "remove posixUser, or add the file system",
                  },
              ]
            : []),
    ];
}
