import assert from "node:assert/strict";
import { JOB_ROLE_PATHS, STUDIO_ROLE_PATHS } from "../../policy-pack/graph/roleUses";
import { join } from "../../policy-pack/policies/jobs/paths";
import { JOB_SHAPES, type JobShape } from "../../policy-pack/policies/jobs/shapes";
import { type DeclaredInput, declaredInputs } from "./declaredInputs";

/** Inputs that name a role and are in no table, with the reason. */
const OTHER_ROLES: readonly (readonly [pattern: RegExp, why: string])[] = [
    [/^aws:sagemaker\/deviceFleet:DeviceFleet roleArn$/, "AWS IoT takes it for devices"],
    [/canvasAppSettings\..*(amazonForecast|amazonBedrock)RoleArn$/, "Forecast and Bedrock take it"],
    [/canvasAppSettings\.emrServerlessSettings\.executionRoleArn$/, "EMR Serverless takes it"],
    [/canvasAppSettings\.modelRegisterSettings\.crossAccountModelRegisterRoleArn$/, "a role of another account"],
    [/\.emrSettings\.(assumableRoleArns|executionRoleArns)$/, "roles that EMR or the execution role takes"],
    [/rStudioServerProDomainSettings\.domainExecutionRoleArn$/, "reads RStudio's licence; no app runs as it"],
];

const ofProvider = (type: string): boolean => type.startsWith("aws:");
const line = ({ type, path }: DeclaredInput): string => `${type} ${path}`;

describe("roles and jobs that @pulumi/aws declares", () => {
    const declared = declaredInputs();
    const lines = new Set(declared.map(line));

    it("holds every path that the policies about jobs read", () => {
        const paths = Object.entries(JOB_SHAPES)
            .filter(([type]) => ofProvider(type))
            .flatMap(([type, shapes]) => shapes.flatMap(pathsOf).map((path) => `${type} ${path}`));
        assert.deepEqual(
            paths.filter((path) => !lines.has(path)),
            [],
        );
    });

    it("has no network switch that no table holds", () => {
        const known = new Set(
            Object.entries(JOB_SHAPES).flatMap(([type, shapes]) =>
                shapes.flatMap(pathsOf).map((path) => `${type} ${path}`),
            ),
        );
        const switches = declared.filter(({ path }) =>
            /(^|\.)(enableNetworkIsolation|enableInterContainerTrafficEncryption|volumeKmsKeyId)$/.test(path),
        );
        assert.deepEqual(
            switches.map(line).filter((each) => !known.has(each)),
            ["aws:sagemaker/model:Model enableNetworkIsolation"],
        );
    });

    it("holds every path of the tables of roles", () => {
        const paths = [STUDIO_ROLE_PATHS, JOB_ROLE_PATHS].flatMap((table) =>
            Object.entries(table).flatMap(([type, list]) => list.map((path) => ({ type, path }))),
        );
        assert.deepEqual(
            paths
                .filter(({ type }) => ofProvider(type))
                .map(line)
                .filter((each) => !lines.has(each)),
            [],
        );
    });

    it("has no role that no table holds, but for those with a reason", () => {
        const roles = declared.filter(({ path }) => /(^|\.)\w*[rR]ole(Arns?)?$/.test(path)).map(line);
        const inTable = (each: string): boolean => {
            const [type = "", path = ""] = each.split(" ");
            return [STUDIO_ROLE_PATHS, JOB_ROLE_PATHS].some((table) => table[type]?.includes(path));
        };
        const others = roles.filter((each) => !inTable(each));
        assert.deepEqual(
            others.filter((each) => !OTHER_ROLES.some(([pattern]) => pattern.test(each))),
            [],
        );
        assert.deepEqual(
            OTHER_ROLES.filter(([pattern]) => !others.some((each) => pattern.test(each))),
            [],
        );
    });
});

/** What the policies read of a job. */
function pathsOf({ mark, job, switches, vpc, compute = [], outputs = [], keys = [] }: JobShape): string[] {
    const network = switches === undefined ? [] : ["enableNetworkIsolation", "enableInterContainerTrafficEncryption"];
    return [
        mark,
        ...[
            ...network.map((key) => join(switches ?? "", key)),
            ...(vpc === undefined ? [] : [`${vpc}.subnets`, `${vpc}.securityGroupIds`]),
            ...compute.map((block) => `${block}.volumeKmsKeyId`),
            ...outputs.map((block) => `${block}.kmsKeyId`),
            ...keys,
        ].map((path) => join(job, path)),
    ];
}
