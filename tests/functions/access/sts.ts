import { isDeepStrictEqual } from "node:util";

import { type AwsServer, startAwsServer } from "./awsServer";
import { REGION } from "./lobs";
import type { Assumption, Scenario } from "./scenario";
import { verifiedScope } from "./signature";

/** Credentials AWS gave out. */
export interface Key {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
}

/** The presign function's own credentials, those of its role. */
export const PRESIGN_KEY: Key = {
    accessKeyId: "ASIAPRESIGNFUNCTION0",
    secretAccessKey: "secret-of-the-presign-function",
    sessionToken: "session-of-the-presign-function",
};

/** STS, as far as the table of verdicts goes. */
export interface StsServer extends AwsServer {
    /** Requests that no verdict is known for, or that were signed by somebody else: a fault of the function or the table. */
    readonly unexpected: string[];
    /** Which scenario's credentials a key is. */
    issuedFor(accessKeyId: string): { readonly scenario: Scenario; readonly key: Key } | undefined;
}

const error = (code: string, message: string): string =>
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">' +
    `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

/**
 * Starts a double of STS that gives the verdicts written down for exactly these requests and no other. It judges nothing
 * by itself.
 */
export async function startSts(scenarios: readonly Scenario[]): Promise<StsServer> {
    const unexpected: string[] = [];
    const issued = new Map<string, { scenario: Scenario; key: Key }>();
    const server = await startAwsServer((request, body, response) => {
        const scope = verifiedScope(request, body, (id) =>
            id === PRESIGN_KEY.accessKeyId ? PRESIGN_KEY.secretAccessKey : undefined,
        );
        const asked = assumptionOf(new URLSearchParams(body));
        const found = scenarios.find(({ assumption }) => isDeepStrictEqual(assumption, asked));
        const isPresign =
            typeof scope !== "string" &&
            scope.service === "sts" &&
            scope.region === REGION &&
            scope.date === today() &&
            request.headers["x-amz-security-token"] === PRESIGN_KEY.sessionToken;
        if (!isPresign || found === undefined) {
            unexpected.push(JSON.stringify({ scope, asked }));
            response.writeHead(400).end(error("UnexpectedRequest", "No verdict is written down for this request"));
            return;
        }
        if (found.sts !== "credentials") {
            response.writeHead(found.sts.status).end(error(found.sts.code, "As documented"));
            return;
        }
        const key = newKey(issued.size);
        issued.set(key.accessKeyId, { scenario: found, key });
        response.writeHead(200, { "content-type": "text/xml" }).end(credentials(key));
    }, error);
    return Object.assign(server, { unexpected, issuedFor: (accessKeyId: string) => issued.get(accessKeyId) });
}

/** Source: STS API AssumeRole, request parameters of the Query protocol. */
function assumptionOf(form: URLSearchParams): Partial<Assumption> {
    const list = (name: string): string[] => {
        const values: string[] = [];
        for (let index = 1; form.has(`${name}.member.${index}`); index += 1) {
            values.push(form.get(`${name}.member.${index}`) ?? "");
        }
        return values;
    };
    const tags: { Key: string; Value: string }[] = [];
    for (let index = 1; form.has(`Tags.member.${index}.Key`); index += 1) {
        const tag = `Tags.member.${index}`;
        tags.push({ Key: form.get(`${tag}.Key`) ?? "", Value: form.get(`${tag}.Value`) ?? "" });
    }
    const known = /^(Action|Version|(Tags|TransitiveTagKeys)\.member\..*)$/;
    const texts = [...form].filter(([name]) => !known.test(name));
    const transitive = list("TransitiveTagKeys");
    return {
        ...Object.fromEntries(texts),
        Tags: tags,
        ...(transitive.length === 0 ? {} : { TransitiveTagKeys: transitive }),
    };
}

function newKey(index: number): Key {
    const number = String(index).padStart(8, "0");
    return {
        accessKeyId: `ASIALOBROLE${number}`,
        secretAccessKey: `secret-${number}`,
        sessionToken: `session-${number}`,
    };
}

function credentials({ accessKeyId, secretAccessKey, sessionToken }: Key): string {
    return (
        '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>' +
        `<AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>` +
        `<SessionToken>${sessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>` +
        "</Credentials></AssumeRoleResult></AssumeRoleResponse>"
    );
}

/** As in a signature's scope. */
export function today(): string {
    return new Date().toISOString().slice(0, 10).replaceAll("-", "");
}
