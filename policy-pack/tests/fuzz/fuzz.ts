import * as fc from "fast-check";
import type { PolicyDefinition } from "../../policies/definition";
import { type Bag, bagsOf } from "./bags";
import { garbage, wireGarbage } from "./garbage";
import { judgeBag, judgeBagUnderEngine } from "./judgeBag";

/** A policy did what it must never do. */
export interface Failure {
    readonly policy: string;
    readonly message: string;
    /** The smallest stack found that shows it. */
    readonly stack: string;
    readonly replaced: readonly string[];
    /** For `--seed`. */
    readonly seed: number;
}

/** One in so many bags goes through the SDK's handlers, which take longer. */
const ENGINE_SHARE = 25;

/** Judges `count` bags of one policy; `judged` is told of each. Stops at the first failure. */
export async function fuzz(
    policy: PolicyDefinition,
    count: number,
    seed: number,
    judged: () => void,
): Promise<Failure | undefined> {
    const underEngine = Math.ceil(count / ENGINE_SHARE);
    const direct = fc.check(
        fc.property(bagsOf(policy, garbage), (bag) => {
            judged();
            judgeBag(policy, bag);
        }),
        { seed, numRuns: Math.max(1, count - underEngine) },
    );
    const failed = direct.failed
        ? direct
        : await fc.check(
              fc.asyncProperty(bagsOf(policy, wireGarbage), async (bag) => {
                  judged();
                  await judgeBagUnderEngine(policy, bag);
              }),
              { seed, numRuns: underEngine },
          );
    const [bag] = (failed.counterexample ?? []) as readonly Bag[];
    if (!failed.failed || bag === undefined) {
        return undefined;
    }
    const reason = failed.errorInstance;
    return {
        policy: policy.id,
        message: reason instanceof Error ? reason.message : String(reason),
        stack: fc.stringify(bag.stack),
        replaced: bag.replaced,
        seed,
    };
}
