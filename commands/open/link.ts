import { CreatePresignedDomainUrlCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";

/** What opening one profile takes. */
export interface LinkRequest {
    readonly userRoleArn: string;
    readonly domainId: string;
    readonly profile: string;
    /** Key and value of the tag that ties the profile to a person. */
    readonly tag: { readonly key: string; readonly value: string };
    /** Name of the user, for the session's name in CloudTrail. */
    readonly user: string;
    /** Whether people may come from an identity provider, and then hold a session of the user role already. */
    readonly federated: boolean;
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
    /** Makes a SageMaker client with the credentials of the assumed role; without any, with the caller's own. */
    readonly sagemaker: (credentials?: SessionCredentials) => SageMakerClient;
}

/** Seconds the link may wait to be opened; SageMaker takes 5 to 300. Short, because whoever holds it may use it. */
const LINK_SECONDS = 20;

/** Seconds the Studio session lasts; SageMaker takes 1800 to 43200. A working day. */
const SESSION_SECONDS = 8 * 60 * 60;

/** Seconds of the role session: the link is used at once, so the shortest AWS allows is enough. */
const ROLE_SECONDS = 900;

/**
 * Makes the link with the caller's own credentials: assumes the user role with the person's tag and asks SageMaker. Who
 * came from an identity provider is in the role already, with the tag the provider vouches for.
 * The answer is a bearer secret: print it once, never log it.
 */
export async function makeLink(request: LinkRequest, clients: LinkClients): Promise<string> {
    const session =
        request.federated && (await isUserRole(request, clients)) ? undefined : await assume(request, clients);
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

/** Whether the caller's own session is one of the user role: `arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
async function isUserRole({ userRoleArn }: LinkRequest, { sts }: LinkClients): Promise<boolean> {
    const { Arn = "" } = await sts.send(new GetCallerIdentityCommand({}));
    const [, partition, , , account, resource = ""] = Arn.split(":");
    const [kind, role] = resource.split("/");
    return kind === "assumed-role" && userRoleArn === `arn:${partition}:iam::${account}:role/${role}`;
}

async function assume(request: LinkRequest, clients: LinkClients): Promise<SessionCredentials> {
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
    return {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
    };
}

/** STS API AssumeRole: RoleSessionName takes 2 to 64 of these characters. */
function sessionName(user: string): string {
    return user
        .replace(/[^\w+=,.@-]/g, "-")
        .slice(0, 64)
        .padEnd(2, "-");
}
