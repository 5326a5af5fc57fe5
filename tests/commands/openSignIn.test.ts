import assert from "node:assert/strict";
import { CreatePresignedDomainUrlCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { mockClient } from "aws-sdk-client-mock";

import type { SessionCredentials } from "../../commands/open/link";
import { UserError } from "../../commands/open/outputs";
import { type ClientFactory, open } from "../../commands/open/run";
import { LINK, noClients, OpenFixture, STACK } from "./openFixture";

const FEDERATED = STACK.replace(
    "principals: [arn:aws:iam::111122223333:role/data-scientists]",
    "federation: { saml: { providerArn: arn:aws:iam::111122223333:saml-provider/corporate } }",
);

const IDENTITY_CENTER = STACK.replace(
    "    tag: personId\n    principals: [arn:aws:iam::111122223333:role/data-scientists]",
    "    mode: identity-center\n    groups: [{ group: scientists }]",
).replaceAll(/tag: a\d+/g, "group: scientists");

const sts = mockClient(STSClient);
const sagemaker = mockClient(SageMakerClient);

describe("open, where people come from an identity provider", () => {
    const fixture = new OpenFixture();
    const stackFile = fixture.file("Pulumi.federated.yaml", FEDERATED);
    let credentials: (SessionCredentials | undefined)[];
    const clients: ClientFactory = (region) => ({
        sts: new STSClient({ region }),
        sagemaker: (given) => {
            credentials.push(given);
            return new SageMakerClient({ region });
        },
    });

    beforeEach(() => {
        credentials = [];
        sts.reset();
        sagemaker.reset();
        sagemaker.on(CreatePresignedDomainUrlCommand).resolves({ AuthorizedUrl: LINK });
        sts.on(AssumeRoleCommand).resolves({
            Credentials: {
                AccessKeyId: "ASIA",
                SecretAccessKey: "key",
                SessionToken: "token",
                Expiration: new Date(0),
            },
        });
    });

    after(() => {
        sts.restore();
        sagemaker.restore();
        fixture.remove();
    });

    const callerIs = (Arn: string): void => {
        sts.on(GetCallerIdentityCommand).resolves({ Arn });
    };

    it("uses the session they are in, with the tag the provider vouched for", async () => {
        callerIs("arn:aws:sts::111122223333:assumed-role/dev-user/jon");
        assert.equal(await open(fixture.options({ stackFile }), clients), LINK);
        assert.deepEqual(credentials, [undefined]);
        assert.equal(sts.commandCalls(AssumeRoleCommand).length, 0);
    });

    for (const caller of [
        "arn:aws:sts::111122223333:assumed-role/studio-operators/ann",
        "arn:aws:sts::444455556666:assumed-role/dev-user/jon",
        "arn:aws:sts::111122223333:assumed-role/dev-user-2/jon",
        "arn:aws:iam::111122223333:user/dev-user",
    ]) {
        it(`assumes the role for ${caller}, who is not in it`, async () => {
            callerIs(caller);
            await open(fixture.options({ stackFile }), clients);
            assert.equal(sts.commandCalls(AssumeRoleCommand).length, 1);
            assert.deepEqual(credentials, [{ accessKeyId: "ASIA", secretAccessKey: "key", sessionToken: "token" }]);
        });
    }
});

describe("open, where IAM Identity Center signs people in", () => {
    const fixture = new OpenFixture();
    const stackFile = fixture.file("Pulumi.center.yaml", IDENTITY_CENTER);

    after(() => fixture.remove());

    for (const explain of [false, true]) {
        it(`says why there is no link and what to do${explain ? ", asked to explain too" : ""}, without any call`, async () => {
            await assert.rejects(open(fixture.options({ stackFile, explain }), noClients), (error) => {
                assert.ok(error instanceof UserError);
                assert.deepEqual(error.message.split("\n"), [
                    "Stack center signs people in through IAM Identity Center (access.mode), and SageMaker makes no presigned URL for such a domain: there is no link to print, and no operator can open a profile for jon@example.com.",
                    'jon@example.com opens Studio from the access portal of IAM Identity Center, or at the address "pulumi stack output domainUrl --stack center" prints.',
                    "Who enters is decided by the groups of access.groups and their members; npm start says what is proven of it.",
                ]);
                return true;
            });
        });
    }
});
