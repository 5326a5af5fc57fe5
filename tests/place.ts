import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../components/names";

/** Where component tests deploy to. */
export const PLACE: Place = { project: "fixture", stack: "test", account: "111122223333", region: "eu-west-1" };

/** Project and stack for the harness. */
export const STACK = { project: PLACE.project, stack: PLACE.stack };

/** Options that put a component into the account of {@link PLACE}. */
export function inPlace(): pulumi.ComponentResourceOptions {
    return {
        providers: [new aws.Provider("home", { region: PLACE.region, allowedAccountIds: [PLACE.account] })],
    };
}
