import type { ConfigProperty, PolicyDefinition } from "../../policies/definition";
import { type Cells, prose, table } from "./markdown";

type Schema = Readonly<Record<string, unknown>>;

/** The policy's own options, and `scope` where it has one; empty text for none. */
export function optionsTable(policy: PolicyDefinition): string {
    const own = Object.entries(policy.config.properties).map(([key, property]): Cells => [
        `\`${key}\``,
        valueText(policy.config.defaults[key]),
        [meaning(property), allowed(property as unknown as Schema)].filter((part) => part !== "").join("; "),
    ]);
    const scope: Cells[] =
        policy.scope === undefined
            ? []
            : [
                  [
                      "`scope`",
                      valueText(policy.scope),
                      "whether `all` such resources are judged, or those `sagemaker` uses",
                  ],
              ];
    const rows = [...own, ...scope];
    return rows.length === 0 ? "" : table(["option", "default", "meaning"], rows);
}

function meaning({ description = "" }: ConfigProperty): string {
    // "7 to 30" and the like repeat the bounds.
    return /^\d+ to \d+$/.test(description) ? "" : prose(description);
}

function valueText(value: unknown): string {
    return `\`${JSON.stringify(value)}\``;
}

/** What a schema admits beyond its type, in words. */
function allowed(schema: Schema): string {
    const { enum: values, items, minimum, maximum } = schema;
    if (Array.isArray(values)) {
        return `one of ${values.map(valueText).join(", ")}`;
    }
    if (typeof minimum === "number" || typeof maximum === "number") {
        return [
            typeof minimum === "number" ? `at least ${minimum}` : "",
            typeof maximum === "number" ? `at most ${maximum}` : "",
        ]
            .filter((part) => part !== "")
            .join(", ");
    }
    const each = typeof items === "object" && items !== null ? allowed(items as Schema) : "";
    return each === "" ? "" : `each ${each}`;
}
