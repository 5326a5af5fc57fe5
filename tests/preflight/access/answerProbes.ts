import { strict as assert } from "node:assert";

import { type GraphResource, readPath, ResourceGraph } from "../../../policy-pack/graph";
import { ROLE } from "../../../policy-pack/graph/identity";
import { type Caller, derivedContext, evaluate, type PolicyLayers } from "../../../policy-pack/iam";
import { type RoleView, roleView } from "../../../preflight/proofs/access";
import type { Fixture } from "./fixture";
import { ACCOUNT, APP_SESSION, type Asker, type Probe, probes, type Recorded } from "./probes";

/** Answers every probe with verdict and deciding statements, in one comparable text each. */
export function answerProbes(fixture: Fixture, resources: readonly GraphResource[]): Record<string, string> {
    const graph = new ResourceGraph(resources);
    const role = (name: string): RoleView => {
        const found = graph.ofType(ROLE).find((each) => each.name === name);
        assert.ok(found, `the stack has no role ${name}`);
        return roleView(graph, found);
    };
    const roles = {
        user: role("studio-user"),
        app: role("studio-execution-data-scientist"),
        fallback: role("studio-execution"),
    };
    return Object.fromEntries(
        Object.entries(probes(recorded(fixture))).map(([name, probe]) => [name, answer(roles[ROLES[probe.as]], probe)]),
    );
}

const ROLES = {
    person: "user",
    operator: "user",
    "user session": "user",
    SageMaker: "app",
    app: "app",
    "SageMaker for the default": "fallback",
    "default app": "fallback",
} as const satisfies Record<Asker, string>;

/** Ids as people read them in the stack's outputs. */
function recorded({ outputs }: Fixture): Recorded {
    const output = (path: string): string => {
        const value = readPath(outputs, path);
        assert.ok(typeof value === "string", `the stack has no output ${path}`);
        return value;
    };
    return {
        job: {
            "sagemaker:VpcSubnets": outputs.studioSubnetIds as readonly string[],
            "sagemaker:VpcSecurityGroupIds": [output("jobsGroupId")],
            "sagemaker:VolumeKmsKeyArn": output("domainKeyArn"),
            "sagemaker:OutputKmsKeyArn": output("dataKeyArn"),
            "sagemaker:InstanceTypes": ["ml.m5.large"],
            "sagemaker:MaxRuntimeInSeconds": "3600",
            "sagemaker:NetworkIsolation": "true",
            "sagemaker:InterContainerTrafficEncryption": "true",
        },
        jobRole: output("jobRoleArns.job"),
        domainKey: output("domainKeyArn"),
        dataKey: output("dataKeyArn"),
        dataBucket: output("bucketNames.data"),
    };
}

/** Policies of keys, buckets and endpoints are left out: what each condition of the roles does shows by itself. */
function answer(role: RoleView, { action, as, context, resource }: Probe): string {
    const { policies } = role;
    const assuming = resource === "role";
    const caller = callerOf(as, String(role.arn));
    const isApp = as === "app" || as === "default app";
    const layers: PolicyLayers = assuming
        ? { identity: [], resource: policies.trust }
        : {
              identity: policies.identity,
              resourcePolicyKind: "either",
              ...(policies.boundary ? { boundary: policies.boundary } : {}),
          };
    const { deciding, verdict } = evaluate(
        {
            caller,
            action,
            resource: assuming ? String(role.arn) : resource,
            resourceAccount: ACCOUNT,
            context: {
                ...derivedContext({ caller, resourceAccount: ACCOUNT }),
                ...(isApp ? APP_SESSION : {}),
                ...context,
            },
        },
        layers,
    );
    return [verdict, ...deciding.map(({ document, statement }) => `${document} › ${statement}`).sort()].join(" | ");
}

function callerOf(as: Asker, roleArn: string): Caller {
    const session = (name: string, arn: string): Caller => ({
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/session`,
        roleArn: arn,
        account: ACCOUNT,
        type: "role-session",
    });
    switch (as) {
        case "SageMaker":
        case "SageMaker for the default":
            return { arn: "sagemaker.amazonaws.com", account: "", type: "service" };
        case "person":
            return session("data-scientists", `arn:aws:iam::${ACCOUNT}:role/data-scientists`);
        case "operator":
            return session("studio-operators", `arn:aws:iam::${ACCOUNT}:role/studio-operators`);
        case "user session":
        case "app":
        case "default app":
            return session(roleArn.slice(roleArn.lastIndexOf("/") + 1), roleArn);
    }
}
