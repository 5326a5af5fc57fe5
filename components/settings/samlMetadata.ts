/** Characters IAM takes. Source: IAM API reference, CreateSAMLProvider: SAMLMetadataDocument. */
const LIMIT = { least: 1000, most: 10_000_000 };

const FIX = "export the metadata from the identity provider once more, and name that file";

/** The rule a SAML metadata document breaks, if it breaks one. What stands in it is never part of the message. */
export function metadataMistake(text: string): { rule: string; fix: string } | undefined {
    // A document type may define entities, which expand to what no reader of the file sees.
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
        return { rule: "metadata has no document type definition", fix: FIX };
    }
    if (/PRIVATE KEY|<(?:\w+:)?(?:RSAKeyValue|DSAKeyValue)\b[\s\S]*?<(?:\w+:)?(?:D|P|Q|X)>/.test(text)) {
        return {
            rule: "metadata holds certificates, never a private key",
            fix: "take the private key out, replace it at the identity provider, and export the metadata only",
        };
    }
    const root = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:(\w+):)?(\w+)\b([^>]*)>/.exec(text);
    if (root === null || root[2] !== "EntityDescriptor" || !closes(text, root[1])) {
        return { rule: "metadata is XML whose outermost element is one EntityDescriptor", fix: FIX };
    }
    if (!/\bentityID\s*=\s*["'][^"']+["']/.test(root[3] ?? "") || !/<(?:\w+:)?IDPSSODescriptor\b/.test(text)) {
        return {
            rule: "metadata describes an identity provider: an EntityDescriptor with entityID and an IDPSSODescriptor",
            fix: "export the metadata of the identity provider, not of the service provider",
        };
    }
    if (!/<(?:\w+:)?X509Certificate>\s*[A-Za-z0-9+/]/.test(text)) {
        return { rule: "metadata holds the certificate that signs assertions", fix: FIX };
    }
    return text.length < LIMIT.least || text.length > LIMIT.most
        ? {
              rule: `metadata has ${LIMIT.least} to ${LIMIT.most} characters (IAM); here ${text.length}`,
              fix: FIX,
          }
        : undefined;
}

function closes(text: string, prefix: string | undefined): boolean {
    return text.trimEnd().endsWith(`</${prefix === undefined ? "" : `${prefix}:`}EntityDescriptor>`);
}
