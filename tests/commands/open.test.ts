import assert from "node:assert/strict";
import { CreatePresignedDomainUrlCommand, SageMakerClient, SageMakerServiceException } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient, STSServiceException } from "@aws-sdk/client-sts";
import { mockClient } from "aws-sdk-client-mock";

import { UserError } from "../../commands/open/outputs";
import { type ClientFactory, open } from "../../commands/open/run";
import { LINK, OpenFixture, OUTPUTS, STACK } from "./openFixture";

const CREDENTIALS = {
    AccessKeyId: "ASIAEXAMPLE",
    SecretAccessKey: "key-of-nobody",
    SessionToken: "token-of-nobody",
    Expiration: new Date(0),
};

const sts = mockClient(STSClient);
const sagemaker = mockClient(SageMakerClient);
const clients: ClientFactory = (region) => ({
    sts: new STSClient({ region }),
    sagemaker: (credentials) => new SageMakerClient({ region, credentials }),
});

describe("open", () => {
    const fixture = new OpenFixture();

    beforeEach(() => {
        sts.reset();
        sagemaker.reset();
        sts.on(AssumeRoleCommand).resolves({ Credentials: CREDENTIALS });
        sagemaker.on(CreatePresignedDomainUrlCommand).resolves({ AuthorizedUrl: LINK });
    });

    after(() => {
        sts.restore();
        sagemaker.restore();
        fixture.remove();
    });

    const people: readonly (readonly [string, string, string, string])[] = [
        ["jon@example.com", "jon@example.com", "a00002", "jon-example-com"],
        ["lwdvin+developer", "lwdvin+developer", "a01234", "lwdvin-dev"],
        ["Zoë Doe", "Zo--Doe", "a00003", "zoe"],
    ];
    for (const [user, session, tag, profile] of people) {
        it(`asks for the profile of ${user} with their tag, for 20 seconds and 8 hours`, async () => {
            assert.equal(await open(fixture.options({ user }), clients), LINK);
            assert.deepEqual(
                sts.calls().map(({ args }) => args[0].input),
                [
                    {
                        RoleArn: OUTPUTS.userRoleArn,
                        RoleSessionName: session,
                        DurationSeconds: 900,
                        Tags: [{ Key: "personId", Value: tag }],
                    },
                ],
            );
            assert.deepEqual(
                sagemaker.calls().map(({ args }) => args[0].input),
                [
                    {
                        DomainId: OUTPUTS.domainId,
                        UserProfileName: profile,
                        ExpiresInSeconds: 20,
                        SessionExpirationDurationInSeconds: 28800,
                    },
                ],
            );
        });
    }

    it("asks SageMaker in the stack's region with the credentials of the role", async () => {
        await open(fixture.options(), clients);
        const { config } = sagemaker.calls()[0]?.thisValue as SageMakerClient;
        const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
        assert.deepEqual(
            [await config.region(), accessKeyId, secretAccessKey, sessionToken],
            ["eu-west-1", CREDENTIALS.AccessKeyId, CREDENTIALS.SecretAccessKey, CREDENTIALS.SessionToken],
        );
    });

    it("names sessions as STS accepts them, whatever the person is called", async () => {
        const names = ["x", "a".repeat(64)];
        const users = names
            .map((name, index) => `    - { name: ${name}, tag: t${index}, profile: p${index} }`)
            .join("\n");
        const named = fixture.file("named.yaml", `${STACK}${users}\n`);
        for (const user of names) {
            await open(fixture.options({ user, stackFile: named }), clients);
        }
        assert.deepEqual(
            sts.calls().map(({ args }) => (args[0].input as AssumeRoleCommandInput).RoleSessionName),
            ["x-", "a".repeat(64)],
        );
    });

    const client = { $fault: "client", $metadata: {} } as const;
    const refusals: readonly (readonly [string, () => unknown, RegExp])[] = [
        [
            "STS denies",
            () =>
                sts
                    .on(AssumeRoleCommand)
                    .rejects(new STSServiceException({ name: "AccessDenied", message: "not authorized", ...client })),
            /^AccessDenied: not authorized\nYour credentials may not do this: .* Try --explain\.$/,
        ],
        [
            "SageMaker denies",
            () =>
                sagemaker.on(CreatePresignedDomainUrlCommand).rejects(
                    new SageMakerServiceException({
                        name: "AccessDeniedException",
                        message: "not authorized",
                        ...client,
                    }),
                ),
            /^AccessDeniedException: not authorized\nThe role may not open this profile from here: /,
        ],
        [
            "the profile does not exist",
            () =>
                sagemaker.on(CreatePresignedDomainUrlCommand).rejects(
                    new SageMakerServiceException({
                        name: "ResourceNotFound",
                        message: "no such profile",
                        ...client,
                    }),
                ),
            /^ResourceNotFound: no such profile\nThe domain or the profile does not exist: /,
        ],
        [
            "the caller's credentials have expired",
            () =>
                sts
                    .on(AssumeRoleCommand)
                    .rejects(
                        new STSServiceException({ name: "ExpiredToken", message: "The token is expired", ...client }),
                    ),
            /^ExpiredToken: The token is expired\nYour AWS credentials have expired: sign in again\.$/,
        ],
        [
            "AWS is not reached",
            () => sts.on(AssumeRoleCommand).rejects(new Error("getaddrinfo ENOTFOUND sts.eu-west-1.amazonaws.com")),
            /^Error: getaddrinfo ENOTFOUND .*\nThe call did not succeed; nothing was opened\.$/,
        ],
        [
            "STS answers nothing",
            () => sts.on(AssumeRoleCommand).resolves({}),
            /^Error: AWS STS answered without credentials\n/,
        ],
        [
            "SageMaker answers nothing",
            () => sagemaker.on(CreatePresignedDomainUrlCommand).resolves({}),
            /^Error: SageMaker answered without a link\n/,
        ],
    ];
    for (const [what, arrange, message] of refusals) {
        it(`${what}: tells what and what to do, without key or link`, async () => {
            arrange();
            await assert.rejects(open(fixture.options(), clients), (error) => {
                assert.ok(error instanceof UserError);
                assert.match(error.message, message);
                assert.doesNotMatch(error.message, /bearer-of-nobody|key-of-nobody|token-of-nobody/);
                return true;
            });
        });
    }
});
