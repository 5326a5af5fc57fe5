import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import { metadataMistake } from "../../components/settings/samlMetadata";
import { parseSettings } from "../../components/settings";
import { edited, PROJECT, read, sample, singleOf } from "./helper";

const METADATA = readFileSync(path.resolve(__dirname, "../stacks/idp-metadata.xml"), "utf8");
const FIX = "export the metadata from the identity provider once more, and name that file";
const OUTERMOST = "metadata is XML whose outermost element is one EntityDescriptor";

const MISTAKES: readonly (readonly [name: string, text: string, rule: string, fix: string])[] = [
    ["no XML", "idp: https://login.example.com", OUTERMOST, FIX],
    ["another element", METADATA.replaceAll("EntityDescriptor", "EntitiesDescriptor"), OUTERMOST, FIX],
    ["half a document", METADATA.replace("</md:EntityDescriptor>", ""), OUTERMOST, FIX],
    [
        "a document type",
        METADATA.replace("<md:Entity", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><md:Entity'),
        "metadata has no document type definition",
        FIX,
    ],
    [
        "a private key in PEM",
        METADATA.replace("</md:IDP", "-----BEGIN PRIVATE KEY-----\nMIIE\n</md:IDP"),
        "metadata holds certificates, never a private key",
        "take the private key out, replace it at the identity provider, and export the metadata only",
    ],
    [
        "a private key in XML",
        METADATA.replace("</md:IDP", "<RSAKeyValue><Modulus>AQ</Modulus><D>c2VjcmV0</D></RSAKeyValue></md:IDP"),
        "metadata holds certificates, never a private key",
        "take the private key out, replace it at the identity provider, and export the metadata only",
    ],
    [
        "the metadata of a service provider",
        METADATA.replaceAll("IDPSSODescriptor", "SPSSODescriptor"),
        "metadata describes an identity provider: an EntityDescriptor with entityID and an IDPSSODescriptor",
        "export the metadata of the identity provider, not of the service provider",
    ],
    [
        "no certificate",
        METADATA.replaceAll("X509Certificate", "KeyName"),
        "metadata holds the certificate that signs assertions",
        FIX,
    ],
    ["less than IAM takes", METADATA.replace(/[A-Za-z0-9+/=\n]{600,}/, "MIID"), "", FIX],
];

describe("settings: SAML metadata", () => {
    it("as an identity provider exports it, has no mistake", () => {
        assert.equal(metadataMistake(METADATA), undefined);
        assert.equal(metadataMistake(METADATA.replaceAll("md:", "")), undefined);
        assert.equal(metadataMistake(`\uFEFF${METADATA}`), undefined);
    });

    for (const [name, text, rule, fix] of MISTAKES) {
        it(`refuses ${name}`, () => {
            const short = rule === "" ? `metadata has 1000 to 10000000 characters (IAM); here ${text.length}` : rule;
            assert.deepEqual(metadataMistake(text), { rule: short, fix });
        });
    }

    it("is named by its file in messages, and nothing of it is shown", () => {
        const [, text] = MISTAKES.find(([name]) => name === "a private key in PEM")!;
        const file = read(sample("federated-saml"), PROJECT, { "idp-metadata.xml": text });
        const parsed = "problems" in file ? file : parseSettings(file);
        assert.ok("problems" in parsed);
        assert.deepEqual(
            parsed.problems.map(({ path: where, found }) => [where.join("."), found]),
            [["access.federation.saml.metadata", "idp-metadata.xml"]],
        );
        assert.ok(!JSON.stringify(parsed.problems).includes("MIIE"));
    });

    it("shows nothing of a document written into the stack file either", () => {
        const inline = "|\n          <EntityDescriptor>BEGIN PRIVATE KEY MIIE</EntityDescriptor>";
        const file = read(edited(sample("federated-saml"), [["metadata: idp-metadata.xml", `metadata: ${inline}`]]));
        const parsed = "problems" in file ? file : parseSettings(file);
        assert.ok("problems" in parsed);
        assert.ok(!JSON.stringify(parsed.problems).includes("MIIE"));
        assert.deepEqual(
            parsed.problems.map(({ found }) => found),
            ["(document)"],
        );
    });

    it("is in the settings as the text of the file", () => {
        const file = read(sample("federated-saml"));
        const parsed = "problems" in file ? file : parseSettings(file);
        assert.equal(singleOf(parsed).access.federation?.saml?.metadata, METADATA);
    });
});
