import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { type Fixture, recordProgram } from "../../access/fixture";

/** The same people, teams and settings in two stacks of one account, each with a domain of its own. */
function stackFile(cidr: string, { baseline }: { readonly baseline: boolean }): string {
    return `
config:
  aws:region: eu-west-1
  pulumi:disable-default-providers: [aws]
  private-studio:account: { id: "111122223333" }
  private-studio:protect: false
  private-studio:network:
    cidr: ${cidr}
    zones: [euw1-az1, euw1-az2]
    egress: isolated
    features: [studio, jobs]
    clients: { ranges: [192.168.0.0/16], via: tgw-0123456789abcdef0 }
  private-studio:access:
    from: vpc
    principals: [arn:aws:iam::111122223333:role/data-scientists]
    operators: [arn:aws:iam::111122223333:role/studio-operators]
  private-studio:domain: { homes: delete, drain: true }
  private-studio:security:
    # An account has it once.
    ${baseline ? "baseline: { trail: data }" : "response: { mode: stop, emails: [security@example.com], trailLogGroup: aws-cloudtrail-logs }"}
  private-studio:users:
    - { name: ada, tag: a00001, persona: data-scientist, team: research }
    - { name: bob, tag: a00002, persona: mlops-engineer, team: risk }
    - { name: kim, tag: a00004, persona: administrator }
    - { name: pat, tag: a00006 }
`;
}

/** Two stacks side by side. */
export interface TwoStacks {
    /** Whose roles ask. */
    readonly own: Fixture;
    /** Of whose things they ask: by the other's kind, `stack` for one of its own name, `unit` for one below the path of `own`. */
    readonly others: Readonly<Record<"stack" | "unit", Fixture>>;
}

/** Records them; the files go as soon as they were read. */
export async function recordTwoStacks(): Promise<TwoStacks> {
    const folder = mkdtempSync(path.join(tmpdir(), "two-stacks-"));
    const write = (name: string, text: string): string => {
        const file = path.join(folder, `${name}.yaml`);
        writeFileSync(file, text);
        return file;
    };
    try {
        const own = await recordProgram({ stackFile: write("one", stackFile("10.40.0.0/16", { baseline: true })) });
        const file = write("two", stackFile("10.50.0.0/16", { baseline: false }));
        return {
            own,
            others: {
                stack: await recordProgram({ stackFile: file }),
                unit: await recordProgram({
                    stackFile: file,
                    entry: path.resolve(__dirname, "../../record/programs/unitOfStack.ts"),
                }),
            },
        };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
