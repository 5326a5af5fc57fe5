import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { serviceHost } from "../../../policy-pack/facts";
import { physicalName } from "../../names";
import { createClient } from "./client";
import { createHosted } from "./hosted";
import { createProviders, hasProviders } from "./providers";
import { createPool, type PoolArgs } from "./userPool";

export interface CreateSignInArgs extends PoolArgs {
    /** Names of people who get an account in the pool; none does where an identity provider has them. */
    readonly people: readonly string[];
    /** Where the page is, as the browser writes it. */
    readonly pageUrl: pulumi.Input<string>;
}

/** What signs people in, as page and authorizer need to know it. */
export interface SignIn {
    readonly userPoolId: pulumi.Output<string>;
    readonly clientId: pulumi.Output<string>;
    /** As the tokens have it in `iss`. */
    readonly issuer: pulumi.Output<string>;
    /** Where the keys are that tokens are signed with. */
    readonly keySetUri: pulumi.Output<string>;
    /** Host of Cognito's own pages; undefined where our page signs people in. */
    readonly host: string | undefined;
    readonly ready: readonly pulumi.Resource[];
}

/** Makes the user pool with all that belongs to the way people sign in. */
export function createSignIn(parent: pulumi.Resource, name: string, args: CreateSignInArgs): SignIn {
    const { place, signIn } = args;
    const pool = createPool(parent, name, args);
    const providers = signIn.mode === "hosted" ? createProviders(parent, name, pool, signIn) : [];
    const hosted = signIn.mode === "hosted" ? createHosted(parent, name, pool, place, signIn) : undefined;
    const client = createClient(parent, name, pool, {
        name: physicalName(place, "userPool", "page"),
        signIn,
        pageUrl: args.pageUrl,
        // Cognito checks that scopes and providers exist.
        after: [...providers, ...(hosted?.ready ?? [])],
    });
    const branding = hosted === undefined ? [] : [hosted.brand(client)];
    const users = hasProviders(signIn) ? [] : createUsers(parent, name, pool, args.people);
    const issuer = pulumi.interpolate`https://${serviceHost("cognito-idp", place.region)}/${pool.id}`;
    return {
        userPoolId: pool.id,
        clientId: client.id,
        issuer,
        keySetUri: pulumi.interpolate`${issuer}/.well-known/jwks.json`,
        host: hosted?.host,
        ready: [client, ...branding, ...users],
    };
}

/**
 * Accounts without a password: Cognito gives each a temporary one that nobody learns and no message is sent, since a
 * password must be neither in the state nor in a mail. An administrator sets a temporary password and hands it over
 * (`aws cognito-idp admin-set-user-password --no-permanent`); at the first sign-in the person chooses another and sets up
 * the second factor.
 */
function createUsers(
    parent: pulumi.Resource,
    name: string,
    pool: aws.cognito.UserPool,
    people: readonly string[],
): aws.cognito.User[] {
    return people.map(
        (username) =>
            new aws.cognito.User(
                `${name}-user-${username}`,
                { userPoolId: pool.id, username, messageAction: "SUPPRESS" },
                { parent },
            ),
    );
}
