import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { STSClient } from "@aws-sdk/client-sts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";

import { isPerson } from "../authorizer/person";
import { linkDocument, redirect, refused, wantsJson } from "./answer";
import { Budget, PATIENCE } from "./budget";
import { chosen } from "./choice";
import { entriesOf } from "./directory";
import { directoryItem } from "./directoryItem";
import { readEnvironment } from "./environment";
import { presignedLink } from "./link";
import { Refusal, unavailable } from "./refusal";
import { assumed } from "./role";

const environment = readEnvironment(process.env);
const { region, partition } = environment;
const dynamodb = new DynamoDBClient({ ...PATIENCE, region });
const sts = new STSClient({ ...PATIENCE, region });
/** Connections to SageMaker outlive a request; credentials do not. */
const { requestHandler } = new SageMakerClient({ ...PATIENCE, region }).config;

/** The parts of API Gateway's event that count. The path, the body and other headers say nothing about who asks. */
type Asked = Pick<APIGatewayProxyEvent, "headers" | "multiValueQueryStringParameters" | "requestContext">;

/** What the audit record says besides the answer. */
interface Subject {
    person?: string;
    lob?: string;
    profile?: string;
}

/** Answers `GET /session` with a link to the caller's own Studio, or says why not. Never throws. */
export async function handler(
    event: Asked,
    context: Pick<Context, "getRemainingTimeInMillis">,
): Promise<APIGatewayProxyResult> {
    const { requestId } = event.requestContext;
    const subject: Subject = {};
    try {
        const url = await linkFor(event, new Budget(context.getRemainingTimeInMillis()), subject);
        const answer = wantsJson(event) ? linkDocument(url, environment.linkSeconds) : redirect(url);
        report({ requestId, ...subject, verdict: "link", status: answer.statusCode });
        return answer;
    } catch (error) {
        const refusal = error instanceof Refusal ? error : unavailable("failed", (error as Error).name);
        const { answer, reason, detail } = refusal;
        const verdict = answer.status === 503 ? "failed" : "refused";
        report({ requestId, ...subject, verdict, reason, detail, status: answer.status });
        return refused(answer, requestId);
    }
}

/** @param subject is told who and what it was about as soon as that is known */
async function linkFor(event: Asked, budget: Budget, subject: Subject): Promise<string> {
    const person = verifiedPerson(event);
    subject.person = person;
    const entries = await entriesOf(dynamodb, environment.table, person, budget);
    const { attributes, profile } = chosen(entries, event.multiValueQueryStringParameters?.["profile"] ?? []);
    const item = directoryItem(attributes, person, partition);
    if (!("roleArn" in item)) {
        throw unavailable("directory_broken", item.join(" "));
    }
    subject.lob = item.lob;
    subject.profile = profile;
    const credentials = await assumed(sts, item, environment, budget);
    const { maxAttempts } = PATIENCE;
    const sagemaker = new SageMakerClient({ maxAttempts, requestHandler, region: item.region, credentials });
    return presignedLink(sagemaker, item, environment, budget);
}

/**
 * Who asks, as our authorizer proved. A call that came by without it, as the console's method test does, asks for nobody.
 *
 * @throws Refusal of 403
 */
function verifiedPerson({ requestContext }: Asked): string {
    const person: unknown = requestContext.authorizer?.["person"];
    if (!isPerson(person)) {
        throw new Refusal({ status: 403, error: "not_signed_in", message: "Sign in first." });
    }
    return person;
}

/** The audit record: one line per decision, without the link, the token or anything else of the request. */
function report(line: Readonly<Record<string, string | number | undefined>>): void {
    console.log(JSON.stringify({ time: new Date().toISOString(), decision: "presign", ...line }));
}
