import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { StudioDomain } from "../domain";
import type { Place } from "../names";
import { Network } from "../network";
import { networkArgs } from "./networkArgs";
import { UserProfiles } from "../profiles";
import { warnOfQuotas } from "./quotas";
import { ExecutionRole, executionRoleArn, Keys, StudioUserRole } from "../security";
import type { Settings } from "../settings";

/** Outputs of a single-account stack. Names are contract: commands and other stacks read them. */
export interface SingleAccountOutputs {
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
    /** Endpoint ids by service. */
    readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
    readonly domainId: pulumi.Output<string>;
    readonly domainUrl: pulumi.Output<string>;
    readonly domainKeyArn: pulumi.Output<string>;
    readonly executionRoleArn: pulumi.Output<string>;
    /** Role people assume to open their profile. */
    readonly userRoleArn: pulumi.Output<string>;
    /** Profile ARN by profile name. */
    readonly profileArns: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Studio in one account: keys, network, roles, domain and people. */
export class SingleAccount extends pulumi.ComponentResource {
    readonly outputs: SingleAccountOutputs;

    constructor(name: string, settings: Settings, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:deployments:SingleAccount", name, {}, opts);
        const { partition, protect, tags } = settings;
        const place: Place = {
            project: settings.project,
            stack: settings.stack,
            account: settings.account.id,
            region: settings.region,
        };
        const provider = new aws.Provider(
            `${name}-aws`,
            {
                region: settings.region,
                allowedAccountIds: [settings.account.id],
                ...(settings.account.assumeRole
                    ? {
                          assumeRoles: [
                              {
                                  roleArn: settings.account.assumeRole.arn,
                                  externalId: settings.account.assumeRole.externalId,
                                  sessionName: `${settings.project}-${settings.stack}`.slice(0, 64),
                              },
                          ],
                      }
                    : {}),
            },
            { parent: this },
        );
        const inAccount: pulumi.ComponentResourceOptions = { parent: this, providers: [provider] };
        if (pulumi.runtime.isDryRun()) {
            warnOfQuotas(
                { account: settings.account.id, region: settings.region },
                { "aws:sagemaker/domain:Domain": 1, "aws:sagemaker/userProfile:UserProfile": settings.users.length },
                provider,
            );
        }

        const keys = new Keys(
            `${name}-keys`,
            {
                place,
                partition,
                domainKeyUsers: [executionRoleArn(place, partition)],
                administrators: settings.security.keyAdministrators,
                deletionDays: settings.security.keyDeletionDays,
                network: settings.network.firewall !== undefined && settings.network.vpc?.ownEgress !== true,
                logDelivery: settings.network.flowLogDestination === "bucket",
                protect,
                tags,
            },
            inAccount,
        );
        const network = new Network(`${name}-network`, networkArgs(settings, place, keys), inAccount);
        const origin = { from: settings.access.from, addresses: settings.access.addresses, vpcId: network.vpcId };
        const executionRole = new ExecutionRole(
            `${name}-execution`,
            {
                place,
                partition,
                features: settings.network.features,
                tagKey: settings.access.tag,
                dataBuckets: settings.security.dataBuckets,
                origin,
                domainKeyArn: keys.domainKeyArn,
                sharingKeyArn: settings.domain.sharing?.keyArn,
                tagPropagation: settings.domain.tagPropagation,
                tags,
            },
            inAccount,
        );
        const domain = new StudioDomain(
            `${name}-domain`,
            {
                ...settings.domain,
                place,
                features: settings.network.features,
                vpcId: network.vpcId,
                subnetIds: network.studioSubnetIds,
                defaultGroupId: network.studioGroupId,
                executionRoleArn: executionRole.arn,
                keyArn: keys.domainKeyArn,
                protect,
                after: network.ready,
                tags,
            },
            inAccount,
        );
        const profiles = new UserProfiles(
            `${name}-profiles`,
            {
                domainId: domain.domainId,
                vpcId: network.vpcId,
                executionRoleArn: executionRole.arn,
                profiles: settings.users.map(({ name: user, ...profile }) => ({ user, ...profile })),
                tagKey: settings.access.tag,
                tags,
            },
            inAccount,
        );
        const userRole = new StudioUserRole(
            `${name}-user`,
            {
                place,
                partition,
                principals: settings.access.principals,
                operators: settings.access.operators,
                tagKey: settings.access.tag,
                origin,
                domainId: domain.domainId,
                tags,
            },
            inAccount,
        );

        this.outputs = {
            region: settings.region,
            vpcId: network.vpcId,
            studioSubnetIds: network.studioSubnetIds,
            // What is not made has no output: the engine would warn of one without a value.
            ...(network.jobsGroupId && { jobsGroupId: network.jobsGroupId }),
            ...(network.trainingGroupId && { trainingGroupId: network.trainingGroupId }),
            ...(network.resolverAddresses && { resolverAddresses: network.resolverAddresses }),
            egressAddresses: network.egressAddresses,
            endpointIds: network.endpointIds,
            domainId: domain.domainId,
            domainUrl: domain.url,
            domainKeyArn: keys.domainKeyArn,
            executionRoleArn: executionRole.arn,
            userRoleArn: userRole.arn,
            profileArns: profiles.arns,
        };
        this.registerOutputs({ ...this.outputs });
    }
}
