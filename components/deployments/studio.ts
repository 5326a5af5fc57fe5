import * as pulumi from "@pulumi/pulumi";

import { StudioDefaults, type JobRoles } from "../defaults";
import { StudioDomain, StudioImages } from "../domain";
import { Drain, NetworkSweep } from "../domain/drain";
import type { Place } from "../names";
import { Network } from "../network";
import { baselineArgs } from "./baselineArgs";
import { bucketsArgs } from "./bucketsArgs";
import { defaultsArgs, defaultsScript } from "./defaultsArgs";
import { drainTags, sweepArgs } from "./drainArgs";
import { guardrailsArgs, serviceControlArgs } from "./guardrailsArgs";
import { imagesArgs } from "./imagesArgs";
import { keysArgs } from "./keysArgs";
import { networkArgs } from "./networkArgs";
import { createOpener } from "./opener";
import type { StudioHub } from "./studioHub";
import { responseArgs } from "./responseArgs";
import { boundariesArgs, rolesArgs } from "./rolesArgs";
import { SignInGroups, UserProfiles } from "../profiles";
import { sharingArgs } from "./sharingArgs";
import {
    AccountBaseline,
    Boundaries,
    Buckets,
    Guardrails,
    Keys,
    OrganizationGuardrails,
    Response,
    serviceControlTexts,
    StudioRoles,
} from "../security";
import type { Settings } from "../settings";

/** Outputs of one Studio. Names are contract: commands and other stacks read them. */
export interface StudioOutputs {
    readonly region: string;
    readonly vpcId: pulumi.Output<string>;
    /** Subnets for jobs, in order of zone. */
    readonly studioSubnetIds: pulumi.Output<string>[];
    /** Group for jobs; absent without the feature `jobs`. */
    readonly jobsGroupId?: pulumi.Output<string>;
    /** Further group for jobs on several instances; absent without `network.distributedTraining`. */
    readonly trainingGroupId?: pulumi.Output<string>;
    /** Public addresses people's code is seen with from outside, in order of zone; empty without an own way out. */
    readonly egressAddresses: pulumi.Output<string>[];
    /** Where the company's name servers forward to; absent without `network.clients.resolver`. */
    readonly resolverAddresses?: pulumi.Output<string[]>;
    /** Group of all apps, which the groups of file systems admit; absent without `domain.fileSystems`. */
    readonly studioGroupId?: pulumi.Output<string>;
    /** Where to push to, by image; absent without `domain.images`. */
    readonly imageRepositories?: Readonly<Record<string, string>>;
    /** Endpoint ids by service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
    readonly domainId: pulumi.Output<string>;
    readonly domainUrl: pulumi.Output<string>;
    readonly domainKeyArn: pulumi.Output<string>;
    /** Key of the stack's buckets, and of what jobs write. */
    readonly dataKeyArn: pulumi.Output<string>;
    /** Names of the stack's own buckets by purpose; empty where it makes none. */
    readonly bucketNames: Readonly<Record<string, string>>;
    /** Roles of jobs, models, monitors and pipelines of those without a team; absent where everybody has one. */
    readonly jobRoleArns?: JobRoles;
    /** The same by team. */
    readonly teamJobRoleArns: Readonly<Record<string, JobRoles>>;
    /** What the names of all parameters in Systems Manager begin with. */
    readonly parameterPath: string;
    /** Where the SageMaker SDK's defaults lie, by persona and team; empty without own buckets or the feature `jobs`. */
    readonly sdkConfigUris: Readonly<Record<string, string>>;
    readonly executionRoleArn: pulumi.Output<string>;
    /** Role people assume to open their profile; absent where IAM Identity Center signs them in. */
    readonly userRoleArn?: pulumi.Output<string>;
    /** Role the access service opens profiles with; there for a line of business, in place of `userRoleArn`. */
    readonly accessRoleArn?: pulumi.Output<string>;
    /** Where notices and alarms go; absent without `security.response`. */
    readonly noticesTopicArn?: pulumi.Output<string>;
    /** Queue of events nobody could handle; absent without `security.response`. */
    readonly deadLettersUrl?: pulumi.Output<string>;
    /** Profile ARN by profile name. */
    readonly profileArns: Readonly<Record<string, pulumi.Output<string>>>;
    /** The guardrails as service control policies: JSON text by purpose, written whether they are attached or not. */
    readonly serviceControlPolicies: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Where a Studio is built. */
export interface StudioWiring {
    readonly place: Place;
    /** Component that everything is a child of. */
    readonly parent: pulumi.Resource;
    /** The account's provider. */
    readonly provider: pulumi.ProviderResource;
    /** The hub it is attached to, through which people come. Default: it stands alone, and people come to it. */
    readonly hub?: StudioHub | undefined;
}

/**
 * Builds one Studio in one account: keys, network, roles, domain and people. Logical names begin with `name`.
 *
 * It is no component of its own, because everything in it is a child of the deployment it belongs to.
 */
export function composeStudio(
    name: string,
    settings: Settings,
    { place, parent, provider, hub }: StudioWiring,
): StudioOutputs {
    const { protect, tags } = settings;
    const inAccount: pulumi.ComponentResourceOptions = { parent, providers: [provider] };
    // The data key's policy may name the endpoints of KMS, and the network's logs lie under a key.
    const [kmsEndpoints, setKmsEndpoints] = pulumi.deferredOutput<string[]>();
    const keys = new Keys(`${name}-keys`, keysArgs(settings, place, kmsEndpoints), inAccount);
    const boundaries = new Boundaries(`${name}-boundaries`, boundariesArgs(settings, place, name), inAccount);
    const network = new Network(
        `${name}-network`,
        networkArgs(settings, place, { keys, boundaries, hub: hub?.link }),
        inAccount,
    );
    const connected = hub?.connect(network) ?? [];
    const endpointIds = { ...hub?.endpointIds, ...network.endpointIds };
    setKmsEndpoints(pulumi.all(["kms", "kms-fips"].flatMap((key) => endpointIds[key] ?? [])));
    const buckets = settings.security.buckets.create
        ? new Buckets(`${name}-buckets`, bucketsArgs(settings, place, keys, network), inAccount)
        : undefined;
    const origin = {
        from: settings.access.from,
        addresses: settings.access.addresses,
        vpcIds: [network.vpcId, ...(hub ? [hub.vpcId] : [])],
    };
    const limits = guardrailsArgs(settings, place, keys, network);
    const guardrails = new Guardrails(`${name}-guardrails`, limits, inAccount);
    const serviceControl = serviceControlTexts(serviceControlArgs(settings, limits, origin));
    if (settings.security.organization !== undefined) {
        new OrganizationGuardrails(
            `${name}-organization`,
            { place, ...settings.security.organization, texts: serviceControl, tags },
            { parent },
        );
    }
    const roles = new StudioRoles(
        `${name}-roles`,
        rolesArgs(settings, place, name, { boundaries, keys, network, buckets, guardrails, origin }),
        inAccount,
    );
    const images =
        settings.domain.images.length > 0
            ? new StudioImages(`${name}-images`, imagesArgs(settings, place, keys, boundaries), inAccount)
            : undefined;
    const sweep = sweepArgs(settings, place, { keys, network, boundaries });
    const networkSweep = sweep && new NetworkSweep(`${name}-drain-network`, sweep, inAccount);
    const domain = new StudioDomain(
        `${name}-domain`,
        {
            ...settings.domain,
            sharing: sharingArgs(settings, keys, buckets),
            place,
            features: settings.network.features,
            firstScript: defaultsScript(settings, place),
            customImages: images?.customImages,
            canvasWorkspace: buckets && { bucket: buckets.names.canvas, keyArn: keys.dataKeyArn },
            vpcId: network.vpcId,
            subnetIds: network.studioSubnetIds,
            defaultGroupId: network.studioGroupId,
            executionRoleArn: roles.defaultArn,
            keyArn: keys.domainKeyArn,
            protect,
            signIn: { mode: settings.access.mode, ...settings.access.identityCenter },
            after: [...network.ready, ...connected, ...(networkSweep?.ready ?? [])],
            tags,
            domainTags: drainTags(settings, place),
        },
        inAccount,
    );
    const groups =
        settings.access.mode === "identity-center"
            ? new SignInGroups(
                  `${name}-groups`,
                  {
                      applicationArn: domain.signInApplicationArn,
                      groups: settings.access.groups.map(({ group }) => group),
                  },
                  inAccount,
              )
            : undefined;
    const profiles = new UserProfiles(
        `${name}-profiles`,
        {
            domainId: domain.domainId,
            vpcId: network.vpcId,
            executionRoleArn: roles.defaultArn,
            profiles: settings.users.map(({ name: user, signIn, ...profile }) => ({
                user,
                ...profile,
                signInName: signIn?.userName,
                executionRoleArn: roles.executionArn(profile.persona, profile.team),
            })),
            tagKey: settings.access.tag,
            teamTag: settings.security.teamTag,
            after: groups?.ready,
            tags,
        },
        inAccount,
    );
    const opener = createOpener(
        name,
        settings,
        { place, boundaries, domainId: domain.domainId, origin, hub },
        inAccount,
    );
    const defaults = new StudioDefaults(
        `${name}-defaults`,
        defaultsArgs(settings, place, { keys, network, buckets, domain }),
        inAccount,
    );
    const baseline = baselineArgs(settings, place, keys, boundaries, buckets);
    const accountBaseline = baseline && new AccountBaseline(`${name}-baseline`, baseline, inAccount);
    const watched = responseArgs(settings, place, {
        keys,
        boundaries,
        guardrails: limits,
        domainId: domain.domainId,
        userRoleArn: opener.userRoleArn ?? opener.accessRoleArn,
        trailLogGroup: accountBaseline?.trailLogGroup,
    });
    const response = watched && new Response(`${name}-response`, watched, inAccount);
    if (networkSweep !== undefined) {
        new Drain(
            `${name}-drain`,
            {
                sweep: networkSweep,
                domainId: domain.domainId,
                domainArn: domain.domainArn,
                vpcId: network.vpcId,
                after: [domain, profiles],
            },
            inAccount,
        );
    }

    return {
        region: settings.region,
        vpcId: network.vpcId,
        studioSubnetIds: network.studioSubnetIds,
        // What is not made has no output: the engine would warn of one without a value.
        ...(network.jobsGroupId && { jobsGroupId: network.jobsGroupId }),
        ...(network.trainingGroupId && { trainingGroupId: network.trainingGroupId }),
        ...(network.resolverAddresses && { resolverAddresses: network.resolverAddresses }),
        ...(settings.domain.fileSystems.length > 0 && { studioGroupId: network.studioGroupId }),
        ...(images && { imageRepositories: images.repositoryUris }),
        egressAddresses: network.egressAddresses,
        endpointIds: network.endpointIds,
        domainId: domain.domainId,
        domainUrl: domain.url,
        domainKeyArn: keys.domainKeyArn,
        dataKeyArn: keys.dataKeyArn,
        ...defaults.outputs,
        executionRoleArn: roles.defaultArn,
        ...opener,
        profileArns: profiles.arns,
        ...(response && { noticesTopicArn: response.topicArn, deadLettersUrl: response.deadLettersUrl }),
        serviceControlPolicies: serviceControl,
    };
}
