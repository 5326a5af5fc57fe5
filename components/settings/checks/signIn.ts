import { BUILT_IN_PERSONAS, USUAL_PERSONA } from "../../names";
import type { Problem } from "../problems";
import type { TopValues } from "../schema";

type Access = TopValues["access"];
type Users = TopValues["users"];

/** What only mode `iam` has, and why the other has it not. */
const IAM_ONLY: Readonly<Record<string, string>> = {
    from: "conditions on the network bind presigned URLs, and this mode has none: the portal signs people in from everywhere",
    addresses:
        "conditions on the network bind presigned URLs, and this mode has none: the portal signs people in from everywhere",
    tag: "no session carries a person's tag: which profile opens, the assignment in IAM Identity Center decides",
    principals: "nobody assumes a user role: who enters are the members of access.groups",
    operators: "SageMaker makes no presigned URL in this mode, for nobody: an operator cannot open another's profile",
    federation: "nobody assumes a user role: connect the identity provider to IAM Identity Center itself",
};

/**
 * Each mode has exactly its own keys; what it cannot have is refused with the reason.
 *
 * @param throughService whether an access service lets people in, in place of whoever `access` names; default: no
 */
export function signInProblems(
    access: Access,
    given: readonly string[],
    users: Users | undefined,
    throughService = false,
): Problem[] {
    return access.mode === "iam"
        ? [...(throughService ? [] : iamKeys(access, given)), ...iamUsers(users ?? [])]
        : [...identityCenterKeys(access, given), ...identityCenterUsers(access, users ?? [])];
}

function iamKeys({ principals, federation, ...access }: Access, given: readonly string[]): Problem[] {
    const entries = principals.length > 0 || federation !== undefined;
    return [
        ...(entries
            ? []
            : [
                  {
                      path: ["access", "principals"],
                      found: given.includes("principals") ? principals : undefined,
                      rule: "required: nobody may enter unless named, by principals or by federation",
                      fix: 'add it, for example principals: ["arn:aws:iam::111122223333:role/data-scientists"]',
                  },
              ]),
        ...(["groups", "identityCenter"] as const)
            .filter((key) => given.includes(key))
            .map((key) => ({
                path: ["access", key],
                found: access[key],
                rule: `${key} counts in mode identity-center only: in mode iam the tag of a person decides, not a group`,
                fix: `remove ${key}, or set mode: identity-center`,
            })),
    ];
}

function iamUsers(users: Users): Problem[] {
    return users.flatMap(({ group, userName }, index) =>
        Object.entries({ group, userName }).flatMap(([key, value]) =>
            value === undefined
                ? []
                : [
                      {
                          path: ["users", index, key],
                          found: value,
                          rule: `${key} is of IAM Identity Center: it counts in mode identity-center only`,
                          fix: `remove ${key}, or set access.mode: identity-center`,
                      },
                  ],
        ),
    );
}

function identityCenterKeys(access: Access, given: readonly string[]): Problem[] {
    // Metadata of an identity provider is too long to be shown.
    const values: Readonly<Record<string, unknown>> = { ...access, federation: Object.keys(access.federation ?? {}) };
    return [
        ...Object.entries(IAM_ONLY)
            .filter(([key]) => given.includes(key))
            .map(([key, why]) => ({
                path: ["access", key],
                found: values[key],
                rule: `mode identity-center has no ${key}: ${why}`,
                fix: `remove ${key}, or use mode: iam`,
            })),
        ...(access.groups.length > 0
            ? []
            : [
                  {
                      path: ["access", "groups"],
                      found: given.includes("groups") ? access.groups : undefined,
                      rule: "required in mode identity-center: nobody may enter unless a group is named",
                      fix: 'add it, for example groups: [{ group: "studio-data-scientists", persona: "data-scientist" }]',
                  },
              ]),
    ];
}

function identityCenterUsers({ groups }: Access, users: Users): Problem[] {
    const known = groups.map(({ group }) => group);
    const owners = new Map<string, string>();
    return users.flatMap((user, index): Problem[] => {
        const at = (key: string): (string | number)[] => ["users", index, key];
        const userName = user.userName ?? user.name;
        const other = owners.get(userName.toLowerCase());
        owners.set(userName.toLowerCase(), other ?? user.name);
        return [
            ...groupProblems(user, known, at),
            ...(user.tag === undefined
                ? []
                : [
                      {
                          path: at("tag"),
                          found: user.tag,
                          rule: "mode identity-center has no tag: the user's assignment decides who opens the profile",
                          fix: "remove tag, or use access.mode: iam",
                      },
                  ]),
            ...(other === undefined
                ? []
                : [
                      {
                          path: at(user.userName === undefined ? "name" : "userName"),
                          found: userName,
                          rule: `a user of IAM Identity Center has one profile in a domain; this one has that of "${other}"`,
                          fix: "remove one of the two; several profiles for one person need access.mode: iam",
                      },
                  ]),
        ];
    });
}

function groupProblems(
    user: Users[number],
    known: readonly string[],
    at: (key: string) => (string | number)[],
): Problem[] {
    if (user.group === undefined) {
        const rule = "required in mode identity-center: a user enters as member of a group of access.groups";
        const example = known[0] ?? "studio-data-scientists";
        return [{ path: at("group"), found: undefined, rule, fix: `add it, for example group: "${example}"` }];
    }
    return [
        ...(known.includes(user.group) || known.length === 0
            ? []
            : [
                  {
                      path: at("group"),
                      found: user.group,
                      rule: `a user's group is one of access.groups: ${known.join(", ")}`,
                      fix: "name one of them, or add the group to access.groups",
                  },
              ]),
        ...(user.persona === USUAL_PERSONA && user.team === undefined
            ? []
            : [
                  {
                      path: at(user.team === undefined ? "persona" : "team"),
                      found: user.team ?? user.persona,
                      rule: "persona and team of a user with a group are the group's",
                      fix: "write them in access.groups, and name another group where a member differs",
                  },
              ]),
    ];
}

/** A group's persona is built in or one of the stack file's own. */
export function groupPersonasAreKnown({ groups }: Access, { personas }: TopValues["security"]): Problem[] {
    const known: readonly string[] = [...BUILT_IN_PERSONAS, ...Object.keys(personas)];
    return groups.flatMap(({ persona }, index) =>
        known.includes(persona)
            ? []
            : [
                  {
                      path: ["access", "groups", index, "persona"],
                      found: persona,
                      rule: `a persona is one of ${known.join(", ")}`,
                      fix: "name one of them, or add it to security.personas",
                  },
              ],
    );
}
