import { strict as assert } from "node:assert";

import { studioUrl } from "../../assets/page/studioUrl";

const REGION = "eu-west-1";
const LINK = "https://d-abc123.studio.eu-west-1.sagemaker.aws/auth?token=eyJ0";

describe("the link into Studio", () => {
    it("is opened as it came", () => {
        assert.equal(studioUrl(LINK, REGION), LINK);
    });

    const REFUSED: Readonly<Record<string, unknown>> = {
        "no text": { href: LINK },
        nothing: undefined,
        "no address": "d-abc123",
        "a relative one": "/auth?token=eyJ0",
        "not TLS": LINK.replace("https:", "http:"),
        "a script": "javascript:alert(1)//.studio.eu-west-1.sagemaker.aws",
        "another Region": LINK.replace("eu-west-1", "us-east-1"),
        "a longer host": LINK.replace("sagemaker.aws", "sagemaker.aws.evil.example"),
        "another host that ends alike": LINK.replace(".studio.", "evilstudio."),
        "no domain": LINK.replace("d-abc123.", ""),
        "a host below the domain's": LINK.replace("d-abc123", "x.d-abc123"),
        "a port": LINK.replace("aws/", "aws:8443/"),
        "a user": LINK.replace("d-abc123", "someone@d-abc123"),
        "a password": LINK.replace("d-abc123", ":secret@d-abc123"),
        "the host as a user": `https://d-abc123.studio.eu-west-1.sagemaker.aws@evil.example/`,
        "the host as a path": `https://evil.example/.studio.eu-west-1.sagemaker.aws`,
        "a backslash before the host": `https://evil.example\\.studio.eu-west-1.sagemaker.aws/`,
        "a host in other letters": LINK.replace("sagemaker", "sagemаker"),
    };
    for (const [what, link] of Object.entries(REFUSED)) {
        it(`is refused: ${what}`, () => assert.equal(studioUrl(link, REGION), undefined));
    }
});
