import { strict as assert } from "node:assert";

import { isSessionMethod } from "../../../assets/functions/authorizer/method";

const API = { apiId: "a1b2c3d4e5", stage: "studio" };
const SESSION = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/studio/GET/session";

describe("authorizer: the one method", () => {
    for (const arn of [
        SESSION,
        SESSION.replace("arn:aws:", "arn:aws-cn:").replace("eu-west-1", "cn-north-1"),
        SESSION.replace("arn:aws:", "arn:aws-us-gov:").replace("eu-west-1", "us-gov-west-1"),
    ]) {
        it(`is ${arn}`, () => assert.equal(isSessionMethod(arn, API), true));
    }

    for (const arn of [
        "",
        "*",
        `${SESSION}/`,
        `${SESSION}/ada`,
        `${SESSION}*`,
        `${SESSION}\n`,
        `${SESSION}:more`,
        ` ${SESSION}`,
        SESSION.replace("session", "*"),
        SESSION.replace("session", "Session"),
        SESSION.replace("GET", "*"),
        SESSION.replace("GET", "POST"),
        SESSION.replace("studio", "*"),
        SESSION.replace("studio", "dev"),
        SESSION.replace("a1b2c3d4e5", "*"),
        SESSION.replace("a1b2c3d4e5", "z9y8x7w6v5"),
        SESSION.replace("111122223333", "*"),
        SESSION.replace("eu-west-1", "*"),
        SESSION.replace("execute-api", "lambda"),
        SESSION.replace("arn:aws:", "arn:*:"),
    ]) {
        it(`is not ${JSON.stringify(arn)}`, () => assert.equal(isSessionMethod(arn, API), false));
    }
});
