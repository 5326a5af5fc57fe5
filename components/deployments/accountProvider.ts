import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** An account to deploy to. */
export interface TargetAccount {
    /** Twelve digits. */
    readonly id: string;
    /** Role the deployment works as there. Default: the caller's own. */
    readonly assumeRole?: { readonly arn: string; readonly externalId?: string | undefined } | undefined;
}

/**
 * The provider of one account and Region. It works in no other account, whatever credentials it finds.
 *
 * @param session what the sessions of an assumed role are named after
 */
export function accountProvider(
    name: string,
    { account, region, session }: { account: TargetAccount; region: string; session: string },
    opts: pulumi.ResourceOptions,
): aws.Provider {
    return new aws.Provider(
        name,
        {
            region,
            allowedAccountIds: [account.id],
            ...(account.assumeRole
                ? {
                      assumeRoles: [
                          {
                              roleArn: account.assumeRole.arn,
                              externalId: account.assumeRole.externalId,
                              sessionName: session.slice(0, 64),
                          },
                      ],
                  }
                : {}),
        },
        opts,
    );
}
