import { strict as assert } from "node:assert";

import { NOBODY, OWN, passes, STRANGER } from "./fixture";
import { PASS, STOP } from "./requests";

const CALLERS = [OWN, STRANGER, NOBODY];

describe("Endpoint policies: who gets through", () => {
    for (const [service, action, resource] of PASS) {
        it(`${service}: ${action} on ${resource} passes for the account's principals only`, () => {
            const answers = CALLERS.map((caller) => passes({ service, action, resource, caller }));
            assert.deepEqual(answers, [true, false, false]);
        });
    }

    for (const [service, action, resource] of STOP) {
        it(`${service}: ${action} on ${resource} passes for nobody`, () => {
            const answers = CALLERS.map((caller) => passes({ service, action, resource, caller }));
            assert.deepEqual(answers, [false, false, false]);
        });
    }

    const open = [
        ["s3", "s3:GetObject", "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer", "ECR signs the links"],
        ["s3", "s3:GetObject", "arn:aws:s3:::assets-438097961670-eu-west-1/a", "CodeArtifact signs the links"],
        [
            "execute-api",
            "execute-api:Invoke",
            "arn:aws:execute-api:eu-west-1:111122223333:api/prod/GET/",
            "the API asks itself who it is",
        ],
    ] as const;
    for (const [service, action, resource, why] of open) {
        it(`${service}: ${action} on ${resource} passes for everybody, because ${why}`, () => {
            const answers = CALLERS.map((caller) => passes({ service, action, resource, caller }));
            assert.deepEqual(answers, [true, true, true]);
        });
    }

    const owners = [
        ["s3", "s3:PutObject", "arn:aws:s3:::their-sagemaker-bucket/a"],
        ["s3", "s3:ListBucket", "arn:aws:s3:::their-sagemaker-bucket"],
        ["sagemaker-data-science-assistant", "sagemaker-data-science-assistant:SendConversation", "*"],
        ["q", "q:SendMessage", "*"],
    ] as const;
    for (const [service, action, resource] of owners) {
        it(`${service}: ${action} on ${resource} passes for the account's own only`, () => {
            const answers = ["111122223333", "444455556666"].map((owner) =>
                passes({ service, action, resource, caller: OWN, owner }),
            );
            assert.deepEqual(answers, [true, false]);
        });
    }
});
