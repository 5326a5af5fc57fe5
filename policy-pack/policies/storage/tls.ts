import type { Statement } from "../../iam";
import { forEverybody } from "../identity/everybody";
import { all, type Answer, concerns, conditions } from "../identity/statements";
import { coversEverything } from "./bucketDocuments";

/** Whether a Deny refuses everybody every request without TLS; any second condition would let requests past it. */
export function deniesWithoutTls(statement: Statement): Answer {
    const [entry, ...more] = conditions(statement);
    const refuses =
        statement.Effect === "Deny" &&
        statement.NotPrincipal === undefined &&
        more.length === 0 &&
        entry?.key === "aws:securetransport" &&
        entry.operator === "bool" &&
        entry.set === undefined &&
        entry.values.every((value) => value.toLowerCase() === "false");
    return refuses
        ? all([
              forEverybody(statement),
              ...["s3:GetObject", "s3:PutObject", "s3:ListBucket"].map((action) => concerns(statement, action)),
              coversEverything(statement),
          ])
        : "no";
}
