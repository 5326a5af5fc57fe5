import { readdirSync } from "node:fs";
import path from "node:path";

import type { GraphResource } from "../policy-pack/graph";
import { type Place, placePath, SERVICE_LOG_GROUPS } from "../components/names";
import { record } from "../preflight/record";
import { readStack } from "../preflight/stack";
import { needsPermissions, PERMISSIONS, type StackNames, stackNames } from "./permissions";

type Registered = Pick<GraphResource, "type" | "props">;

/** Log groups SageMaker names itself, made by the stack that has the account's baseline. */
const SERVICES: readonly string[] = Object.values(SERVICE_LOG_GROUPS);

/** Property that holds the physical name, and the names of the table it must be among. */
const NAMED: Readonly<Record<string, (names: StackNames, name: string) => boolean>> = {
    "aws:iam/role:Role": ({ roles }, name) => roles.includes(name),
    "aws:iam/policy:Policy": ({ policies }, name) => policies.includes(name),
    "aws:kms/alias:Alias": ({ keyAliases }, name) => keyAliases.includes(name),
    "aws:cloudwatch/logGroup:LogGroup": ({ logGroupPrefix }, name) =>
        name.startsWith(logGroupPrefix) || SERVICES.includes(name),
    "aws:ssm/parameter:Parameter": ({ parameterPath }, name) => name.startsWith(parameterPath),
    "aws:s3/bucketObjectv2:BucketObjectv2": ({ dataBucket }, name) => name === dataBucket,
    "aws:s3/bucket:Bucket": ({ buckets }, name) => buckets.includes(name),
    "aws:networkfirewall/firewall:Firewall": ({ firewall }, name) => name === firewall,
    "aws:networkfirewall/firewallPolicy:FirewallPolicy": ({ firewall }, name) => name === firewall,
    "aws:networkfirewall/ruleGroup:RuleGroup": ({ firewallRuleGroups }, name) => firewallRuleGroups.includes(name),
};

/** Types of which a deploy role may touch everything below its stack's own path: personas and teams make the names. */
const BELOW_PATHS = ["aws:iam/role:Role", "aws:iam/policy:Policy"];

/** Functions everybody may call, or that ask no service. Source: STS API reference, GetCallerIdentity. */
const FREE_FUNCTIONS = [
    "aws:iam/getPolicyDocument:getPolicyDocument",
    "aws:index/getCallerIdentity:getCallerIdentity",
    "aws:index/getPartition:getPartition",
    "aws:index/getRegion:getRegion",
];

/**
 * What the deploy role of a stack could not deploy of these resources: types without a row in the permission table, and
 * names the role is not given. One line each, sorted.
 */
export function missingPermissions(resources: readonly Registered[], place: Place): string[] {
    const names = stackNames(place);
    const problems = resources.flatMap(({ type, props }) => {
        if (!needsPermissions(type)) {
            return [];
        }
        if (PERMISSIONS[type] === undefined) {
            return [
                `${type} has no row in bootstrap/permissions: add one with the actions its create, read, update and delete call, and its source`,
            ];
        }
        if (BELOW_PATHS.includes(type) && props["path"] === placePath(place)) {
            return [];
        }
        const { name = props["bucket"] } = props as { name?: unknown };
        const isOwn = NAMED[type];
        if (isOwn === undefined || (typeof name === "string" && isOwn(names, name))) {
            return [];
        }
        const found = typeof name === "string" ? name : "a name AWS chooses";
        return [
            `${type} is named ${found}, which no deploy role may touch: add its purpose to bootstrap/permissions/physicalNames.ts`,
        ];
    });
    return [...new Set(problems)].sort();
}

/** Functions among these tokens that ask AWS for what no row of the table allows. One line each, sorted. */
export function missingFunctions(tokens: readonly string[]): string[] {
    const asked = tokens.filter((token) => /^aws:.*:get\w+$/.test(token) && !FREE_FUNCTIONS.includes(token));
    return [...new Set(asked)]
        .filter((token) => PERMISSIONS[token] === undefined)
        .sort()
        .map(
            (token) =>
                `${token} has no row in bootstrap/permissions: add one to functionRows.ts with the actions it calls, and its source`,
        );
}

/** Records one stack and answers what its deploy role lacks. */
export async function checkStack(projectDir: string, stackFile: string): Promise<string[]> {
    const { settings, ...stack } = readStack(projectDir, stackFile);
    const recording = await record({
        entry: "index.ts",
        projectDir,
        project: settings.project,
        stack: settings.stack,
        ...stack,
    });
    if (recording.failed) {
        return recording.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
    }
    const place = {
        project: settings.project,
        stack: settings.stack,
        account: settings.account.id,
        region: settings.region,
    };
    return [
        ...missingPermissions(recording.resources, place),
        ...missingFunctions(recording.assumptions.map(({ token }) => token)),
    ];
}

/** Stack files of the project and of its samples. */
export function sampleStacks(projectDir: string): string[] {
    const files = (folder: string, pattern: RegExp): string[] =>
        readdirSync(path.join(projectDir, folder))
            .filter((name) => pattern.test(name))
            .sort()
            .map((name) => path.join(projectDir, folder, name));
    return [...files(".", /^Pulumi\..+\.yaml$/), ...files("tests/stacks", /\.yaml$/)];
}

/** Each recording is a process of its own, and waits for its files now and then. */
const AT_ONCE = 2;

async function main(): Promise<number> {
    const projectDir = path.resolve(__dirname, "..");
    const stackFiles = sampleStacks(projectDir);
    const problems: string[] = [];
    for (let index = 0; index < stackFiles.length; index += AT_ONCE) {
        const found = await Promise.all(
            stackFiles.slice(index, index + AT_ONCE).map(async (stackFile) => {
                const lines = await checkStack(projectDir, stackFile);
                return lines.map((problem) => `${path.relative(projectDir, stackFile)}: ${problem}`);
            }),
        );
        problems.push(...found.flat());
    }
    process.stderr.write(problems.map((problem) => `${problem}\n`).join(""));
    return problems.length === 0 ? 0 : 1;
}

if (require.main === module) {
    main().then(
        (code) => {
            process.exitCode = code;
        },
        (error: unknown) => {
            process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
            process.exitCode = 1;
        },
    );
}
