import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { KEY_AND_ROLE_EXAMPLES } from "../../examples/keysAndRoles";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const BAD = KEY_AND_ROLE_EXAMPLES.P58?.bad ?? [];
const profile = (name: string, role: string, props: Record<string, unknown> = {}): Sketch => ({
    type: "aws:sagemaker/userProfile:UserProfile",
    name,
    props: { domainId: ref("domain"), userSettings: { executionRole: ref(role, "arn") }, ...props },
});
const role = (name: string): Sketch => ({ type: "aws:iam/role:Role", name, props: {} });
const lambda = (executionRole: unknown): Sketch => ({
    type: "aws:lambda/function:Function",
    name: "worker",
    props: { role: executionRole },
});

describe("P58 sagemaker-execution-role-isolated", () => {
    for (const ids of ["known", "unknown"] as const) {
        const says = (stack: readonly Sketch[], options: Record<string, unknown> = {}): string[] =>
            verdict("P58", stack, options, ids);

        describe(`ids ${ids}`, () => {
            it("a role of one domain, for its spaces and profiles", () => assert.deepEqual(says(cleanStack()), []));

            it("two domains", () => {
                assert.deepEqual(says(BAD), [
                    "violation: Domain sales-domain: uses Role research, which Domain research-domain of another domain uses. Give a domain a role of its own.",
                ]);
                assert.deepEqual(says(change(BAD, "sales-domain", "defaultUserSettings.executionRole", undefined)), []);
            });

            it("a profile with the role of another domain", () => {
                const stack = [
                    ...cleanStack(),
                    { type: "aws:sagemaker/domain:Domain", name: "other", props: {} },
                    profile("guest", "execution", { domainId: ref("other") }),
                ];
                assert.deepEqual(says(stack), [
                    "violation: UserProfile guest: uses Role execution, which Domain domain of another domain uses. Give a domain a role of its own.",
                ]);
            });

            it("two lines of business by their tag, once it is named", () => {
                const stack = [
                    ...cleanStack(),
                    role("shared"),
                    profile("one", "shared", { tags: { line: "retail" } }),
                    profile("two", "shared", { tags: { line: "retail" } }),
                    profile("three", "shared", { tags: { line: "credit" } }),
                    profile("four", "shared", { tags: {} }),
                ];
                assert.deepEqual(says(stack), []);
                assert.deepEqual(says(stack, { lineOfBusinessTag: "line" }), [
                    "violation: UserProfile three: uses Role shared, which UserProfile one of another line of business uses. Give a line of business a role of its own.",
                ]);
                assert.deepEqual(says(change(stack, "three", "tags", UNKNOWN), { lineOfBusinessTag: "line" }), [
                    "undecided: UserProfile three: its tag line is not known yet, so whether it may share Role shared cannot be told.",
                ]);
            });

            it("each profile a role of its own, where the configuration asks for it", () => {
                const stack = [...cleanStack(), role("own"), profile("one", "own"), profile("two", "own")];
                const shares = (name: string, used: string, first: string): string =>
                    `violation: UserProfile ${name}: uses Role ${used}, which ${first} uses. Give each profile a role of its own.`;
                assert.deepEqual(says(stack), []);
                assert.deepEqual(says(stack, { rolePerProfile: true }), [
                    shares("profile-ann", "execution", "Domain domain"),
                    shares("two", "own", "UserProfile one"),
                ]);
            });

            it("a function, a task, an instance or a rule's target that runs as it", () => {
                const others: readonly (readonly [Sketch, string])[] = [
                    [lambda(ref("execution", "arn")), "Function worker"],
                    [
                        {
                            type: "aws:ecs/taskDefinition:TaskDefinition",
                            name: "task",
                            props: { taskRoleArn: ref("execution", "arn") },
                        },
                        "TaskDefinition task",
                    ],
                    [
                        {
                            type: "aws:iam/instanceProfile:InstanceProfile",
                            name: "box",
                            props: { role: ref("execution") },
                        },
                        "InstanceProfile box",
                    ],
                    [
                        {
                            type: "aws:scheduler/schedule:Schedule",
                            name: "nightly",
                            props: { target: { roleArn: ref("execution", "arn") } },
                        },
                        "Schedule nightly",
                    ],
                ];
                for (const [other, name] of others) {
                    assert.deepEqual(says([...cleanStack(), other]), [
                        `violation: ${name}: runs as Role execution, the execution role of Domain domain. Give it a role of its own.`,
                    ]);
                }
            });

            it("SageMaker's jobs may run as it, and functions as roles of their own", () => {
                const model: Sketch = {
                    type: "aws:sagemaker/model:Model",
                    name: "model",
                    props: { executionRoleArn: ref("execution", "arn") },
                };
                assert.deepEqual(says([...cleanStack(), model, role("own"), lambda(ref("own", "arn"))]), []);
            });
        });
    }

    it("a role made elsewhere", () => {
        const arn = "arn:aws:iam::111122223333:role/far";
        const stack = ["research-domain", "sales-domain"].reduce<readonly Sketch[]>(
            (list, name) => change(list, name, "defaultUserSettings.executionRole", arn),
            BAD,
        );
        assert.deepEqual(verdict("P58", stack), [
            `violation: Domain sales-domain: uses role ${arn}, which Domain research-domain of another domain uses. Give a domain a role of its own.`,
        ]);
        assert.deepEqual(
            verdict("P58", [...change(cleanStack(), "domain", "defaultUserSettings.executionRole", arn), lambda(arn)]),
            [
                `violation: Function worker: runs as role ${arn}, the execution role of Domain domain. Give it a role of its own.`,
            ],
        );
    });

    it("a function whose role is not known may run as it, and only where there is Studio", () => {
        assert.deepEqual(verdict("P58", [...cleanStack(), lambda(UNKNOWN)]), [
            "undecided: Function worker: its role is not known yet, so whether it is an execution role cannot be told.",
        ]);
        assert.deepEqual(verdict("P58", [lambda(UNKNOWN)]), []);
    });

    isUndecidedWithout(
        "P58",
        [
            ["sales-domain", "defaultUserSettings"],
            ["sales-domain", "defaultUserSettings.executionRole"],
        ],
        BAD,
    );
    isUndecidedWithout(
        "P58",
        [["guest", "domainId"]],
        [...cleanStack(), profile("guest", "execution", { domainId: ref("domain") })],
    );
});
