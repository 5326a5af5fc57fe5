import type * as pulumi from "@pulumi/pulumi";

import type { AccessService } from "../../access";
import type { Hub } from "../../hub";
import type { OnPremises } from "../../onprem";
import type { StudioOutputs } from "../studio";

/** Outputs of a stack with many accounts. Names are contract: commands and other stacks read them. */
export interface MultiAccountOutputs {
    readonly region: string;
    /** Where people open their Studio. */
    readonly accessUrl: pulumi.Output<string>;
    readonly hub: {
        readonly vpcId: pulumi.Output<string>;
        readonly gatewayId: pulumi.Output<string>;
        /** Endpoint ids by service. */
        readonly endpointIds: Readonly<Record<string, pulumi.Output<string>>>;
        /** Where the company's name servers forward to; absent without a resolver. */
        readonly resolverAddresses?: pulumi.Output<string[]>;
        /** Public addresses the lines of business are seen with; empty without central egress. */
        readonly egressAddresses: readonly pulumi.Output<string>[];
    };
    readonly access: {
        readonly vpcId: pulumi.Output<string>;
        readonly userPoolId: pulumi.Output<string>;
        readonly clientId: pulumi.Output<string>;
        readonly directoryName: pulumi.Output<string>;
        readonly presignRoleArn: string;
        readonly noticesTopicArn: pulumi.Output<string>;
    };
    /** What a single account's stack answers, by line of business. */
    readonly lobs: Readonly<Record<string, StudioOutputs>>;
    /** The simulator; absent without it. */
    readonly onprem?: { readonly vpcId: pulumi.Output<string>; readonly hostId: pulumi.Output<string> };
}

interface Made {
    readonly region: string;
    readonly hub: Hub;
    readonly access: AccessService;
    readonly studios: Readonly<Record<string, StudioOutputs>>;
    readonly onprem: OnPremises | undefined;
}

/** The outputs of what was made. */
export function outputsOf({ region, hub, access, studios, onprem }: Made): MultiAccountOutputs {
    return {
        region,
        accessUrl: access.apiUrl,
        hub: {
            vpcId: hub.vpcId,
            gatewayId: hub.gatewayId,
            endpointIds: hub.endpointIds,
            // What is not made has no output: the engine would warn of one without a value.
            ...(hub.resolverAddresses && { resolverAddresses: hub.resolverAddresses }),
            egressAddresses: hub.egressAddresses,
        },
        access: {
            vpcId: access.vpcId,
            userPoolId: access.userPoolId,
            clientId: access.clientId,
            directoryName: access.tableName,
            presignRoleArn: access.presignRoleArn,
            noticesTopicArn: access.noticesTopicArn,
        },
        lobs: studios,
        ...(onprem && { onprem: { vpcId: onprem.vpcId, hostId: onprem.hostId } }),
    };
}
