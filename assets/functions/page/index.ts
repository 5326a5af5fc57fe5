import type { APIGatewayProxyResult } from "aws-lambda";

import { readConfiguration } from "./configuration";
import { documentOf, type Page } from "./document";
import { headersOf } from "./headers";

/** The page's text and hashes; put here when the function is bundled. */
declare const PAGE: Page;

const configuration = readConfiguration(process.env);
const answer: APIGatewayProxyResult = {
    statusCode: 200,
    headers: headersOf(PAGE, configuration),
    body: documentOf(PAGE, configuration),
};

/**
 * Answers `GET /` of the access API with the page: the same for everybody, whatever the request says.
 *
 * A function whose environment is wrong does not start, and its log names every variable at fault.
 */
export function handler(): Promise<APIGatewayProxyResult> {
    return Promise.resolve(answer);
}
