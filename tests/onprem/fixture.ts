import type * as pulumi from "@pulumi/pulumi";

import { OnPremises, type OnPremisesArgs } from "../../components/onprem";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

export const HUB_RANGE = "10.0.0.0/16";

/** Account of a hub that is not the simulator's. */
export const HUB_ACCOUNT = "444455556666";

export const PEERING = {
    kind: "peering",
    hubVpcId: "vpc-0123456789abcdef0",
    hubAccount: PLACE.account,
    hubRange: HUB_RANGE,
} as const;

export const ATTACHMENT = {
    kind: "attachment",
    gatewayId: "tgw-0123456789abcdef0",
    gatewayAccount: HUB_ACCOUNT,
    hubRange: HUB_RANGE,
    shared: [] as readonly pulumi.Resource[],
} as const;

/** A simulator with Sys3's range, joined by a peering within one account, after the changes. */
export function onPremisesArgs(changes: Partial<OnPremisesArgs> = {}): OnPremisesArgs {
    return {
        place: { ...PLACE, unit: "onprem" },
        partition: "aws",
        cidr: "192.168.10.0/24",
        zones: ["euw1-az1", "euw1-az2"],
        connect: PEERING,
        hostType: "t3.medium",
        administrators: [],
        keyDeletionDays: 30,
        boundaryArn: `arn:aws:iam::${PLACE.account}:policy/boundary`,
        flowLogRetentionDays: 365,
        tags: { project: "fixture" },
        ...changes,
    };
}

/** Records the simulator `onprem`; its ids are the outputs. */
export function recordOnPremises(
    changes: Partial<OnPremisesArgs> = {},
    { unknown = false }: { unknown?: boolean } = {},
): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const made = new OnPremises("onprem", onPremisesArgs(changes), inPlace());
            return {
                vpcId: made.vpcId,
                hostId: made.hostId,
                tables: made.workloadTables.map(({ zone, tier, routeTableId }) => ({ zone, tier, routeTableId })),
                peeringConnectionId: made.peeringConnectionId,
                attachmentId: made.attachmentId,
            };
        },
        { ...STACK, unknown },
    );
}
