import { isDeepStrictEqual } from "node:util";

import { type AwsServer, startAwsServer } from "./awsServer";
import type { Presigning } from "./scenario";
import { verifiedScope } from "./signature";
import { type StsServer, today } from "./sts";

/** SageMaker, as far as the table of verdicts goes. */
export interface SageMakerServer extends AwsServer {
    /** Requests that no verdict is known for, or with credentials that are not those the scenario was given. */
    readonly unexpected: string[];
    /** Secrets of the links it gave out. */
    readonly links: readonly string[];
}

const error = (code: string, message: string): string => JSON.stringify({ __type: code, message });

/** Starts a double of SageMaker that gives the verdicts written down for exactly these requests and no other. */
export async function startSageMaker(sts: StsServer): Promise<SageMakerServer> {
    const unexpected: string[] = [];
    const links: string[] = [];
    const server = await startAwsServer((request, body, response) => {
        const scope = verifiedScope(request, body, (id) => sts.issuedFor(id)?.key.secretAccessKey);
        const issued = typeof scope === "string" ? undefined : sts.issuedFor(scope.accessKeyId);
        const asked = JSON.parse(body) as Presigning;
        const isRight =
            issued !== undefined &&
            typeof scope !== "string" &&
            scope.service === "sagemaker" &&
            scope.region === issued.scenario.item.region &&
            scope.date === today() &&
            request.headers["x-amz-security-token"] === issued.key.sessionToken &&
            request.headers["x-amz-target"] === "SageMaker.CreatePresignedDomainUrl" &&
            isDeepStrictEqual(issued.scenario.presigning, asked);
        const verdict = issued?.scenario.sagemaker;
        if (!isRight || verdict === undefined) {
            unexpected.push(JSON.stringify({ scope, asked }));
            response.writeHead(400).end(error("UnexpectedRequest", "No verdict is written down for this request"));
            return;
        }
        if (typeof verdict === "object" && "code" in verdict) {
            response.writeHead(400).end(error(verdict.code, "As documented"));
            return;
        }
        const secret = `eyJlink${String(links.length).padStart(6, "0")}secret`;
        links.push(secret);
        const { domainId, region } = issued.scenario.item;
        const url = verdict === "link" ? `https://${domainId}.studio.${region}.sagemaker.aws/auth` : verdict.url;
        response.writeHead(200).end(JSON.stringify({ AuthorizedUrl: `${url}?token=${secret}` }));
    }, error);
    return Object.assign(server, { unexpected, links });
}
