import type * as pulumi from "@pulumi/pulumi";

import type { JobRoles } from "./sdkConfig";

/** The roles SageMaker runs things of one team under. */
export interface TeamRoles {
    /** Undefined: the roles of those without a team. */
    readonly team?: string | undefined;
    readonly roles: JobRoles;
}

/** What other programs and people look up of a deployment. No secrets. */
export interface StudioFacts {
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of jobs, in order of zone. */
    readonly studioSubnetIds: readonly pulumi.Input<string>[];
    /** Default: no group for jobs. */
    readonly jobsGroupId?: pulumi.Input<string> | undefined;
    /** Default: no group for jobs on several instances. */
    readonly trainingGroupId?: pulumi.Input<string> | undefined;
    /** By service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Input<string>>>;
    readonly domainId: pulumi.Input<string>;
    /** By purpose. */
    readonly keyArns: Readonly<Record<string, pulumi.Input<string>>>;
    /** Names of the stack's own buckets by purpose. */
    readonly bucketNames: Readonly<Record<string, string>>;
    readonly teams: readonly TeamRoles[];
}

/** A text, or a list of texts without commas. */
export type ParameterValue = pulumi.Input<string> | readonly pulumi.Input<string>[];

/** Values by the name of their parameter below the place's path. */
export function parameterValues(facts: StudioFacts): Readonly<Record<string, ParameterValue>> {
    const single: Readonly<Record<string, ParameterValue | undefined>> = {
        "vpc-id": facts.vpcId,
        "studio-subnet-ids": facts.studioSubnetIds,
        "jobs-group-id": facts.jobsGroupId,
        "training-group-id": facts.trainingGroupId,
        "domain-id": facts.domainId,
    };
    const folders = [
        below("endpoint-ids", facts.endpointIds),
        below("key-arns", facts.keyArns),
        below("bucket-names", facts.bucketNames),
        ...facts.teams.map(roleArns),
    ];
    return Object.fromEntries(
        [single, ...folders]
            .flatMap((values) => Object.entries<ParameterValue | undefined>(values))
            .filter((entry): entry is [string, ParameterValue] => entry[1] !== undefined),
    );
}

function roleArns({ team, roles }: TeamRoles): Readonly<Record<string, string>> {
    return below(team === undefined ? "role-arns" : `team-role-arns/${team}`, { ...roles });
}

function below<Value>(folder: string, values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${folder}/${name}`, value]));
}
