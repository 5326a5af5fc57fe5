import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import { inputsOf, one, type RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { roleOf } from "../role";
import { recordUserRole } from "../userStack";
import { FEDERATION } from "./federation";

const SAML = "aws:iam/samlProvider:SamlProvider";
const OIDC = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const METADATA = readFileSync(path.resolve(__dirname, "../../stacks/idp-metadata.xml"), "utf8");

const MADE = {
    saml: { metadata: METADATA },
    oidc: { ...FEDERATION.oidc, providerArn: undefined, thumbprints: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"] },
};

describe("Identity providers of StudioUserRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordUserRole({ operators: [], federation: MADE });
    });

    it("are made from metadata and issuer", () => {
        const saml = inputsOf(recording, SAML, "user-saml");
        assert.equal(saml.samlMetadataDocument, METADATA);
        assert.deepEqual(saml.tags, { project: "fixture" });
        assert.match(String(saml.name), /^[\w.-]{1,128}$/);
        const { url, clientIdLists, thumbprintLists, tags } = inputsOf(recording, OIDC, "user-oidc");
        assert.deepEqual(
            [url, clientIdLists, thumbprintLists, tags],
            [
                "https://login.example.com/realms/studio",
                ["private-studio", "private-studio-cli"],
                ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
                { project: "fixture" },
            ],
        );
    });

    it("are those the trust names", () => {
        const federated = JSON.stringify(roleOf(recording, "user").trust).match(
            /arn:aws:iam::\d+:(saml|oidc)-provider[^"]+/g,
        );
        const arns = [one(recording, SAML, "user-saml"), one(recording, OIDC, "user-oidc")].map(
            ({ props }) => props.arn,
        );
        assert.deepEqual([...new Set(federated)], arns);
        assert.equal(arns[1], `arn:aws:iam::${PLACE.account}:oidc-provider/login.example.com/realms/studio`);
    });

    it("are known to the trust at a first preview", async () => {
        const role = (await recordUserRole({ federation: MADE })).graph.get(
            one(recording, "aws:iam/role:Role", "user").urn,
        );
        assert.equal(typeof role?.props.assumeRolePolicy, "string");
    });

    it("are not made where they exist or nobody asks for them", async () => {
        for (const federation of [undefined, FEDERATION]) {
            const { resources } = await recordUserRole({ federation });
            assert.deepEqual(
                resources.filter(({ type }) => type === SAML || type === OIDC).map(({ name }) => name),
                [],
            );
        }
    });

    it("leave thumbprints to IAM where none are given", async () => {
        const federation = { oidc: { ...MADE.oidc, thumbprints: [] } };
        assert.equal(inputsOf(await recordUserRole({ federation }), OIDC, "user-oidc").thumbprintLists, undefined);
    });
});

describe("Boundary of StudioUserRole", () => {
    it("is the one given, and none otherwise", async () => {
        const boundary = async (boundaryArn?: string): Promise<unknown> =>
            inputsOf(await recordUserRole({ boundaryArn }), "aws:iam/role:Role", "user").permissionsBoundary;
        const arn = `arn:aws:iam::${PLACE.account}:policy/person-boundary`;
        assert.equal(await boundary(arn), arn);
        assert.equal(await boundary(), undefined);
    });
});
