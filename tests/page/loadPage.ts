import { runInThisContext } from "node:vm";

import type { APIGatewayProxyResult } from "aws-lambda";

import { bundledCode } from "../../components/functions";
import { PAGE_ENTRY } from "../../components/functions/page";

type Load = (
    module: { readonly exports: Record<string, unknown> },
    require: NodeJS.Require,
    process: { readonly env: Readonly<Record<string, string>> },
) => void;

/** What the function answers that is deployed: its bundle, started with this environment. */
export async function loadPage(env: Readonly<Record<string, string>>): Promise<APIGatewayProxyResult> {
    const load = runInThisContext(
        `(function (module, require, process) { const exports = module.exports; ${bundledCode(PAGE_ENTRY)}\n})`,
    ) as Load;
    const module = { exports: {} as Record<string, unknown> };
    load(module, require, { env });
    return (module.exports["handler"] as () => Promise<APIGatewayProxyResult>)();
}
