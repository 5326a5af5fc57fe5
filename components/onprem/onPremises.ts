import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { createFlowLogs } from "../network/flowLogs";
import type { OnPremisesArgs, TierTable } from "./args";
import { createAttachment } from "./attachment";
import { createEndpoints } from "./endpoints";
import { createHost } from "./host";
import { createHostGroup, createHostRules } from "./hostGroup";
import { createKeys } from "./keys";
import { createPeering } from "./peering";
import { createVpc, HOST, TRANSIT } from "./vpc";

/**
 * A network that stands in for the company's, so that the whole way of a person can be walked from outside: an isolated
 * VPC, joined to the hub alone, with one host that has a browser and is reached through Session Manager only.
 *
 * The zones of the hub's names, the association of an attachment and the hub's way back are made by whoever has the hub.
 */
export class OnPremises extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;
    /** For `aws ssm start-session --target`. */
    readonly hostId: pulumi.Output<string>;
    /** Address the host calls the hub from. */
    readonly hostAddress: pulumi.Output<string>;
    /** Tables that get routes to the hub: those of the host's subnets. */
    readonly workloadTables: readonly TierTable[];
    /** Absent unless joined by a peering. */
    readonly peeringConnectionId: pulumi.Output<string> | undefined;
    /** Attachment to the hub's gateway, to be accepted and associated there; absent unless joined by one. */
    readonly attachmentId: pulumi.Output<string> | undefined;

    constructor(name: string, args: OnPremisesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:onprem:OnPremises", name, {}, opts);
        const { connect, place, tags } = args;
        const { vpcId, subnets } = createVpc(this, name, {
            cidr: args.cidr,
            zones: args.zones,
            transit: connect.kind === "attachment",
            tags,
        });
        this.vpcId = vpcId;
        const inTier = (wanted: string): typeof subnets => subnets.filter(({ tier }) => tier === wanted);
        const hosts = inTier(HOST);
        this.workloadTables = hosts.map(({ zone, tier, routeTableId }) => ({ zone, tier, routeTableId }));

        // AWS makes this group with rules that let its members reach each other and everything else.
        new aws.ec2.DefaultSecurityGroup(
            `${name}-default`,
            { vpcId, ingress: [], egress: [], tags: { ...tags, Name: `${name}-default-closed` } },
            { parent: this },
        );
        const keys = createKeys(this, name, { ...args, deletionDays: args.keyDeletionDays });
        createFlowLogs(this, name, {
            place,
            partition: args.partition,
            keyArn: keys.logsKeyArn,
            retentionDays: args.flowLogRetentionDays,
            boundaryArn: args.boundaryArn,
            vpcId,
            tags,
        });

        const group = createHostGroup(this, name, { vpcId, tags });
        const endpoints = createEndpoints(this, name, {
            place,
            partition: args.partition,
            vpcId,
            subnetIds: hosts.map(({ subnetId }) => subnetId),
            routeTableIds: hosts.map(({ routeTableId }) => routeTableId),
            hostGroupId: group.id,
            tags,
        });
        const rules = createHostRules(this, name, {
            groupId: group.id,
            destinations: {
                hubRange: connect.hubRange,
                endpointGroupId: endpoints.groupId,
                repositoryListId: endpoints.repositoryListId,
            },
            tags,
        });
        const host = createHost(this, name, {
            place,
            partition: args.partition,
            subnetId: (hosts[0] as (typeof hosts)[number]).subnetId,
            groupId: group.id,
            hostType: args.hostType,
            volumeKeyArn: keys.volumeKeyArn,
            boundaryArn: args.boundaryArn,
            after: [...endpoints.ready, ...rules],
            tags,
        });
        this.hostId = host.id;
        this.hostAddress = host.privateIp;

        this.peeringConnectionId =
            connect.kind === "peering"
                ? createPeering(this, name, {
                      vpcId,
                      account: place.account,
                      connect,
                      tables: this.workloadTables,
                      tags,
                  })
                : undefined;
        this.attachmentId =
            connect.kind === "attachment"
                ? createAttachment(this, name, {
                      account: place.account,
                      connect,
                      vpcId,
                      subnetIds: inTier(TRANSIT).map(({ subnetId }) => subnetId),
                      tags,
                  })
                : undefined;
        this.registerOutputs({ vpcId: this.vpcId, hostId: this.hostId });
    }
}
