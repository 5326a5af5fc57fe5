import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { AwsError } from "./errors";
import type { Place } from "./place";
import { Provider } from "./provider";
import { Store } from "./store";
import type { Properties } from "./values";

const PLACE: Place = { account: "444455556666", region: "eu-west-1", defaultTags: {} };
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [] });

/** What AWS refuses of an API, a user pool and a table, each beside the same call with what it wants. */
describe("emulated aws: the access service's API and user pool", () => {
    let directory: string;
    let provider: Provider;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "access-"));
        provider = new Provider(new Store(directory));
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    function make(type: string, inputs: Properties): string {
        const target = { type: `aws:${type}`, name: "it", place: PLACE };
        const checked = provider.check(target, inputs, {});
        assert.deepEqual(checked.failures, []);
        return provider.create(target, checked.inputs, false).id;
    }

    function refuses(code: string, text: RegExp, call: () => unknown): void {
        assert.throws(call, (error: unknown) => {
            assert.ok(error instanceof AwsError);
            assert.match(`${error.code} ${error.message}`, new RegExp(`${code}.*${text.source}`, "s"));
            return true;
        });
    }

    it("deploys an API once every method has an integration and a private one its policy", () => {
        const restApi = make("apigateway/restApi:RestApi", { endpointConfiguration: { types: "PRIVATE" } });
        const resourceId = make("apigateway/resource:Resource", { restApi, parentId: "root", pathPart: "session" });
        const deploy = (): string => make("apigateway/deployment:Deployment", { restApi });
        const integrate = (): string =>
            make("apigateway/integration:Integration", { restApi, resourceId, httpMethod: "GET", type: "MOCK" });
        refuses("BadRequestException", /doesn't contain any methods/, deploy);
        refuses("NotFoundException", /Invalid Method/, integrate);
        make("apigateway/method:Method", { restApi, resourceId, httpMethod: "GET", authorization: "NONE" });
        refuses("BadRequestException", /No integration defined/, deploy);
        integrate();
        refuses("BadRequestException", /doesn't have a resource policy/, deploy);
        make("apigateway/restApiPolicy:RestApiPolicy", { restApiId: restApi, policy: POLICY });
        const deployment = deploy();
        const logGroup = make("cloudwatch/logGroup:LogGroup", { name: "/logs" });
        const stage = (): string =>
            make("apigateway/stage:Stage", {
                restApi,
                deployment,
                stageName: "studio",
                accessLogSettings: { destinationArn: logGroupArn(logGroup), format: "{}" },
            });
        refuses("BadRequestException", /CloudWatch Logs role ARN must be set/, stage);
        const account = (): string => make("apigateway/account:Account", { cloudwatchRoleArn: roleArn(role) });
        const role = make("iam/role:Role", { name: "api-logs", assumeRolePolicy: POLICY });
        refuses("BadRequestException", /does not have required permissions/, account);
        make("iam/rolePolicy:RolePolicy", {
            role,
            policy: JSON.stringify({ Statement: [{ Action: "logs:PutLogEvents" }] }),
        });
        account();
        assert.equal(stage(), `ags-${restApi}-studio`);
    });

    it("has threat protection with the plan Plus only, and scopes and providers that exist", () => {
        const userPoolAddOns = { advancedSecurityMode: "ENFORCED" };
        refuses("FeatureUnavailableInTierException", /needs the plan Plus/, () =>
            make("cognito/userPool:UserPool", { userPoolTier: "ESSENTIALS", userPoolAddOns }),
        );
        const userPoolId = make("cognito/userPool:UserPool", { userPoolTier: "PLUS", userPoolAddOns });
        const client = (more: Properties): string =>
            make("cognito/userPoolClient:UserPoolClient", { userPoolId, ...more });
        refuses("ScopeDoesNotExistException", /studio\/open/, () => client({ allowedOauthScopes: ["studio/open"] }));
        refuses("InvalidParameterException", /acme/, () => client({ supportedIdentityProviders: ["acme"] }));
        make("cognito/resourceServer:ResourceServer", { userPoolId, identifier: "studio" });
        make("cognito/identityProvider:IdentityProvider", {
            userPoolId,
            providerName: "acme",
            providerType: "SAML",
            providerDetails: { MetadataURL: "https://idp.example.com" },
        });
        assert.match(
            client({ allowedOauthScopes: ["openid", "studio/open"], supportedIdentityProviders: ["acme"] }),
            /^[a-z0-9]{26}$/,
        );
    });

    function logGroupArn(name: string): string {
        return `arn:aws:logs:eu-west-1:${PLACE.account}:log-group:${name}`;
    }

    function roleArn(name: string): string {
        return `arn:aws:iam::${PLACE.account}:role/${name}`;
    }
});
