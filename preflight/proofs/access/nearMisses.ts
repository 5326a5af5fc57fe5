import { isUnknown } from "../../../policy-pack/graph";
import {
    type AccessRequest,
    type Decision,
    evaluate,
    type NamedDocument,
    type PolicyLayers,
    type Statement,
    type StatementReference,
    statementName,
    statements,
} from "../../../policy-pack/iam";

/**
 * The Allows that would have allowed the request but for their conditions: what an implicit deny really hangs on, since
 * AWS itself names nothing there.
 */
export function nearMisses(request: AccessRequest, layers: PolicyLayers, decision: Decision): StatementReference[] {
    const { missing } = decision;
    switch (missing) {
        case "identity":
            return among(layers.identity, (only) => ({ ...layers, identity: [only] }));
        case "boundary":
            return among(list(layers.boundary), (only) => ({ ...layers, boundary: only }));
        case "endpoint":
            return among(list(layers.endpoint), (only) => ({ ...layers, endpoint: only }));
        case "resource":
            return among(list(layers.resource), (only) => ({ ...layers, resource: only }));
        case "session":
        case "service control":
        case "resource control":
        case undefined:
            return [];
    }

    function among(
        documents: readonly NamedDocument[],
        withOnly: (document: NamedDocument) => PolicyLayers,
    ): StatementReference[] {
        return documents.flatMap(({ name, document }) =>
            isUnknown(document)
                ? []
                : statements(document).flatMap((statement, index) => {
                      const bare = withoutCondition(statement);
                      const only = { name, document: { Version: "2012-10-17", Statement: bare } };
                      const near =
                          bare !== undefined &&
                          evaluate(request, withOnly(only as NamedDocument)).verdict === "allowed";
                      return near
                          ? [
                                {
                                    layer: missing as NonNullable<typeof missing>,
                                    document: name,
                                    statement: statementName(statement, index),
                                },
                            ]
                          : [];
                  }),
        );
    }
}

function withoutCondition(statement: Statement): Statement | undefined {
    if (statement.Effect !== "Allow" || statement.Condition === undefined) {
        return undefined;
    }
    const { Condition: _condition, ...bare } = statement;
    return bare;
}

function list(document: NamedDocument | undefined): readonly NamedDocument[] {
    return document === undefined ? [] : [document];
}
