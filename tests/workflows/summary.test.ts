import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { code, fitComment } from "../../.github/scripts/markdown";
import { preflightFailure, preflightSummary, type ShownReport } from "../../.github/scripts/preflightSummary";
import { type EngineEvent, previewSummary } from "../../.github/scripts/previewSummary";
import { stackSummary } from "../../.github/scripts/summary";

const URN = "urn:pulumi:dev::private-studio::";

function step(op: string, type: string, name: string, diffs?: string[]): EngineEvent {
    const custom = type.startsWith("aws:") || type.startsWith("pulumi:");
    const urn = `${URN}${type}::${name}`;
    return { resourcePreEvent: { metadata: { op, type, urn, ...(diffs ? { diffs } : {}), new: { custom } } } };
}

describe("summary of a preview", () => {
    it("lists changes, those that lose state first and in red", () => {
        const events = [
            step("same", "pulumi:pulumi:Stack", "private-studio-dev"),
            step("update", "pulumi:pulumi:Stack", "private-studio-dev"),
            step("create", "pulumi:providers:aws", "account"),
            step("create", "private-studio:network:Network", "net"),
            step("create", "aws:ec2/vpc:Vpc", "net"),
            step("update", "aws:ec2/vpcEndpoint:VpcEndpoint", "api", ["policy", "tags"]),
            step("create-replacement", "aws:sagemaker/domain:Domain", "domain", ["vpcId"]),
            step("replace", "aws:sagemaker/domain:Domain", "domain", ["vpcId"]),
            step("delete-replaced", "aws:sagemaker/domain:Domain", "domain"),
        ];
        assert.deepEqual(previewSummary(events, true), [
            "✅ **Preview**: 1 to replace, 1 to update, 1 to create",
            "",
            "|  | resource | type | changes |",
            "| --- | --- | --- | --- |",
            "| 🔴 **replace** | `domain` | `Domain` | `vpcId` |",
            "| update | `api` | `VpcEndpoint` | `policy`, `tags` |",
            "| create | `net` | `Vpc` |  |",
            "",
        ]);
    });

    it("lists violations once each, with their level, and errors without colours", () => {
        const violation: EngineEvent = {
            policyEvent: {
                resourceUrn: `${URN}aws:sagemaker/domain:Domain::domain`,
                message: "Domains are VPC-only.\nfound PublicInternetOnly\n",
                policyName: "sagemaker-domain-vpc-only",
                enforcementLevel: "mandatory",
            },
        };
        const advice: EngineEvent = {
            policyEvent: { message: "not decided", policyName: "p", enforcementLevel: "advisory" },
        };
        const error: EngineEvent = {
            diagnosticEvent: { severity: "error", message: "<{%fg 1%}>preview failed<{%reset%}>" },
        };
        const noise: EngineEvent = { diagnosticEvent: { severity: "info", message: "hello" } };
        assert.deepEqual(previewSummary([violation, violation, advice, error, noise], false), [
            "❌ **Preview**: no changes",
            "",
            "Violations:",
            "- ❌ mandatory `sagemaker-domain-vpc-only` (`domain`): `Domains are VPC-only. found PublicInternetOnly`",
            "",
            "<details><summary>1 advisory</summary>",
            "",
            "- ⚠️ advisory `p`: `not decided`",
            "",
            "</details>",
            "",
            "Errors:",
            "- `preview failed`",
        ]);
    });

    it("says how many rows it leaves out", () => {
        const events = Array.from({ length: 53 }, (_, index) => step("update", "aws:ec2/vpc:Vpc", `v${index}`));
        const lines = previewSummary(events, true);
        assert.equal(lines.filter((line) => line.startsWith("| update")).length, 50);
        assert.ok(lines.includes("|  | and 3 more |  |  |"));
    });

    it("counts many new resources by kind, below what changes", () => {
        const created = Array.from({ length: 11 }, (_, index) =>
            step("create", index < 4 ? "aws:kms/key:Key" : "aws:ec2/vpc:Vpc", `v${index}`),
        );
        const lines = previewSummary([...created, step("delete", "aws:kms/key:Key", "old")], true);
        assert.deepEqual(lines.slice(4), [
            "| 🔴 **delete** | `old` | `Key` |  |",
            "| create | 4 | `Key` |  |",
            "| create | 7 | `Vpc` |  |",
            "",
        ]);
    });
});

describe("summary of a preflight", () => {
    const components: ShownReport["components"] = [
        { component: "Network", name: "n", counts: { Vpc: 1 }, total: 1 },
        { component: "Keys", name: "k", counts: { Key: 2 }, total: 2 },
    ];
    const cost: ShownReport["cost"] = {
        region: "eu-west-1",
        currency: "USD",
        rows: [],
        unpriced: [],
        byPurpose: [],
        byUse: [],
        total: 146.5,
    };
    const verdict = { exitCode: 0, problems: [], undecided: [], advice: [] } as const;

    it("says that all holds", () => {
        const notices = ["Operators may open anybody's profile: a."];
        assert.deepEqual(preflightSummary({ components, cost, verdict, notices }), [
            "✅ **Preflight**: all policies pass and every proof holds; 3 resources; 146.50 USD a month by standing there",
            "",
            "Notices:",
            "- `Operators may open anybody's profile: a.`",
        ]);
    });

    it("lists what is wrong and what is not decided", () => {
        const bad = { ...verdict, exitCode: 1, problems: ["P01 x: y"], undecided: ["N2: z"] } as const;
        assert.deepEqual(preflightSummary({ components, cost, verdict: bad, notices: [] }), [
            "❌ **Preflight**: 1 to change; 3 resources; 146.50 USD a month by standing there",
            "",
            "To change:",
            "- `P01 x: y`",
            "",
            "Not decided:",
            "- `N2: z`",
        ]);
    });

    it("does not call what is not decided fine", () => {
        const open = { ...verdict, exitCode: 2, undecided: ["N2: z"] } as const;
        assert.equal(
            preflightSummary({
                components,
                cost: { ...cost, unpriced: [{ key: "kmsKey", why: "no rate" }] },
                verdict: open,
                notices: [],
            })[0],
            "⚠️ **Preflight**: 1 not decided; 3 resources; at least 146.50 USD a month by standing there (1 without a price)",
        );
    });

    it("shows the message of one that could not judge", () => {
        assert.deepEqual(preflightFailure("Pulumi.dev.yaml:3  account\n\n    found nothing\n"), [
            "❌ **Preflight**: nothing could be judged",
            "",
            "",
            "- `Pulumi.dev.yaml:3 account`",
            "- `found nothing`",
        ]);
    });
});

describe("summary of a stack", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "summary-"))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const write = (suffix: string, text: string): void => writeFileSync(path.join(folder, `dev.${suffix}`), text);
    const previewLine = (): string | undefined =>
        stackSummary("dev", folder)
            .split("\n")
            .find((line) => line.includes("**Preview**"));

    it("tells apart no preview, one that did not start and one that failed", () => {
        assert.equal(previewLine(), "ℹ️ **Preview**: none; a pull request from a fork, or no backend is configured");
        write("preview.none", "many accounts\n");
        assert.equal(previewLine(), "ℹ️ **Preview**: none; many accounts");
        write("preview.status", "1\n");
        assert.equal(previewLine(), "❌ **Preview**: it did not start, see the log of the workflow run");
        write("events.json", `${JSON.stringify(step("create", "aws:ec2/vpc:Vpc", "net"))}\n`);
        assert.equal(previewLine(), "❌ **Preview**: 1 to create");
        write("preview.status", "0\n");
        assert.equal(previewLine(), "✅ **Preview**: 1 to create");
    });
});

describe("Markdown of reports", () => {
    it("lets no text act as Markdown, HTML or a mention", () => {
        assert.equal(code("a`b|c <img> @team\n# x"), "`a'b\\|c <img> @team # x`");
    });

    it("cuts a comment between lines", () => {
        const text = "one\ntwo\nthree\n".repeat(20);
        const cut = fitComment(text, 100);
        assert.ok(cut.length <= 100);
        assert.match(
            cut,
            /^one\ntwo\nthree\n.*\n\n… cut here: the whole report is on the page of the workflow run\.$/s,
        );
        assert.equal(fitComment(text, text.length), text);
    });
});
