import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import { parsePolicy, type Statement, statements } from "../../../policy-pack/iam";
import { type Finding, unproven } from "./findings";

/** Whose principals an endpoint's policy must let through. */
export interface Guest {
    readonly account: string;
    readonly organization?: string;
}

/**
 * Whether an Allow of the endpoint's policy is for principals of the account: by a list of accounts, its organization, or
 * by name. What they may call there, the proofs about roles evaluate.
 */
export function admitsAccount(endpoint: GraphResource, guest: Guest): Finding[] {
    const { policy } = endpoint.props;
    if (policy === undefined || policy === "") {
        return [];
    }
    const { document, unknown, problem } = parsePolicy(policy);
    if (document === undefined || (unknown === true && !statements(document).some((each) => isFor(each, guest)))) {
        const why = problem === undefined ? "is not known yet" : `cannot be read: ${problem}`;
        return [unproven(`${endpoint.name}: its policy ${why}`)];
    }
    return statements(document).some((each) => isFor(each, guest))
        ? [{ verdict: "holds", text: `the policy of ${endpoint.name} lets account ${guest.account} through` }]
        : [
              {
                  verdict: "broken",
                  text: `no statement of the policy of ${endpoint.name} is for principals of account ${guest.account}`,
                  fix: `Name account ${guest.account}, or its organization, in the policy of ${endpoint.name}.`,
              },
          ];
}

function isFor({ Effect, Principal, Condition = {} }: Statement, { account, organization }: Guest): boolean {
    if (Effect !== "Allow") {
        return false;
    }
    const named = typeof Principal === "object" ? texts(Principal.AWS) : [];
    const ties = Object.values(Condition).flatMap((keys) =>
        Object.entries(keys).filter(([key]) => /^aws:principal(account|orgid)$/i.test(key)),
    );
    const byPrincipal = Principal === "*" || named.includes("*") || named.some((each) => each.includes(account));
    return (
        byPrincipal && ties.every(([, value]) => texts(value).some((each) => each === account || each === organization))
    );
}

function texts(value: unknown): readonly string[] {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((each) => typeof each === "string" && !isUnknown(each)) as readonly string[];
}
