import { readFileSync } from "node:fs";

import type { z } from "zod";

import { PreflightError } from "../error";
import { type Facts, factsSchema } from "./schema";

/** The VPC a stack file says the facts are of. */
export interface ExpectedVpc {
    readonly vpcId: string;
    readonly account: string;
    readonly region: string;
}

/**
 * Reads the file that `npm run facts` wrote.
 *
 * @throws PreflightError when it cannot be read, is not such a file, or is of another VPC, account or Region; every
 *   mistake in it at once.
 */
export function readFacts(file: string, expected: ExpectedVpc): Facts {
    const write = `Write it anew: npm run facts -- --vpc ${expected.vpcId} --region ${expected.region} --out ${file}`;
    const parsed = factsSchema.safeParse(parse(file, write));
    if (!parsed.success) {
        throw mistakes(file, parsed.error.issues.map(issueText), write);
    }
    const wrong = differences(parsed.data, expected);
    if (wrong.length > 0) {
        throw mistakes(file, wrong, `Name the file of the stack's own VPC in network.vpc.facts. ${write}`);
    }
    const loose = looseIds(parsed.data);
    if (loose.length > 0) {
        throw mistakes(file, loose, write);
    }
    return parsed.data;
}

function parse(file: string, write: string): unknown {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        throw new PreflightError(`The facts file ${file} named in network.vpc.facts cannot be read.\n${write}`);
    }
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw new PreflightError(`The facts file ${file} is not JSON.\n${write}`);
    }
}

function mistakes(file: string, what: readonly string[], fix: string): PreflightError {
    return new PreflightError([`Facts file ${file}:`, ...what.map((each) => `  ${each}`), fix].join("\n"));
}

function issueText({ path, message }: z.core.$ZodIssue): string {
    return `${path.length === 0 ? "the file" : path.join(".")}: ${message}`;
}

function differences(facts: Facts, { vpcId, account, region }: ExpectedVpc): string[] {
    const pairs = [
        ["VPC", facts.vpc.id, vpcId],
        ["account", facts.account, account],
        ["region", facts.region, region],
    ] as const;
    return pairs
        .filter(([, found, wanted]) => found !== wanted)
        .map(([what, found, wanted]) => `it is of ${what} ${found}, the stack's is ${wanted}`);
}

/** Whatever stands in a subnet or table that the file does not tell of would vanish from every proof. */
function looseIds(facts: Facts): string[] {
    const subnets = new Set(facts.subnets.map(({ id }) => id));
    const tables = new Set(facts.routeTables.map(({ id }) => id));
    const groups = new Set(facts.securityGroups.map(({ id }) => id));
    const missing = (where: string, ids: readonly string[], known: ReadonlySet<string>): string[] =>
        ids.filter((id) => !known.has(id)).map((id) => `${where} names ${id}, which the file does not describe`);
    return [
        ...facts.routeTables.flatMap(({ id, subnetIds }) => missing(id, subnetIds, subnets)),
        ...facts.endpoints.flatMap(({ id, subnetIds, routeTableIds, groupIds }) => [
            ...missing(id, subnetIds, subnets),
            ...missing(id, routeTableIds, tables),
            ...missing(id, groupIds, groups),
        ]),
        ...facts.networkAcls.flatMap(({ id, subnetIds }) => missing(id, subnetIds, subnets)),
        ...facts.natGateways.flatMap(({ id, subnetId }) => missing(id, subnetId === null ? [] : [subnetId], subnets)),
        ...facts.firewallEndpoints.flatMap(({ id, subnetId }) => missing(id, [subnetId], subnets)),
    ];
}
