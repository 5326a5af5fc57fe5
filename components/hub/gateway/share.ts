import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";

export interface ShareArgs {
    readonly place: Place;
    readonly gatewayArn: pulumi.Input<string>;
    /** Accounts the gateway is shared with, twelve digits; the owner's own is left out. */
    readonly accounts: readonly string[];
    readonly tags: Tags;
}

/** What must stand before an account can find the gateway, by account. */
export type Shared = ReadonlyMap<string, readonly pulumi.Resource[]>;

/**
 * Shares the gateway with accounts of the organization, one by one, and with nobody outside it. No share is made where
 * there is no other account.
 *
 * The share needs no acceptance as long as sharing with the organization is switched on in its management account and
 * every account is a member. Source: RAM user guide, "Sharing your AWS resources".
 */
export function shareGateway(parent: pulumi.Resource, name: string, args: ShareArgs): Shared {
    const { place, tags } = args;
    const accounts = [...new Set(args.accounts)].filter((account) => account !== place.account);
    if (accounts.length === 0) {
        return new Map();
    }
    const share = new aws.ram.ResourceShare(
        `${name}-share`,
        { name: physicalName(place, "resourceShare", "gateway"), allowExternalPrincipals: false, tags },
        { parent },
    );
    const resource = new aws.ram.ResourceAssociation(
        `${name}-share`,
        { resourceArn: args.gatewayArn, resourceShareArn: share.arn },
        { parent },
    );
    return new Map(
        accounts.map((account) => [
            account,
            [
                resource,
                new aws.ram.PrincipalAssociation(
                    `${name}-share-${account}`,
                    { principal: account, resourceShareArn: share.arn },
                    { parent },
                ),
            ],
        ]),
    );
}
