import { strict as assert } from "node:assert";

import type { RunningFunction } from "./function";
import { startFront } from "./front";
import { accessClaims, signed } from "./keySet";
import { SAGEMAKER_VERDICTS } from "./sageMakerVerdicts";
import type { Scenario } from "./scenario";
import { STS_VERDICTS } from "./stsVerdicts";
import { startPresign, startWorld, type World } from "./world";

/** What an answer holds when it is an error. */
interface ErrorBody {
    readonly error: string;
    readonly message: string;
    readonly requestId: string;
}

describe("access API: verdicts of STS and SageMaker, from AWS's documentation", () => {
    let world: World;

    before(async () => {
        world = await startWorld({ scenarios: [...STS_VERDICTS, ...SAGEMAKER_VERDICTS] });
    });
    after(() => world.close());

    for (const scenario of [...STS_VERDICTS, ...SAGEMAKER_VERDICTS]) {
        const { answer, fault, name } = scenario;
        const title = `${fault === undefined ? name : `${name} (a function with this fault)`}: ${answer.status}`;
        it(title, async () => {
            const response = await asked(world, scenario);
            assert.deepEqual([world.sts.unexpected.splice(0), world.sagemaker.unexpected.splice(0)], [[], []]);
            assert.equal(response.status, answer.status);
            assert.equal(response.headers.get("cache-control"), "no-store");
            if (answer.status === 302) {
                assert.match(
                    response.headers.get("location") ?? "",
                    new RegExp(
                        `^https://${scenario.item.domainId}\\.studio\\.eu-west-1\\.sagemaker\\.aws/auth\\?token=`,
                    ),
                );
                return;
            }
            const text = await response.text();
            const { error, message, requestId } = JSON.parse(text) as ErrorBody;
            assert.equal(error, answer.error);
            assert.match(message, /\.$/);
            assert.match(requestId, /^[0-9a-f-]{36}$/);
            assert.equal(response.headers.get("location"), null);
            assert.equal(response.headers.has("retry-after"), answer.status === 503);
            assert.ok(!text.includes("https://"), "no address in an answer that has no link");
        });
    }
});

/** The answer to the scenario's person, from the shipped function or from one with the scenario's fault. */
async function asked(world: World, { fault, item: { person } }: Scenario): Promise<Response> {
    if (fault === undefined) {
        return world.session(person);
    }
    const presign = await startPresign(world, { alter: (code) => broken(code, fault) });
    try {
        return await askedOf(world, presign, person);
    } finally {
        await presign.stop();
    }
}

async function askedOf(world: World, presign: RunningFunction, person: string): Promise<Response> {
    const front = await startFront({ authorizer: world.authorizer, presign });
    try {
        const token = await signed(world.key, accessClaims(world.pool.issuer, person));
        const response = await fetch(`${front.url}session`, {
            headers: { Authorization: `Bearer ${token}` },
            redirect: "manual",
        });
        // Read while the front is there.
        return new Response(await response.text(), response);
    } finally {
        await front.close();
    }
}

function broken(code: string, [found, replacement]: NonNullable<Scenario["fault"]>): string {
    const places = code.match(new RegExp(found, "g")) ?? [];
    assert.equal(places.length, 1, `${found.source} is in the bundle ${places.length} times`);
    return code.replace(found, replacement);
}
