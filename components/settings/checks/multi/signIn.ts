import type { Problem } from "../../problems";
import { isSecret } from "../../rawConfig";
import type { MultiValues } from "../../schema";
import { CLIENT_SECRET, HIDDEN } from "../../secrets";
import type { Surroundings } from "./surroundings";

type Access = MultiValues["access"];

/** Each mode of signing in has exactly its own keys, and every person has one way in. */
export function signInProblems({ raw, values }: Surroundings): Problem[] {
    const { access } = values;
    return access === undefined
        ? []
        : [
              ...(access.signIn.mode === "private" ? privateKeys(access) : hostedKeys(access)),
              ...usersProblems(access),
              ...throttleProblems(access),
              ...(access.signIn.oidc !== undefined && !isSecret(raw, "access") ? [openSecret()] : []),
          ];
}

const AT = ["access", "signIn"];

function privateKeys({ signIn }: Access): Problem[] {
    return (["domainPrefix", "saml", "oidc"] as const)
        .filter((key) => signIn[key] !== undefined)
        .map((key) => ({
            path: [...AT, key],
            found: key === "domainPrefix" ? signIn[key] : { name: signIn[key]?.name },
            rule: `${key} counts in mode hosted only: it needs a public domain of the user pool, and a pool with a domain cannot be used through an endpoint`,
            fix: `remove ${key}, or set mode: hosted`,
        }));
}

function hostedKeys({ signIn }: Access): Problem[] {
    return [
        ...(signIn.domainPrefix === undefined
            ? [
                  {
                      path: [...AT, "domainPrefix"],
                      found: undefined,
                      rule: "required in mode hosted: it names the sign-in pages' host",
                      fix: 'add it, for example domainPrefix: "acme-studio"',
                  },
              ]
            : []),
        ...(signIn.saml !== undefined && signIn.oidc !== undefined
            ? [
                  {
                      path: [...AT, "oidc"],
                      found: { name: signIn.oidc.name },
                      rule: "one identity provider: with two, a name would be whoever either says it is",
                      fix: "remove saml or oidc",
                  },
              ]
            : []),
    ];
}

/** A pool user with a password is a way in beside the identity provider, past its own checks. */
function usersProblems({ signIn, createUsers }: Access): Problem[] {
    const provider = signIn.saml ?? signIn.oidc;
    return createUsers === true && signIn.mode === "hosted" && provider !== undefined
        ? [
              {
                  path: ["access", "createUsers"],
                  found: true,
                  rule: `people sign in at ${provider.name}; a user of the pool would be a second way in under the same name`,
                  fix: "remove createUsers, or the identity provider",
              },
          ]
        : [];
}

function throttleProblems({ throttle: { requestsPerSecond, burst } }: Access): Problem[] {
    return burst < Math.min(requestsPerSecond, 5000)
        ? [
              {
                  path: ["access", "throttle", "burst"],
                  found: burst,
                  rule: `burst is at least requestsPerSecond, ${requestsPerSecond}, or that many are never reached`,
                  fix: "raise burst or lower requestsPerSecond",
              },
          ]
        : [];
}

function openSecret(): Problem {
    return {
        path: [...CLIENT_SECRET],
        found: HIDDEN,
        rule: "the client secret is a secret; here it stands in clear",
        fix: `have the provider make another, and set it with pulumi config set --secret --path 'private-studio:${CLIENT_SECRET.join(".")}'`,
    };
}
