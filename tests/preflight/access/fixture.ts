import path from "node:path";

import type { PlainSettings } from "../../../components/settings";
import { type GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import type { PolicyDocument, Statement } from "../../../policy-pack/iam";
import { accessIntent, networkIntent } from "../../../preflight/intent";
import {
    type AccessIntent,
    accessMatrix,
    type AccessClass,
    accessWorld,
    type AccessWorld,
} from "../../../preflight/proofs/access";
import { networkProofs } from "../../../preflight/proofs/network";
import { record } from "../../../preflight/record";
import { readStack } from "../../../preflight/stack";

const PROJECT = path.resolve(__dirname, "../../..");

/** A stack, recorded once, with what its stack file says about access. */
export interface Fixture {
    readonly resources: readonly GraphResource[];
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly settings: PlainSettings;
    readonly intent: AccessIntent;
    readonly region: string;
}

/** What differs from a recording of the dev stack as it is. */
export interface RecordingOf {
    readonly stackFile?: string;
    /** Keep ids unknown, as a first preview does. Default: false. */
    readonly unknown?: boolean;
    /** Program in place of index.ts, relative to the repository. */
    readonly entry?: string;
}

/** Records the unmodified program with a stack file. */
export async function recordStack(stackFile = path.join(PROJECT, "Pulumi.dev.yaml")): Promise<Fixture> {
    return recordProgram({ stackFile });
}

/** Records a program. */
export async function recordProgram({
    stackFile = path.join(PROJECT, "Pulumi.dev.yaml"),
    unknown = false,
    entry = "index.ts",
}: RecordingOf): Promise<Fixture> {
    const { settings, config, secretKeys, secretPlaceholder } = readStack(PROJECT, stackFile);
    const { resources, outputs, failed, diagnostics } = await record({
        entry,
        unknown,
        projectDir: PROJECT,
        project: settings.project,
        stack: settings.stack,
        config,
        secretKeys,
        secretPlaceholder,
    });
    if (failed) {
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    }
    const network = networkProofs(new ResourceGraph(resources), outputs, networkIntent(settings));
    return { resources, outputs, settings, intent: accessIntent(settings, network), region: settings.region };
}

/** The access-relevant view of a fixture's resources. */
export function worldOf(fixture: Fixture, resources: readonly GraphResource[] = fixture.resources): AccessWorld {
    return accessWorld(new ResourceGraph(resources), fixture.region);
}

/** The matrix of a fixture, computed anew from the given resources. */
export function matrixOf(fixture: Fixture, resources: readonly GraphResource[] = fixture.resources): AccessClass[] {
    return accessMatrix(worldOf(fixture, resources), fixture.intent);
}

/** Properties of resources that hold policy documents. */
const DOCUMENT_PROPERTIES = ["policy", "assumeRolePolicy"] as const;

/** One statement of one registered document. */
export interface Located {
    readonly urn: string;
    readonly property: (typeof DOCUMENT_PROPERTIES)[number];
    readonly document: PolicyDocument;
    readonly statement: Statement;
    readonly index: number;
    /** `resource › Sid`, or `trust of resource › Sid`. */
    readonly name: string;
}

/** Every statement of the documents that the two roles consist of. */
export function roleStatements({ resources }: Fixture): Located[] {
    return resources
        .filter(({ name, type }) => type.startsWith("aws:iam/") && /^studio-(execution|user)\b/.test(name))
        .flatMap(({ urn, name, props }) =>
            DOCUMENT_PROPERTIES.flatMap((property) => {
                const text = props[property];
                if (typeof text !== "string") {
                    return [];
                }
                const document = JSON.parse(text) as PolicyDocument;
                const owner = property === "policy" ? name : `trust of ${name}`;
                return (document.Statement as readonly Statement[]).map((statement, index) => ({
                    urn,
                    property,
                    document,
                    statement,
                    index,
                    name: `${owner} › ${statement.Sid ?? index}`,
                }));
            }),
        );
}

/** The resources with one statement replaced, or removed. */
export function withStatement(
    { resources }: Fixture,
    located: Located,
    replacement: Statement | undefined,
): readonly GraphResource[] {
    const statements = (located.document.Statement as readonly Statement[]).flatMap((statement, index) =>
        index !== located.index ? [statement] : replacement === undefined ? [] : [replacement],
    );
    const text = JSON.stringify({ ...located.document, Statement: statements });
    return resources.map((resource) =>
        resource.urn === located.urn
            ? { ...resource, props: { ...resource.props, [located.property]: text } }
            : resource,
    );
}
