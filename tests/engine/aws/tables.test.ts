import { strict as assert } from "node:assert";
import { ALLOWED_VALUES } from "./allowedValues";
import { checkInputs } from "./check";
import { IDENTITIES } from "./identities";
import { KINDS } from "./kinds";
import { QUOTAS } from "./quotas";
import { REFERENCES } from "./references";
import { REPLACEMENTS } from "./replacements";
import { sdkClass, type SdkInput, sdkObject, type SdkType } from "./sdk";
import { UNIQUE } from "./uniqueRows";

/** A path that the SDK does not have would silently never match. */
describe("emulated aws: tables name what the SDK has", () => {
    it("knows only types of the SDK", () => {
        const types = [
            ...Object.keys(IDENTITIES),
            ...Object.keys(REPLACEMENTS),
            ...Object.keys(ALLOWED_VALUES),
            ...REFERENCES.map(({ type }) => type),
            ...UNIQUE.map(({ type }) => type),
            ...QUOTAS.map(({ type }) => type),
            ...Object.values(KINDS).flatMap((kind): readonly string[] => kind.types),
        ];
        assert.deepEqual(
            types.filter((type) => sdkClass(type) === undefined),
            [],
        );
    });

    it("fills in inputs that exist, with values the provider takes", () => {
        for (const [type, { autoName, defaults = {} }] of Object.entries(IDENTITIES)) {
            if (autoName !== undefined) {
                assert.equal(pathType(type, autoName)?.kind, "string", `${type} ${autoName}`);
            }
            const failures = checkInputs(type, defaults).filter(
                ({ property, reason }) => property in defaults || reason.includes("not expected"),
            );
            assert.deepEqual(failures, [], type);
        }
    });

    it("computes properties that exist", () => {
        for (const [type, { outputs = {} }] of Object.entries(IDENTITIES)) {
            const sdk = sdkClass(type);
            const missing = Object.keys(outputs).filter((name) => !sdk?.outputs.has(name) && !sdk?.inputs.has(name));
            assert.deepEqual(missing, [], type);
        }
    });

    it("makes anew what it computes, and gives back what can be set", () => {
        for (const [type, { outputs = {}, follows = {}, returns = {} }] of Object.entries(IDENTITIES)) {
            const inputs = [...Object.values(follows).flat(), ...Object.keys(returns)];
            assert.deepEqual(
                [
                    Object.keys(follows).filter((name) => outputs[name] === undefined),
                    inputs.filter((path) => pathType(type, path) === undefined),
                ],
                [[], []],
                type,
            );
        }
    });

    it("replaces, restricts and compares by inputs that exist", () => {
        const paths = [
            ...Object.entries(REPLACEMENTS).flatMap(([type, row]) => row.paths.map((path) => [type, path] as const)),
            ...Object.entries(ALLOWED_VALUES).flatMap(([type, rows]) =>
                Object.keys(rows).map((path) => [type, path] as const),
            ),
            ...REFERENCES.map(({ type, path }) => [type, path] as const),
            ...UNIQUE.flatMap(({ type, paths: all }) => all.map((path) => [type, path] as const)),
            ...QUOTAS.flatMap(({ type, per = [], when = {} }) =>
                [...per, ...Object.keys(when)].map((path) => [type, path] as const),
            ),
        ];
        const unknown = paths.filter(([type, path]) => pathType(type, path) === undefined);
        assert.deepEqual(unknown, []);
    });

    it("has a source on every row that needs one", () => {
        const sources = [...Object.values(REPLACEMENTS), ...UNIQUE, ...QUOTAS].map(({ source }) => source);
        assert.deepEqual(
            sources.filter((source) => source.length < 10),
            [],
        );
    });
});

/** Type of the input at a path such as `defaultUserSettings.securityGroups[]`. */
function pathType(type: string, path: string): SdkType | undefined {
    let members: ReadonlyMap<string, SdkInput> | undefined = sdkClass(type)?.inputs;
    let found: SdkType | undefined;
    for (const step of path.split(".")) {
        found = members?.get(step.replace("[]", ""))?.type;
        if (step.endsWith("[]")) {
            found = found?.kind === "list" ? found.of : undefined;
        }
        members = found?.kind === "object" ? sdkObject(found.name) : undefined;
    }
    return found;
}
