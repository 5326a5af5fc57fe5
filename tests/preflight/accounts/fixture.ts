import path from "node:path";

import { isMulti, type PlainMultiSettings } from "../../../components/settings";
import { type GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import type { PolicyDocument, Statement } from "../../../policy-pack/iam";
import { networkIntent } from "../../../preflight/intent";
import { accountsIntent } from "../../../preflight/many/intents";
import { accountsProofs, partsOf } from "../../../preflight/proofs/accounts";
import { apiWorld, judgeApi } from "../../../preflight/proofs/api";
import { networkProofs } from "../../../preflight/proofs/network";
import type { Proof } from "../../../preflight/proofs/proof";
import { record } from "../../../preflight/record";
import { readAnyStack } from "../../../preflight/stack";

export const ROOT = path.resolve(__dirname, "../../..");

/** A deployment of many accounts as it was recorded. */
export interface Many {
    readonly resources: readonly GraphResource[];
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly settings: PlainMultiSettings;
}

const RECORDED = new Map<string, Promise<Many>>();

/** Records the program with a stack file, once however often it is asked for. */
export function recordMany(stackFile = "Pulumi.prod.yaml", unknown = false): Promise<Many> {
    const key = `${stackFile} ${String(unknown)}`;
    const known = RECORDED.get(key) ?? recordOnce(stackFile, unknown);
    RECORDED.set(key, known);
    return known;
}

async function recordOnce(stackFile: string, unknown: boolean): Promise<Many> {
    const { settings, ...stack } = readAnyStack(ROOT, path.join(ROOT, stackFile));
    if (!isMulti(settings)) {
        throw new Error(`${stackFile} is not of many accounts`);
    }
    const { diagnostics, failed, outputs, resources } = await record({
        entry: "index.ts",
        unknown,
        projectDir: ROOT,
        project: settings.project,
        stack: settings.stack,
        ...stack,
    });
    if (failed) {
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    }
    return { resources, outputs, settings };
}

/** All proofs but those about roles of apps, each line of business's with its name before. */
function prove({ outputs, resources, settings }: Many): Proof[] {
    const graph = new ResourceGraph(resources);
    const intent = accountsIntent(settings);
    const parts = partsOf(graph);
    const [hub] = parts.hub?.vpcs ?? [];
    return [
        ...accountsProofs(graph, intent),
        ...judgeApi(apiWorld(graph, intent)).proofs,
        ...settings.lobs.flatMap((lob) => {
            const part = parts.lobs.find(({ name }) => name === lob.lob);
            const own = (outputs["lobs"] as Readonly<Record<string, Record<string, unknown>>>)[lob.lob] ?? {};
            const { proofs } = networkProofs(graph, own, networkIntent(lob), {
                isAsked: (domain) => part?.resources.includes(domain) === true,
                egressOfHub: lob.centralEgress,
                ...(hub === undefined
                    ? {}
                    : { hub: { vpc: hub, account: lob.account.id, ...organizationOf(settings) } }),
            });
            return proofs.map((proof) => ({ ...proof, id: `${lob.lob}: ${proof.id}` }));
        }),
    ];
}

function organizationOf({ hub: { organization } }: PlainMultiSettings): { organization?: string } {
    return organization === undefined ? {} : { organization };
}

/** What does not hold: `verdict id: evidence`, one line for each piece of evidence. */
export function against(many: Many): string[] {
    return prove(many)
        .filter(({ verdict }) => verdict !== "holds")
        .flatMap(({ evidence, id, verdict }) => evidence.map((text) => `${verdict} ${id}: ${text}`));
}

/** What changes one deployment into another. */
export type Edit = (resources: readonly GraphResource[]) => readonly GraphResource[];

/** The one resource of a type that ends so, with a logical name. */
export function find(resources: readonly GraphResource[], type: string, name: string): GraphResource {
    const found = resources.filter((each) => each.type.endsWith(`:${type}`) && each.name === name);
    if (found.length !== 1) {
        throw new Error(`${found.length} resources ${type} ${name}`);
    }
    return found[0] as GraphResource;
}

export const without =
    (type: string, name: string): Edit =>
    (resources) => {
        const gone = find(resources, type, name);
        return resources.filter((each) => each !== gone);
    };

export const changed =
    (type: string, name: string, props: Readonly<Record<string, unknown>>): Edit =>
    (resources) => {
        const old = find(resources, type, name);
        const next = { ...old, props: { ...old.props, ...props } };
        return resources.map((each) => (each === old ? next : each));
    };

/** A copy of a resource under another name, with other inputs; `props` sees what there is. */
export const copied =
    (
        type: string,
        from: string,
        name: string,
        props: (resources: readonly GraphResource[]) => Readonly<Record<string, unknown>>,
    ): Edit =>
    (resources) => {
        const old = find(resources, type, from);
        const next: GraphResource = {
            ...old,
            urn: `${old.urn.slice(0, old.urn.lastIndexOf("::"))}::${name}`,
            name,
            id: `${String(old.id)}-${name}`,
            props: { ...old.props, id: undefined, arn: undefined, ...props(resources) },
            propertyDependencies: {},
        };
        return [...resources, next];
    };

/** A resource with another provider, or none of its own. */
export const by =
    (type: string, name: string, provider: string | undefined): Edit =>
    (resources) => {
        const old = find(resources, type, name);
        const { provider: _, ...rest } = old;
        const next = provider === undefined ? rest : { ...rest, provider };
        return resources.map((each) => (each === old ? next : each));
    };

/** The document of a resource with other statements. */
export const restated =
    (
        type: string,
        name: string,
        property: "policy" | "assumeRolePolicy",
        change: (statements: readonly Statement[]) => readonly Statement[],
    ): Edit =>
    (resources) => {
        const old = find(resources, type, name);
        const document = JSON.parse(old.props[property] as string) as PolicyDocument;
        const statements = change([document.Statement].flat());
        return changed(type, name, { [property]: JSON.stringify({ ...document, Statement: statements }) })(resources);
    };

/** Statements with one of them replaced, or taken out. */
export function statement(
    sid: string,
    change: (old: Statement) => Statement | undefined,
): (statements: readonly Statement[]) => readonly Statement[] {
    return (statements) => {
        if (!statements.some(({ Sid }) => Sid === sid)) {
            throw new Error(`no statement ${sid}`);
        }
        return statements.flatMap((each) => (each.Sid === sid ? (change(each) ?? []) : [each]));
    };
}

/** A statement without condition keys. */
export function withoutKeys(...keys: readonly string[]): (old: Statement) => Statement {
    return ({ Condition = {}, ...rest }) => {
        const kept = Object.entries(Condition)
            .map(
                ([operator, values]) =>
                    [operator, Object.entries(values).filter(([key]) => !keys.includes(key))] as const,
            )
            .filter(([, values]) => values.length > 0)
            .map(([operator, values]) => [operator, Object.fromEntries(values)] as const);
        return { ...rest, ...(kept.length > 0 ? { Condition: Object.fromEntries(kept) } : {}) };
    };
}

/** Several edits, one after the other. */
export const all =
    (...edits: readonly Edit[]): Edit =>
    (resources) =>
        edits.reduce((before, edit) => edit(before), resources);
