import { type Scenario, scenario, sessionPolicy } from "./scenario";

const UNAVAILABLE = { status: 503, error: "unavailable" };
const API = "SageMaker API CreatePresignedDomainUrl, ";
const DOMAIN = "https://d-aaaaaaaaaaaa.studio.eu-west-1.sagemaker.aws";

const link = (name: string, person: string, url: string): Scenario =>
    scenario({
        name: `a link ${name}`,
        person,
        sagemaker: { url },
        answer: UNAVAILABLE,
        source: `${API}AuthorizedUrl: the domain's own address`,
    });

/** Requests to SageMaker with the credentials of a role that admitted the person, and its verdicts; see `STS_VERDICTS`. */
export const SAGEMAKER_VERDICTS: readonly Scenario[] = [
    scenario({
        name: "a profile whose tag is another person's",
        person: "not.my.profile",
        sagemaker: { code: "AccessDeniedException" },
        answer: { status: 403, error: "not_allowed" },
        source: "Service authorization reference, SageMaker: sagemaker:ResourceTag on user-profile",
    }),
    scenario({
        name: "a session policy for another profile",
        person: "other.policy",
        fault: [/(:user-profile\/\$\{[\w$]+\}\/)\$\{[\w$]+\}/, "$1somebody-else"],
        assumes: {
            Policy: sessionPolicy("arn:aws:sagemaker:eu-west-1:222233334444:user-profile/d-aaaaaaaaaaaa/somebody-else"),
        },
        sagemaker: { code: "AccessDeniedException" },
        answer: { status: 403, error: "not_allowed" },
        source: "IAM user guide, Policies and permissions, session policies: permissions are the intersection",
    }),
    scenario({
        name: "a profile that is gone",
        person: "profile.gone",
        sagemaker: { code: "ResourceNotFound" },
        answer: { status: 404, error: "profile_gone" },
        source: `${API}errors, ResourceNotFound`,
    }),
    scenario({
        name: "a domain that is gone",
        person: "domain.gone",
        directory: { domainId: "d-cccccccccccc" },
        sagemaker: { code: "ResourceNotFound" },
        answer: { status: 404, error: "profile_gone" },
        source: `${API}errors, ResourceNotFound`,
    }),
    scenario({
        name: "a domain people sign in to by Identity Center",
        person: "sso.domain",
        sagemaker: { code: "ValidationException" },
        answer: UNAVAILABLE,
        source: `${API}can only be called when the authentication mode equals IAM`,
    }),
    scenario({
        name: "a link of three seconds",
        person: "short.link",
        fault: [/(?<!Duration\w*)ExpiresInSeconds:[\w$]+/, "ExpiresInSeconds:3"],
        presigns: { ExpiresInSeconds: 3 },
        sagemaker: { code: "ValidationException" },
        answer: UNAVAILABLE,
        source: `${API}ExpiresInSeconds: minimum value of 5`,
    }),
    scenario({
        name: "a session of a day",
        person: "long.session",
        fault: [/SessionExpirationDurationInSeconds:[\w$]+/, "SessionExpirationDurationInSeconds:86400"],
        presigns: { SessionExpirationDurationInSeconds: 86_400 },
        sagemaker: { code: "ValidationException" },
        answer: UNAVAILABLE,
        source: `${API}SessionExpirationDurationInSeconds: maximum value of 43200`,
    }),
    link("without TLS", "plain.link", "http://d-aaaaaaaaaaaa.studio.eu-west-1.sagemaker.aws/auth"),
    link("to another domain's Studio", "domain.link", "https://d-bbbbbbbbbbbb.studio.eu-west-1.sagemaker.aws/auth"),
    link("to another Region", "region.link", "https://d-aaaaaaaaaaaa.studio.eu-west-2.sagemaker.aws/auth"),
    link("to somewhere else", "foreign.link", `${DOMAIN}.example.com/auth`),
    link("to another port", "port.link", `${DOMAIN}:8443/auth`),
    link("with a user in it", "user.link", "https://d-aaaaaaaaaaaa.studio.eu-west-1.sagemaker.aws@example.com/auth"),
];
