import { type SdkArgs, type SdkMember, sdkScript, type StudioDefaultsArgs } from "../defaults";
import type { StudioDomain } from "../domain";
import { DOMAIN_PERSONA, type Place } from "../names";
import type { Network } from "../network";
import {
    bucketNames,
    type Buckets,
    castOf,
    type CastMember,
    executionRoleArn,
    jobRoleArn,
    type Keys,
    teamsOf,
} from "../security";
import type { Settings } from "../settings";

/** What stands already when people are told what to use. */
interface Made {
    readonly keys: Keys;
    readonly network: Network;
    /** Undefined: the stack makes no buckets. */
    readonly buckets: Buckets | undefined;
    readonly domain: StudioDomain;
}

/** What people and programs find of the deployment a stack file describes. */
export function defaultsArgs(settings: Settings, place: Place, made: Made): StudioDefaultsArgs {
    const { partition, tags, users } = settings;
    const { keys, network, buckets, domain } = made;
    const { canvas, ...names } = bucketNames(place);
    return {
        place,
        facts: {
            vpcId: network.vpcId,
            studioSubnetIds: network.studioSubnetIds,
            jobsGroupId: network.jobsGroupId,
            trainingGroupId: network.trainingGroupId,
            endpointIds: network.endpointIds,
            domainId: domain.domainId,
            keyArns: { domain: keys.domainKeyArn, data: keys.dataKeyArn, logs: keys.logsKeyArn },
            bucketNames: buckets === undefined ? {} : { ...names, ...(buckets.arns.canvas && { canvas }) },
            teams: teamsOf(castOf(users)).map((team) => ({
                team,
                roles: {
                    job: jobRoleArn(place, partition, "job", team),
                    model: jobRoleArn(place, partition, "model", team),
                    monitor: jobRoleArn(place, partition, "monitor", team),
                    pipeline: jobRoleArn(place, partition, "pipeline", team),
                },
            })),
        },
        sdk: sdkArgs(settings, place, made),
        tags,
    };
}

/** Text of the script that fetches the SDK's defaults when an app starts; undefined where there are none. */
export function defaultsScript(settings: Settings, place: Place): string | undefined {
    return hasSdkDefaults(settings) ? sdkScript(bucketNames(place).data, place.region) : undefined;
}

/** The files lie in the stack's own bucket, and speak of jobs. */
function hasSdkDefaults({ network, security }: Settings): boolean {
    return security.buckets.create && network.features.includes("jobs");
}

function sdkArgs(settings: Settings, place: Place, { keys, network, buckets }: Made): SdkArgs | undefined {
    const { jobsGroupId, trainingGroupId } = network;
    if (!hasSdkDefaults(settings) || buckets === undefined || jobsGroupId === undefined) {
        return undefined;
    }
    const { guardrails, teamTag } = settings.security;
    return {
        bucket: buckets.names.data,
        after: buckets.ready,
        outputKeyArn: keys.dataKeyArn,
        volumeKeyArn: keys.domainKeyArn,
        subnetIds: network.studioSubnetIds,
        groupIds: [jobsGroupId, ...(trainingGroupId === undefined ? [] : [trainingGroupId])],
        isolation: guardrails.isolation,
        interContainerEncryption: guardrails.interContainerEncryption,
        teamTag,
        members: castOf(settings.users)
            // The domain's default role runs no jobs.
            .filter(({ persona, team }) => persona !== DOMAIN_PERSONA || team !== undefined)
            .map((member) => sdkMember(settings, place, member)),
    };
}

function sdkMember({ partition }: Settings, place: Place, { persona, team }: CastMember): SdkMember {
    const arn = executionRoleArn(place, partition, persona, team);
    return {
        name: team === undefined ? persona : `${persona}_${team}`,
        roleName: arn.slice(arn.lastIndexOf("/") + 1),
        team,
    };
}
