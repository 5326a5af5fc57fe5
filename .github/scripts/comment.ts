import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { fitComment } from "./markdown";

/** Tells the one comment from others; not shown. */
export const MARKER = "<!-- private-studio preview -->";

/** Where to comment. */
export interface PullRequest {
    /** For example `https://api.github.com`. */
    readonly api: string;
    /** `OWNER/NAME`. */
    readonly repository: string;
    readonly number: string;
    readonly token: string;
}

/** The comment: the reports of all stacks in order of name. */
export function commentBody(folder: string): string {
    const reports = readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .sort()
        .map((name) => readFileSync(path.join(folder, name), "utf8").trim());
    const body = reports.length === 0 ? "No stack was previewed: see the workflow run." : reports.join("\n\n");
    return fitComment(`${MARKER}\n${body}\n`);
}

/**
 * Writes the pull request's one comment: changes the one with the marker, or makes it.
 *
 * @throws Error naming call and status when GitHub refuses; never the token.
 */
export async function putComment(pullRequest: PullRequest, body: string): Promise<void> {
    const { repository, number } = pullRequest;
    const existing = await ownComment(pullRequest);
    await (existing === undefined
        ? call(pullRequest, "POST", `/repos/${repository}/issues/${number}/comments`, { body })
        : call(pullRequest, "PATCH", `/repos/${repository}/issues/comments/${existing}`, { body }));
}

interface Comment {
    readonly id: number;
    readonly body?: string;
    readonly user?: { readonly type?: string } | null;
}

/** Comments to a page; GitHub's most. */
const PAGE = 100;

/** Only a bot's comment counts: anybody may write the marker. */
async function ownComment(pullRequest: PullRequest): Promise<number | undefined> {
    for (let page = 1; ; page++) {
        const route = `/repos/${pullRequest.repository}/issues/${pullRequest.number}/comments?per_page=${PAGE}&page=${page}`;
        const comments = (await call(pullRequest, "GET", route)) as readonly Comment[];
        const own = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(MARKER) === true);
        if (own !== undefined || comments.length < PAGE) {
            return own?.id;
        }
    }
}

async function call({ api, token }: PullRequest, method: string, route: string, content?: object): Promise<unknown> {
    const response = await fetch(api + route, {
        method,
        headers: {
            accept: "application/vnd.github+json",
            authorization: `Bearer ${token}`,
            "x-github-api-version": "2022-11-28",
        },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok) {
        throw new Error(
            `GitHub answered ${method} ${route} with ${response.status}; the job needs pull-requests: write`,
        );
    }
    return response.json();
}

function fromEnvironment(): PullRequest {
    const read = (name: string): string => {
        const value = process.env[name];
        if (value === undefined || value === "") {
            throw new Error(`${name} is not set; the workflow sets it`);
        }
        return value;
    };
    return {
        api: process.env["GITHUB_API_URL"] ?? "https://api.github.com",
        repository: read("GITHUB_REPOSITORY"),
        number: read("PULL_REQUEST"),
        token: read("GITHUB_TOKEN"),
    };
}

async function main(): Promise<void> {
    await putComment(fromEnvironment(), commentBody(process.argv[2] ?? ""));
}

if (require.main === module) {
    main().catch((error: unknown) => {
        process.stderr.write(`::error::${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    });
}
