/** What the page in the browser must know; nothing of it is secret. */
export interface PageConfiguration {
    readonly region: string;
    readonly clientId: string;
    /** As the tokens name it. */
    readonly issuer: string;
    readonly signIn: PrivateSignIn | HostedSignIn;
}

/** Name and password by SRP, then a code, at the user pool's own interface. */
export interface PrivateSignIn {
    readonly mode: "private";
    readonly userPoolId: string;
    /** Of the user pools' interface in the region. */
    readonly endpoint: string;
}

/** Authorization code with PKCE at the user pool's domain. */
export interface HostedSignIn {
    readonly mode: "hosted";
    /** Host name of the user pool's domain. */
    readonly domain: string;
    /** What the access token must be good for, as the authorizer asks for it. */
    readonly scope: string;
}

interface Rule {
    readonly pattern: RegExp;
    readonly meaning: string;
}

const RULES = {
    REGION: { pattern: /^[a-z]{2}(?:-[a-z]+)+-\d$/, meaning: "a Region, as eu-west-1" },
    USER_POOL_ID: {
        pattern: /^[a-z0-9-]+_[0-9A-Za-z]{1,40}$/,
        meaning: "the id of a user pool, as eu-west-1_AbCdEf123",
    },
    CLIENT_ID: { pattern: /^[\w+]{1,128}$/, meaning: "the id of the user pool's client" },
    SIGN_IN: { pattern: /^(?:private|hosted)$/, meaning: "private or hosted" },
    HOSTED_DOMAIN: {
        pattern: /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
        meaning: "the host name of the user pool's domain, without https://",
    },
    // RFC 6749, "scope": printable without space, quotation mark and backslash.
    SCOPE: { pattern: /^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/, meaning: "one scope, as studio/open" },
} as const satisfies Record<string, Rule>;

type Key = keyof typeof RULES;

/**
 * The page's configuration from the function's environment: `REGION`, `USER_POOL_ID`, `CLIENT_ID`, `SIGN_IN`
 * (`private` or `hosted`) and, for `hosted`, `HOSTED_DOMAIN` and `SCOPE`.
 *
 * @throws Error naming every variable that is missing or not what it must be: the values end up in a document and in
 * its security policy, so nothing else is let through.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): PageConfiguration {
    const problems: string[] = [];
    const value = (key: Key): string => {
        const found = environment[key];
        if (found === undefined || !RULES[key].pattern.test(found)) {
            problems.push(
                `${key} is ${found === undefined ? "missing" : JSON.stringify(found)}, not ${RULES[key].meaning}.`,
            );
            return "";
        }
        return found;
    };
    const region = value("REGION");
    const userPoolId = value("USER_POOL_ID");
    const clientId = value("CLIENT_ID");
    const hosted = value("SIGN_IN") === "hosted";
    const endpoint = `https://cognito-idp.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}/`;
    const signIn: PrivateSignIn | HostedSignIn = hosted
        ? { mode: "hosted", domain: value("HOSTED_DOMAIN"), scope: value("SCOPE") }
        : { mode: "private", userPoolId, endpoint };
    if (userPoolId !== "" && region !== "" && !userPoolId.startsWith(`${region}_`)) {
        problems.push(`USER_POOL_ID ${userPoolId} is of another Region than REGION ${region}.`);
    }
    if (problems.length > 0) {
        throw new Error(`The page cannot be made from the function's environment:\n${problems.join("\n")}`);
    }
    return { region, clientId, issuer: `${endpoint}${userPoolId}`, signIn };
}
