import type { GraphResource } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { changed, type Mutation, ofType, type Resources } from "../edit";

interface Statement {
    readonly Sid?: string;
    readonly [key: string]: unknown;
}

interface Document {
    readonly Statement: readonly Statement[];
}

/** What makes a statement let more pass. */
const WIDER: Readonly<Record<string, (statement: Statement) => Statement>> = {
    "without its condition": ({ Condition: _, ...rest }) => rest,
    "without its condition, for every resource": ({ Condition: _, ...rest }) => ({ ...rest, Resource: "*" }),
    "for principals of another account": ({ Condition: _, ...rest }) => ({
        ...rest,
        Principal: { AWS: "arn:aws:iam::999999999999:root" },
    }),
    "for every resource": (statement) => ({ ...statement, Resource: "*" }),
};

/** Endpoints with another policy: none, one statement less, each statement wider. */
export function endpointPolicies(resources: Resources): Mutation[] {
    return ofType(resources, tokens.ENDPOINT).flatMap((endpoint) => {
        const { Statement: statements } = JSON.parse(String(endpoint.props.policy)) as Document;
        return [
            {
                name: `remove the policy of endpoint ${endpoint.name}`,
                apply: (all: Resources) => changed(all, endpoint, "policy", undefined),
                names: [endpoint.name],
            },
            ...statements.flatMap((statement, index) => {
                const others = statements.filter((_, at) => at !== index);
                const called = `statement ${statement.Sid ?? index + 1} of endpoint ${endpoint.name}`;
                return [
                    withStatements(endpoint, `remove ${called}`, others),
                    ...Object.entries(WIDER).map(([what, widen]) =>
                        withStatements(
                            endpoint,
                            `widen ${called}: ${what}`,
                            statements.map((each) => (each === statement ? widen(each) : each)),
                        ),
                    ),
                ];
            }),
        ];
    });
}

function withStatements(endpoint: GraphResource, name: string, statements: readonly Statement[]): Mutation {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    return { name, apply: (resources) => changed(resources, endpoint, "policy", policy), names: [endpoint.name] };
}
