import type { LobRead } from "../../multi/lob";
import type { Problem } from "../../problems";
import { withProfiles } from "../users";
import type { Surroundings } from "./surroundings";

/**
 * A person's name at the access service: name of the session, source identity and session tag at once. Lower case
 * only, because Cognito's names here have no case and IAM's values have. Source: AWS STS API AssumeRole, RoleSessionName
 * and SourceIdentity.
 */
const PERSON = /^[a-z0-9](?:[a-z0-9._+=@-]{0,62}[a-z0-9])$/;

/** Every person is somebody who can sign in, and every profile is one entry of the directory. */
export function peopleProblems({ lobs }: Surroundings): Problem[] {
    return [...lobs.flatMap(names), ...directoryNames(lobs)];
}

function names({ index, known: { users = [] } }: LobRead): Problem[] {
    return users.flatMap(({ tag }, user): Problem[] =>
        tag === undefined || PERSON.test(tag)
            ? []
            : [
                  {
                      path: ["lobs", index, "users", user, "tag"],
                      found: tag,
                      rule: "a person's tag is the name they sign in with, of 2 to 64 lower-case letters, digits and . _ + = @ -, with a letter or digit at both ends",
                      fix: PERSON.test(tag.toLowerCase())
                          ? `write ${tag.toLowerCase()}`
                          : "write a name such as jon.doe, and use it at the sign-in",
                  },
              ],
    );
}

/** The directory's entries are called after line and profile, joined by a hyphen, which both may contain. */
function directoryNames(lobs: readonly LobRead[]): Problem[] {
    const owners = new Map<string, LobRead>();
    return lobs.flatMap((lob) =>
        withProfiles(lob.known.users ?? []).flatMap(({ profile }, index): Problem[] => {
            const name = `${lob.value.name}-${profile}`;
            const other = owners.get(name);
            owners.set(name, other ?? lob);
            return other === undefined || other.value.name === lob.value.name
                ? []
                : [
                      {
                          path: [
                              "lobs",
                              lob.index,
                              "users",
                              index,
                              lob.known.users?.[index]?.profile === undefined ? "name" : "profile",
                          ],
                          found: profile,
                          rule: `the entry of this profile in the directory would be called ${name}, as one of ${other.value.name} is`,
                          fix: "give one of the two profiles another name",
                      },
                  ];
        }),
    );
}
