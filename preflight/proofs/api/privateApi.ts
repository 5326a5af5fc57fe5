import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import { type Finding, toProof, unproven } from "../network/findings";
import type { Proof } from "../proof";
import { invoke } from "./attempt";
import type { ApiWorld } from "./world";

/**
 * Shows that the API answers through the hub's endpoint and in no other way: it has no public address, and its own policy
 * refuses whoever comes over the internet or through an endpoint of somebody else.
 */
export function privateApi(world: ApiWorld): Proof {
    const claim = "The API answers through the hub's endpoint and in no other way";
    const { api } = world;
    const endpoint = world.endpoint("execute-api");
    if (api === undefined || endpoint === undefined) {
        const text = "the access service has no REST API, or the hub no endpoint for it";
        return toProof("api.private", claim, [
            { verdict: "broken", text, fix: "Deploy the access service with its API." },
        ]);
    }
    const somebodyElses = { ...endpoint, id: "vpce-0somebodyelses", vpcId: UNKNOWN };
    const ways = [
        { who: "over the internet", answer: invoke(world, "internet") },
        { who: "through another endpoint", answer: invoke(world, somebodyElses) },
    ];
    return toProof("api.private", claim, [
        ...kind(api.name, api.isPrivate),
        ...ways.map(({ answer, who }): Finding => {
            const by = answer.deciding.join(", ") || answer.reason;
            const text = `${who}: ${by}`;
            if (answer.verdict === "denied") {
                return { verdict: "holds", text };
            }
            return answer.verdict === "undecided"
                ? unproven(text)
                : {
                      verdict: "broken",
                      text,
                      fix: `Deny in ${api.policy.name} whatever does not come through ${endpoint.name}.`,
                  };
        }),
    ]);
}

function kind(name: string, isPrivate: Maybe<boolean>): Finding[] {
    if (isPrivate === true) {
        return [{ verdict: "holds", text: `${name} is private` }];
    }
    return [
        isUnknown(isPrivate)
            ? unproven(`whether ${name} is private is not known`)
            : {
                  verdict: "broken",
                  text: `${name} is not private`,
                  fix: `Set endpointConfiguration.types of ${name} to PRIVATE.`,
              },
    ];
}
