import type { Caller, RequestContext } from "../../../policy-pack/iam";
import { PLACE } from "../../place";

export const SAML = `arn:aws:iam::${PLACE.account}:saml-provider/corporate`;
export const OIDC = `arn:aws:iam::${PLACE.account}:oidc-provider/login.example.com/realms/studio`;

/** Both kinds of provider, existing. */
export const FEDERATION = {
    saml: { providerArn: SAML },
    oidc: {
        issuer: "https://login.example.com/realms/studio",
        clientIds: ["private-studio", "private-studio-cli"],
        subjects: ["people|*"],
        thumbprints: [],
        providerArn: OIDC,
    },
};

/** Somebody whom the provider with this ARN vouches for. */
export function from(arn: string): Caller {
    return { arn, account: PLACE.account, type: "federated" };
}

const AUDIENCE = "https://signin.aws.amazon.com/saml";
const ISSUER = "login.example.com/realms/studio";

/** Tags a session asks for, as STS sees them. */
export function asked(tags: Readonly<Record<string, string>>): RequestContext {
    return {
        ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
        ...(Object.keys(tags).length === 0 ? {} : { "aws:TagKeys": Object.keys(tags) }),
    };
}

/** An assertion with the tags. */
export function assertion(
    tags: Readonly<Record<string, string>>,
    audience: string | undefined = AUDIENCE,
): RequestContext {
    return { ...asked(tags), "SAML:aud": audience, "SAML:iss": "https://login.example.com/saml", "SAML:sub": "jon" };
}

/** A token with the tags. */
export function token(
    tags: Readonly<Record<string, string>>,
    { audience = "private-studio", subject = "people|jon" }: { audience?: string; subject?: string } = {},
): RequestContext {
    return { ...asked(tags), [`${ISSUER}:aud`]: audience, [`${ISSUER}:sub`]: subject };
}
