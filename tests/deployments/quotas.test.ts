import { strict as assert } from "node:assert";

import * as aws from "@pulumi/aws";

import { type QuotaAnswer, quotaWarning, warnOfQuotas } from "../../components/deployments/quotas";
import { QUOTAS } from "../../policy-pack/facts";
import { recordComponent, type RecordedComponent } from "../harness";
import { STACK } from "../place";

const PLACE = { account: "111122223333", region: "eu-west-1" };
const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const TOKEN = "aws:servicequotas/getServiceQuota:getServiceQuota";
const PROFILES = QUOTAS.find(({ type }) => type === PROFILE)!;

const CASES: readonly (readonly [what: string, wanted: number, answer: QuotaAnswer, warning: string | undefined])[] = [
    ["less than there may be", 1, { value: 2 }, undefined],
    ["as many as there may be", 2, { value: 2 }, undefined],
    ["more than a new account may have, where more was granted", 3, { value: 500 }, undefined],
    [
        "more than there may be",
        3,
        { value: 2 },
        "Quota L-AC46C40F (Maximum number of Studio user profiles allowed per account): this stack makes 3, and account 111122223333 may have 2 in eu-west-1, those of other stacks included. Ask for more in Service Quotas before the update, or AWS refuses what is too much.",
    ],
    [
        "no answer",
        1,
        { failure: "AccessDeniedException: not allowed" },
        "Quota L-AC46C40F (Maximum number of Studio user profiles allowed per account): this stack makes 1; how many account 111122223333 may have in eu-west-1 is not decided, because Service Quotas did not answer: AccessDeniedException: not allowed. Look it up in its console; a new account may have 2.",
    ],
];

describe("quotas at a preview", () => {
    for (const [what, wanted, answer, warning] of CASES) {
        it(`${warning === undefined ? "say nothing of" : "warn of"} ${what}`, () => {
            assert.equal(quotaWarning(PROFILES, wanted, answer, PLACE), warning);
        });
    }

    function build(wanted: Readonly<Record<string, number>>): Promise<RecordedComponent> {
        return recordComponent(() => {
            const provider = new aws.Provider("own", { region: PLACE.region, allowedAccountIds: [PLACE.account] });
            warnOfQuotas(PLACE, wanted, provider);
        }, STACK);
    }

    const warnings = ({ diagnostics }: RecordedComponent): string[] =>
        diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
    const asked = ({ assumptions }: RecordedComponent): unknown[] =>
        assumptions.filter(({ token }) => token === TOKEN).map(({ args }) => args);

    it("are asked of what the stack makes, and warned of before the run ends", async () => {
        const recording = await build({ [DOMAIN]: 1, [PROFILE]: 3 });
        assert.deepEqual(asked(recording), [
            { serviceCode: "sagemaker", quotaCode: "L-B683BCB0" },
            { serviceCode: "sagemaker", quotaCode: "L-AC46C40F" },
        ]);
        assert.deepEqual(warnings(recording), [CASES[3]?.[3]]);
    });

    it("are not asked of what it does not make", async () => {
        const recording = await build({ [DOMAIN]: 1, [PROFILE]: 0 });
        assert.deepEqual(asked(recording), [{ serviceCode: "sagemaker", quotaCode: "L-B683BCB0" }]);
        assert.deepEqual(warnings(recording), []);
    });
});
