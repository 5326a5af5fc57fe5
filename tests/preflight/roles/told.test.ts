import { strict as assert } from "node:assert";

import { judge, type JudgedRole } from "../../../preflight/proofs/roles";
import { roleClasses } from "../../../preflight/proofs/roles/classes";
import { rolesText } from "../../../preflight/report/roles";
import { recordStack } from "../access/fixture";
import { COMPLETE, worldOf } from "./fixture";

const NOTHING: readonly string[] = [];
/** What a data scientist may; endpoints because of JumpStart, which deploys its models. */
const SCIENCE = [
    "work in own spaces",
    "train",
    "process",
    "make models",
    "deploy endpoints",
    "invoke endpoints",
    "read data",
    "write data",
];
const STEPS = ["train", "process", "make models", "read data", "write data"];
const DATA = ["read data", "write data"];

/** Personas as design and stack file describe them, by the logical name of their role. */
const MAY: Readonly<Record<string, readonly string[]>> = {
    execution: NOTHING,
    "execution-administrator": ["work in own spaces", "delete colleagues' apps"],
    "execution-data-scientist": SCIENCE,
    "execution-data-scientist_research": SCIENCE,
    "execution-data-scientist_risk": SCIENCE,
    // Has no set "models", and makes models all the same: JumpStart and Canvas come with that.
    "execution-experimenter": SCIENCE,
    "execution-mlops-engineer_research": [...SCIENCE, "run pipelines", "monitor models"],
    job: DATA,
    job_research: DATA,
    job_risk: DATA,
    model: ["read data"],
    model_research: ["read data"],
    model_risk: ["read data"],
    monitor: DATA,
    monitor_research: DATA,
    monitor_risk: DATA,
    pipeline: STEPS,
    pipeline_research: STEPS,
    pipeline_risk: STEPS,
};

/** Roles with one set of answers, and whom they serve. */
const CLASSES: readonly (readonly [persona: string, of: string, teams: string, profiles: string])[] = [
    ["default", "apps", "", ""],
    ["administrator", "apps", "", "kim"],
    ["data-scientist", "apps", "", "pat"],
    ["data-scientist", "apps", "research risk", "ada ada-canvas eve"],
    ["experimenter", "apps", "", "lee"],
    ["mlops-engineer", "apps", "research", "bob"],
    ["studio-job", "jobs", "", ""],
    ["studio-job", "jobs", "research risk", ""],
    ["studio-model", "jobs", "", ""],
    ["studio-model", "jobs", "research risk", ""],
    ["studio-monitor", "jobs", "", ""],
    ["studio-monitor", "jobs", "research risk", ""],
    ["studio-pipeline", "jobs", "", ""],
    ["studio-pipeline", "jobs", "research risk", ""],
];

describe("roles: what the personas of studio-complete.yaml may", () => {
    let roles: readonly JudgedRole[];
    before(async () => {
        roles = judge(worldOf(await recordStack(COMPLETE)));
    });

    const answers = (wanted: string): Record<string, string[]> =>
        Object.fromEntries(
            roles.map(({ findings, subject }) => [
                subject.role.name.replace("studio-", ""),
                findings
                    .filter(({ answer, expected }) => expected === "told" && answer === wanted)
                    .map(({ label }) => label)
                    .sort(),
            ]),
        );

    it("is what each role is for, and nothing else", () => {
        assert.deepEqual(answers("yes"), sorted(MAY));
    });

    it("is decided for every role", () => {
        assert.deepEqual([...new Set(Object.values(answers("not decided")).flat())], []);
    });

    it("is told once for roles that differ in their team's name alone", () => {
        assert.deepEqual(
            roleClasses(roles).map(({ of, persona, profiles, teams }) => [
                persona,
                of,
                teams.join(" "),
                profiles.join(" "),
            ]),
            CLASSES,
        );
    });

    it("is read by people's personas, not by the roles of jobs", () => {
        const text = rolesText(roleClasses(roles));
        assert.deepEqual(
            text.split("\n").filter((line) => /^ {2}\S/.test(line)),
            [
                "  default: the domain's default, nobody's",
                "  administrator: kim",
                "  data-scientist: pat",
                "  data-scientist (teams research, risk): ada, ada-canvas, eve",
                "  experimenter: lee",
                "  mlops-engineer (team research): bob",
            ],
        );
        assert.match(
            text.replace(/\s+/g, " "),
            /administrator: kim may work in own spaces, delete colleagues' apps may not train,/,
        );
        assert.match(text, /default: .*\n {4}may look only\n/);
    });
});

function sorted(table: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
    return Object.fromEntries(Object.entries(table).map(([role, labels]) => [role, [...labels].sort()]));
}
