import { strict as assert } from "node:assert";

import type { Stack } from "../preflight/network/fixture";
import type { Mutation } from "./edit";
import { KINDS } from "./mutations";
import { SURVIVORS, type Survivors } from "./survivors";
import { recordTopology, TOPOLOGIES, type Topology } from "./topologies";
import { proofTexts, violations } from "./verdict";

/** Rows of the table of survivors that a mutation matched, over all topologies. */
const matched = new Set<Survivors>();

for (const topology of TOPOLOGIES) {
    for (const unknown of [false, true]) {
        describe(`Every change of the ${topology.egress} network is noticed, ids ${unknown ? "unknown" : "known"}`, () => {
            let stack: Stack;
            let known: ReadonlySet<string>;
            before(async () => {
                stack = await recordTopology(topology, unknown);
                known = new Set([...proofTexts(stack, intentOf(topology), "broken"), ...violations(stack)]);
            });

            it("every proof holds as it is", () => {
                const texts = ["broken", "not proven"] as const;
                assert.deepEqual(
                    texts.flatMap((verdict) => proofTexts(stack, intentOf(topology), verdict)),
                    [],
                );
            });

            for (const [kind, mutationsOf] of Object.entries(KINDS)) {
                it(`${kind} are noticed, and named`, () => {
                    const mutations = mutationsOf(stack.resources);
                    // The firewall's network has something of every kind.
                    assert.ok(topology.egress !== "firewall" || mutations.length > 0, `no ${kind} are made`);
                    assert.deepEqual(
                        mutations
                            .map((mutation) => judge(stack, topology, mutation, known))
                            .filter((text) => text !== ""),
                        [],
                    );
                });
            }
        });
    }
}

describe("The table of survivors", () => {
    it("has no row that no mutation matches", () => {
        assert.deepEqual(
            SURVIVORS.filter((row) => !matched.has(row)).map(({ mutation }) => mutation.source),
            [],
        );
    });
});

/** What is wrong with the verdict on a mutation; empty when nothing is. */
function judge(stack: Stack, topology: Topology, mutation: Mutation, known: ReadonlySet<string>): string {
    const row = SURVIVORS.find(
        (each) => each.mutation.test(mutation.name) && each.egress?.includes(topology.egress) !== false,
    );
    const mutated = { ...stack, resources: mutation.apply(stack.resources) };
    const intent = intentOf(topology);
    const naming = (text: string): boolean => !known.has(text) && mutation.names.some((name) => text.includes(name));
    const noticed = proofTexts(mutated, intent, "broken").some(naming) || violations(mutated).some(naming);
    if (row === undefined) {
        return noticed ? "" : `${mutation.name}: nobody notices`;
    }
    matched.add(row);
    if (noticed) {
        return `${mutation.name}: noticed, although it is listed as a survivor`;
    }
    const { notProven } = row;
    const open =
        notProven === undefined || proofTexts(mutated, intent, "not proven").some((text) => text.startsWith(notProven));
    return open ? "" : `${mutation.name}: does not leave ${notProven} not proven`;
}

function intentOf({ egress, intent }: Topology): Parameters<typeof proofTexts>[1] {
    return { egress, ...intent };
}
