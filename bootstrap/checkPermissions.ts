import { readdirSync } from "node:fs";
import path from "node:path";

import type { GraphResource } from "../policy-pack/graph";
import { type Place, placePath, SERVICE_LOG_GROUPS } from "../components/names";
import { isMulti, type PlainMultiSettings, type PlainSettings } from "../components/settings";
import { record } from "../preflight/record";
import { readAnyStack } from "../preflight/stack";
import { needsPermissions, PERMISSIONS, type StackNames, stackNames, typesOf } from "./permissions";

type Registered = Pick<GraphResource, "type" | "props"> & Partial<Pick<GraphResource, "urn" | "provider">>;

/** Log groups SageMaker names itself, made by the stack that has the account's baseline. */
const SERVICES: readonly string[] = Object.values(SERVICE_LOG_GROUPS);

/** Property that holds the physical name, and the names of the table it must be among. */
const NAMED: Readonly<Record<string, (names: StackNames, name: string) => boolean>> = {
    "aws:iam/role:Role": ({ roles }, name) => roles.includes(name),
    "aws:iam/policy:Policy": ({ policies }, name) => policies.includes(name),
    "aws:kms/alias:Alias": ({ keyAliases }, name) => keyAliases.includes(name),
    "aws:cloudwatch/logGroup:LogGroup": ({ logGroupPrefix }, name) =>
        name.startsWith(logGroupPrefix) || SERVICES.includes(name) || name.startsWith("API-Gateway-Execution-Logs_"),
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
 * What the deploy roles of a stack could not deploy of these resources: types without a row in the permission table, and
 * names the role of the resource's account is not given. One line each, sorted.
 *
 * @param places of the stack; of one with many accounts those of its units, each deployed by its account's role
 */
export function missingPermissions(resources: readonly Registered[], places: readonly [Place, ...Place[]]): string[] {
    const named = places.map((place) => ({ place, names: stackNames(place) }));
    const accountOf = accountsByProvider(resources);
    const problems = resources.flatMap(({ type, props, provider }) => {
        if (!needsPermissions(type)) {
            return [];
        }
        if (PERMISSIONS[type] === undefined) {
            return [
                `${type} has no row in bootstrap/permissions: add one with the actions its create, read, update and delete call, and its source`,
            ];
        }
        const account = accountOf(provider);
        const here = named.filter(({ place }) => account === undefined || place.account === account);
        // What is made elsewhere, as an organization's policies are, is made under a role that is not ours to give rights.
        if (here.length > 0 && !here.some(({ place }) => typesOf(place.unit).includes(type))) {
            return [
                `${type} is made where ${here.map(({ place }) => place.unit ?? "the stack").join(", ")} stands, whose deploy role gets none of its actions: say so in bootstrap/permissions/byUnit.ts`,
            ];
        }
        if (BELOW_PATHS.includes(type) && here.some(({ place }) => props["path"] === placePath(place))) {
            return [];
        }
        const { name = props["bucket"] } = props as { name?: unknown };
        const isOwn = NAMED[type];
        if (isOwn === undefined || (typeof name === "string" && here.some(({ names }) => isOwn(names, name)))) {
            return [];
        }
        const found = typeof name === "string" ? name : "a name AWS chooses";
        return [
            `${type} is named ${found}, which no deploy role may touch: add its purpose to bootstrap/permissions/physicalNames.ts`,
        ];
    });
    return [...new Set(problems)].sort();
}

/** The account a provider works in, by its URN; undefined where that is not told. */
function accountsByProvider(resources: readonly Registered[]): (provider: string | undefined) => string | undefined {
    const accounts = new Map(
        resources
            .filter(({ type }) => type === "pulumi:providers:aws")
            .map(({ urn, props }) => [urn, firstOf(props["allowedAccountIds"])]),
    );
    return (provider) => {
        const account = accounts.get(provider);
        return typeof account === "string" ? account : undefined;
    };
}

/** First text of a list, which a provider's inputs hold as JSON. */
function firstOf(value: unknown): unknown {
    const list: unknown = typeof value === "string" ? JSON.parse(value) : value;
    return Array.isArray(list) ? list[0] : undefined;
}

/** Where a stack's things stand: itself, or its units in their accounts. */
export function placesOf(settings: PlainSettings | PlainMultiSettings): readonly [Place, ...Place[]] {
    const { project, stack, region } = settings;
    if (!isMulti(settings)) {
        return [{ project, stack, region, account: settings.account.id }];
    }
    const { accounts, hub, access, lobs, onprem } = settings;
    const unit = (name: string, account: string): Place => ({
        project,
        stack,
        region,
        account: accounts[account]?.id ?? "",
        unit: name,
    });
    return [
        unit("hub", hub.account),
        unit("access", access.account),
        ...lobs.map(({ lob, accountName }) => unit(lob, accountName)),
        ...(onprem === undefined ? [] : [unit("onprem", onprem.account)]),
    ];
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
    const { settings, ...stack } = readAnyStack(projectDir, stackFile);
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
    return [
        ...missingPermissions(recording.resources, placesOf(settings)),
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
    return [
        ...files(".", /^Pulumi\..+\.yaml$/),
        ...["tests/stacks", "tests/stacks/multi"].flatMap((folder) => files(folder, /\.yaml$/)),
    ];
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
