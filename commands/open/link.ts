import { CreatePresignedDomainUrlCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";

/** What opening one profile takes. */
export interface LinkRequest {
    readonly userRoleArn: string;
    readonly domainId: string;
    readonly profile: string;
    /** Key and value of the tag that ties the profile to a person. */
    readonly tag: { readonly key: string; readonly value: string };
    /** Name of the user, for the session's name in CloudTrail. */
    readonly user: string;
}

/** Credentials of the assumed role, as AWS clients take them. */
export interface SessionCredentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
}

/** Clients, so that tests and other regions bring their own. */
export interface LinkClients {
    readonly sts: STSClient;
    /** Makes a SageMaker client with the credentials of the assumed role. */
    readonly sagemaker: (credentials: SessionCredentials) => SageMakerClient;
}

/** Seconds the link may wait to be opened; SageMaker takes 5 to 300. Short, because whoever holds it may use it. */
const LINK_SECONDS = 20;

/** Seconds the Studio session lasts; SageMaker takes 1800 to 43200. A working day. */
const SESSION_SECONDS = 8 * 60 * 60;

/** Seconds of the role session: the link is used at once, so the shortest AWS allows is enough. */
const ROLE_SECONDS = 900;

/**
 * Makes the link with the caller's own credentials: assumes the user role with the person's tag and asks SageMaker.
 * The answer is a bearer secret: print it once, never log it.
 */
export async function makeLink(request: LinkRequest, clients: LinkClients): Promise<string> {
    const { Credentials } = await clients.sts.send(
        new AssumeRoleCommand({
            RoleArn: request.userRoleArn,
            RoleSessionName: sessionName(request.user),
            DurationSeconds: ROLE_SECONDS,
            Tags: [{ Key: request.tag.key, Value: request.tag.value }],
        }),
    );
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken) {
        throw new Error("AWS STS answered without credentials");
    }
    const session: SessionCredentials = {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
    };
    const { AuthorizedUrl } = await clients.sagemaker(session).send(
        new CreatePresignedDomainUrlCommand({
            DomainId: request.domainId,
            UserProfileName: request.profile,
            ExpiresInSeconds: LINK_SECONDS,
            SessionExpirationDurationInSeconds: SESSION_SECONDS,
        }),
    );
    if (AuthorizedUrl === undefined) {
        throw new Error("SageMaker answered without a link");
    }
    return AuthorizedUrl;
}

/** STS API AssumeRole: RoleSessionName takes 2 to 64 of these characters. */
function sessionName(user: string): string {
    return user
        .replace(/[^\w+=,.@-]/g, "-")
        .slice(0, 64)
        .padEnd(2, "-");
}
