import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { HostedSignIn } from "../args";

/** Identifier of the API among the pool's resource servers, and its one scope. */
const SERVER = "private-studio";
const OPEN = "open";

/** Scope a token must have where Cognito's pages make it; tokens made in other ways do not have it. */
export const SCOPE = `${SERVER}/${OPEN}`;

/** Managed login rather than the classic hosted pages. Source: Cognito API CreateUserPoolDomain. */
const MANAGED_LOGIN = 2;

export interface Hosted {
    /** Host of Cognito's pages. */
    readonly host: string;
    readonly ready: readonly pulumi.Resource[];
    /** Gives the client its pages: without a style Cognito shows none. */
    readonly brand: (client: aws.cognito.UserPoolClient) => pulumi.Resource;
}

/**
 * Makes Cognito's own pages. They are public, and a pool that has them cannot be used through an endpoint. Source: Cognito
 * developer guide, "Access Amazon Cognito user pools using an interface endpoint".
 */
export function createHosted(
    parent: pulumi.Resource,
    name: string,
    pool: aws.cognito.UserPool,
    { region }: Place,
    { domainPrefix }: HostedSignIn,
): Hosted {
    const domain = new aws.cognito.UserPoolDomain(
        `${name}-pages`,
        { userPoolId: pool.id, domain: domainPrefix, managedLoginVersion: MANAGED_LOGIN },
        { parent },
    );
    const server = new aws.cognito.ResourceServer(
        `${name}-api`,
        {
            userPoolId: pool.id,
            identifier: SERVER,
            name: SERVER,
            scopes: [{ scopeName: OPEN, scopeDescription: "Open one's own Studio" }],
        },
        { parent },
    );
    return {
        host: `${domainPrefix}.auth.${region}.amazoncognito.com`,
        ready: [domain, server],
        brand: (client) =>
            new aws.cognito.ManagedLoginBranding(
                `${name}-pages`,
                { userPoolId: pool.id, clientId: client.id, useCognitoProvidedValues: true },
                { parent, dependsOn: [domain] },
            ),
    };
}
