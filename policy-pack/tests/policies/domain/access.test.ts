import assert from "node:assert/strict";

import { UNKNOWN } from "../../../graph";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, verdict } from "../verdict";
import { domain, repairs, table } from "./table";

describe("P03 sagemaker-domain-auth-mode-allowed", () => {
    const mode = (authMode: unknown): Sketch[] => domain({ authMode });
    const says = (found: string, allowed: string): string[] => [
        `violation: Domain studio: authMode is ${found}. Set it to ${allowed} now: a later change replaces the domain.`,
    ];
    const either = '"SSO" or "IAM"';
    table("P03", [
        ["IAM", mode("IAM"), []],
        ["SSO", mode("SSO"), []],
        ["absent", domain({}), says("not set", either)],
        ["null", mode(null), says("not set", either)],
        ["another word", mode("hunter2"), says("set to something else", either)],
    ]);
    isUndecidedWithout("P03", [["studio", "authMode"]], mode("IAM"));

    describe("with one mode as the rule", () => {
        table("P03", [["the other one", mode("IAM"), says('"IAM"', '"SSO"')]], { allowedAuthModes: ["SSO"] });
    });
});

describe("P06 sagemaker-domain-docker-access-restricted", () => {
    const block = "domainSettings.dockerSettings";
    const [ours, theirs] = ["111122223333", "444455556666"];
    const docker = (dockerSettings: unknown): Sketch[] => domain({ domainSettings: { dockerSettings } });
    const on = (vpcOnlyTrustedAccounts?: unknown): Sketch[] =>
        docker({ enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts });
    const says = (problem: string): string[] => [
        `violation: Domain studio: ${block}.enableDockerAccess is "ENABLED" and vpcOnlyTrustedAccounts ${problem}. Set it to "DISABLED", or name accounts of trustedDockerAccounts only.`,
    ];
    const unclear = [
        `undecided: Domain studio: ${block}.vpcOnlyTrustedAccounts is not known yet; it must name trusted accounts.`,
    ];
    const options = { trustedDockerAccounts: [ours] };
    table(
        "P06",
        [
            ["off", docker({ enableDockerAccess: "DISABLED" }), []],
            ["off, whatever accounts are listed", docker({ vpcOnlyTrustedAccounts: [theirs] }), []],
            ["absent: AWS's default is off", domain({}), []],
            ["on for a trusted account", on([ours]), []],
            ["on without accounts", on(), says("is empty")],
            ["on with an empty list", on([]), says("is empty")],
            ["on for somebody else too", on([ours, theirs]), says(`names ${theirs}`)],
            ["on for what is no account", on(["hunter2"]), says("names something that is no trusted account")],
            ["on for an account that is not known yet", on([ours, UNKNOWN]), unclear],
            ["on for one not known yet and one not trusted", on([UNKNOWN, theirs]), says(`names ${theirs}`)],
        ],
        options,
    );
    isUndecidedWithout(
        "P06",
        [
            ["studio", "domainSettings"],
            ["studio", block],
            ["studio", `${block}.enableDockerAccess`],
            ["studio", `${block}.vpcOnlyTrustedAccounts`],
        ],
        on([ours]),
    );

    it("allows it to nobody by default", () => {
        assert.deepEqual(verdict("P06", on([ours])), says(`names ${ours}`));
    });

    it("does not ask whether Docker is on where it would reach trusted accounts only", () => {
        const stack = docker({ enableDockerAccess: UNKNOWN, vpcOnlyTrustedAccounts: [ours] });
        assert.deepEqual(verdict("P06", stack, options), []);
    });

    const wrong = { enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: [theirs] };
    const settings = (dockerSettings: unknown): Record<string, unknown> => ({ domainSettings: { dockerSettings } });
    repairs(
        "P06",
        [
            ["turns it off", settings(wrong), settings({ ...wrong, enableDockerAccess: "DISABLED" })],
            [
                "not for trusted accounts",
                settings({ ...wrong, vpcOnlyTrustedAccounts: [ours] }),
                settings({ ...wrong, vpcOnlyTrustedAccounts: [ours] }),
            ],
            ["not where there is no block", {}, {}],
        ],
        options,
    );
});

describe("P11 sagemaker-user-profile-execution-role-configured", () => {
    const role: Sketch = { type: "aws:iam/role:Role", name: "scientist", props: {} };
    const profile = (userSettings: unknown): Sketch[] => [
        role,
        { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props: { userSettings } },
    ];
    const path = "userSettings.executionRole";
    const missing = [
        `violation: UserProfile ann: ${path} is not set, which means the domain's default role. Name the role.`,
    ];
    const unclear = [`undecided: UserProfile ann: ${path} is not known yet; it must be a role.`];
    table("P11", [
        ["a role made elsewhere", profile({ executionRole: "arn:aws:iam::111122223333:role/scientist" }), []],
        ["no settings", profile(undefined), missing],
        ["settings without a role", profile({ securityGroups: [] }), missing],
        ["an empty one", profile({ executionRole: "" }), missing],
        ["null", profile({ executionRole: null }), missing],
    ]);
    isUndecidedWithout(
        "P11",
        [
            ["ann", "userSettings"],
            ["ann", path],
        ],
        profile({ executionRole: "arn:aws:iam::111122223333:role/scientist" }),
    );

    it("takes an id that is not known yet for a role where it comes from one of the stack", () => {
        assert.deepEqual(verdict("P11", profile({ executionRole: ref("scientist", "arn") }), {}, "unknown"), []);
    });

    it("does not take another role in the settings for the profile's", () => {
        const settings = { executionRole: UNKNOWN, securityGroups: [ref("group")] };
        const group: Sketch = { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: {} };
        assert.deepEqual(verdict("P11", [group, ...profile(settings)], {}, "unknown"), unclear);
    });
});
