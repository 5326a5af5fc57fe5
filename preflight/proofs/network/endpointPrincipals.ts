import { type GraphResource, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { type Network, networkTokens as tokens } from "../../../policy-pack/graph/network";
import { parsePolicy, type Statement, statements } from "../../../policy-pack/iam";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";

/** Whose principals and resources may meet at the endpoints. */
export interface Owner {
    /** Account of the stack. */
    readonly account: string;
    /** Further accounts that share the endpoints. Default: none. */
    readonly others?: readonly string[];
    /** AWS organization the stack file names. */
    readonly organization?: string;
}

/** Condition keys that name accounts, organizations or principals of them, of either side of a request. */
const NAMING = /^(aws:(principal|resource)(account|orgid|orgpaths|arn)|s3:resourceaccount)$/i;

const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;
const ORGANIZATION = /\bo-[a-z0-9]{10,32}\b/g;

/**
 * Shows that the policies of the endpoints name nobody's account or organization but the stack's own. The policy pack
 * demands that each statement is tied to somebody; who that is, it cannot know.
 */
export function endpointPrincipals(
    graph: ResourceGraph,
    network: Network,
    vpcs: readonly GraphResource[],
    undecided: readonly Finding[],
    owner: Owner,
): Proof {
    const endpoints = network.endpoints
        .filter(({ vpc }) => vpc.found.some((found) => vpcs.includes(found)))
        .map(({ resource }) => resource);
    const holders = [...endpoints, ...separatePolicies(graph, endpoints)];
    const judged = holders
        .filter(({ props }) => props.policy !== undefined && props.policy !== "")
        .flatMap((holder) => judgePolicy(holder, owner));
    const against = [...judged, ...undecided];
    const whose = owner.organization ?? owner.account;
    const none: Finding = {
        verdict: "holds",
        text: `no statement names an account or organization other than ${whose}`,
    };
    return toProof(
        "network.endpoint-principals",
        "The policies of the endpoints name no other account or organization than the stack's own",
        against.length > 0 ? against : [none],
    );
}

/** Policies with a resource of their own, but for those that are certainly of other endpoints. */
function separatePolicies(graph: ResourceGraph, endpoints: readonly GraphResource[]): GraphResource[] {
    return graph.ofType(tokens.ENDPOINT_POLICY).filter((policy) => {
        const { found, undecided } = resolveOne(graph, policy, "vpcEndpointId", [tokens.ENDPOINT]);
        return undecided !== undefined || found.length === 0 || found.some((each) => endpoints.includes(each));
    });
}

function judgePolicy(holder: GraphResource, owner: Owner): Finding[] {
    const { document, unknown, problem } = parsePolicy(holder.props.policy);
    if (document === undefined || unknown === true) {
        const why = problem === undefined ? "is not known yet" : `cannot be read: ${problem}`;
        return [{ verdict: "not proven", text: `${holder.name}: its policy ${why}` }];
    }
    return statements(document).flatMap((statement, index) => {
        const strangers = [...new Set(namedBy(statement).flatMap((text) => strangersIn(text, owner)))];
        return statement.Effect === "Allow"
            ? strangers.map((stranger): Finding => ({
                  verdict: "broken",
                  text: `${holder.name}: statement ${statement.Sid ?? index + 1} lets ${stranger} through`,
                  fix: `Name ${owner.organization ?? owner.account} alone, or set network.endpoints.organization.`,
              }))
            : [];
    });
}

/** Principals and condition values by which a statement says whom it is for. */
function namedBy({ Principal, Condition = {} }: Statement): readonly string[] {
    const principals = typeof Principal === "object" ? texts(Principal.AWS) : [];
    const values = Object.values(Condition).flatMap((keys) =>
        Object.entries(keys)
            .filter(([key]) => NAMING.test(key))
            .flatMap(([, value]) => texts(value)),
    );
    return [...principals, ...values];
}

function texts(value: unknown): readonly string[] {
    return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((each) => typeof each === "string");
}

function strangersIn(text: string, { account, others = [], organization }: Owner): string[] {
    const accounts = text.match(ACCOUNT) ?? [];
    const organizations = text.match(ORGANIZATION) ?? [];
    return [
        ...accounts.filter((each) => each !== account && !others.includes(each)).map((each) => `account ${each}`),
        ...organizations.filter((each) => each !== organization).map((each) => `organization ${each}`),
    ];
}
