import { strict as assert } from "node:assert";

import * as fc from "fast-check";

import { isStudioLink } from "../../../assets/functions/presign/link";

const STUDIO = { domainId: "d-abc123", region: "eu-west-1" };
const HOST = "d-abc123.studio.eu-west-1.sagemaker.aws";

describe("presign function: what counts as a link to Studio", () => {
    it("is the domain's own host over TLS, with AWS's suffix for the partition", () => {
        assert.equal(isStudioLink(`https://${HOST}/auth?token=t`, STUDIO, "aws"), true);
        assert.equal(isStudioLink(`https://${HOST}:443/auth?token=t`, STUDIO, "aws"), true);
        const gov = { domainId: "d-abc123", region: "us-gov-west-1" };
        assert.equal(isStudioLink("https://d-abc123.studio.us-gov-west-1.sagemaker.aws/auth", gov, "aws-us-gov"), true);
        const china = { domainId: "d-abc123", region: "cn-north-1" };
        assert.equal(isStudioLink("https://d-abc123.studio.cn-north-1.sagemaker.com.cn/auth", china, "aws-cn"), true);
        assert.equal(isStudioLink("https://d-abc123.studio.cn-north-1.sagemaker.aws/auth", china, "aws-cn"), false);
    });

    for (const url of [
        undefined,
        "",
        "no address",
        "javascript:alert(1)",
        `http://${HOST}/auth`,
        `ftp://${HOST}/auth`,
        `//${HOST}/auth`,
        `https://${HOST}.attacker.example/auth`,
        `https://attacker.example/${HOST}/auth`,
        `https://attacker.example/?${HOST}`,
        `https://attacker.example#https://${HOST}/auth`,
        `https://${HOST}@attacker.example/auth`,
        `https://user@${HOST}/auth`,
        `https://user:password@${HOST}/auth`,
        `https://${HOST}:8443/auth`,
        `https://x.${HOST}/auth`,
        `https://d-other.studio.eu-west-1.sagemaker.aws/auth`,
        `https://d-abc123.studio.eu-west-2.sagemaker.aws/auth`,
        `https://studio.eu-west-1.sagemaker.aws/auth`,
    ]) {
        it(`is not ${url ?? "nothing"}`, () => assert.equal(isStudioLink(url, STUDIO, "aws"), false));
    }

    it("is never another host's, whatever address is tried", () => {
        fc.assert(
            fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
                assert.equal(isStudioLink(url, STUDIO, "aws"), false);
            }),
        );
    });
});
