import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { commentBody, MARKER, putComment } from "../../.github/scripts/comment";

interface Comment {
    id: number;
    body: string;
    user: { type: string };
}

/** The part of GitHub's REST API that comments take: list, create, update. */
class FakeGitHub {
    readonly comments: Comment[] = [];
    readonly calls: string[] = [];
    status = 200;
    private readonly server: Server = createServer((request, response) => {
        let text = "";
        request.on("data", (chunk: Buffer) => (text += chunk.toString()));
        request.on("end", () => {
            const url = new URL(request.url ?? "", "http://localhost");
            this.calls.push(`${request.method} ${url.pathname} ${request.headers.authorization}`);
            const body = text === "" ? "" : (JSON.parse(text) as { body: string }).body;
            response.writeHead(this.status, { "content-type": "application/json" });
            response.end(JSON.stringify(this.answer(request.method ?? "", url, body)));
        });
    });

    async start(): Promise<string> {
        await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    stop(): void {
        this.server.close();
    }

    private answer(method: string, url: URL, body: string): unknown {
        if (method === "GET") {
            const page = Number(url.searchParams.get("page"));
            return this.comments.slice((page - 1) * 100, page * 100);
        }
        const id = Number(url.pathname.split("/").pop());
        const existing = method === "PATCH" ? this.comments.find((each) => each.id === id) : undefined;
        if (existing !== undefined) {
            existing.body = body;
            return existing;
        }
        const comment = { id: this.comments.length + 1, body, user: { type: "Bot" } };
        this.comments.push(comment);
        return comment;
    }
}

describe("the pull request's comment", () => {
    let github: FakeGitHub;
    let pullRequest: Parameters<typeof putComment>[0];

    beforeEach(async () => {
        github = new FakeGitHub();
        pullRequest = { api: await github.start(), repository: "acme/private-studio", number: "7", token: "t0ken" };
    });
    afterEach(() => github.stop());

    it("is made once and changed from then on, among other comments", async () => {
        github.comments.push(
            { id: 1, body: "nice", user: { type: "User" } },
            { id: 2, body: `${MARKER}\nI am a person`, user: { type: "User" } },
        );
        await putComment(pullRequest, `${MARKER}\nfirst`);
        await putComment(pullRequest, `${MARKER}\nsecond`);
        assert.deepEqual(
            github.comments.map(({ body }) => body),
            ["nice", `${MARKER}\nI am a person`, `${MARKER}\nsecond`],
        );
    });

    it("is found behind a page of others", async () => {
        for (let id = 1; id <= 100; id++) {
            github.comments.push({ id, body: "other", user: { type: "User" } });
        }
        github.comments.push({ id: 101, body: `${MARKER}\nold`, user: { type: "Bot" } });
        await putComment(pullRequest, `${MARKER}\nnew`);
        assert.equal(github.comments.length, 101);
        assert.equal(github.comments[100]?.body, `${MARKER}\nnew`);
    });

    it("fails naming call and status, never the token", async () => {
        github.status = 403;
        await assert.rejects(putComment(pullRequest, MARKER), (error: Error) => {
            assert.match(error.message, /^GitHub answered GET .* with 403; the job needs pull-requests: write$/);
            assert.doesNotMatch(error.message, /t0ken/);
            return true;
        });
    });

    it("holds the reports in order of name, below the marker", () => {
        const folder = mkdtempSync(path.join(tmpdir(), "reports-"));
        try {
            assert.equal(commentBody(folder), `${MARKER}\nNo stack was previewed: see the workflow run.\n`);
            writeFileSync(path.join(folder, "prod.md"), "### prod\n");
            writeFileSync(path.join(folder, "dev.md"), "### dev\n");
            writeFileSync(path.join(folder, "dev.events.json"), "{}");
            assert.equal(commentBody(folder), `${MARKER}\n### dev\n\n### prod\n`);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});
