import * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Lob } from "../../settings";
import { composeStudio, type StudioOutputs } from "../studio";
import type { StudioHub } from "../studioHub";

export interface LineOfBusinessArgs {
    readonly settings: Lob;
    readonly place: Place;
    /** The account's provider. */
    readonly provider: pulumi.ProviderResource;
    readonly hub: StudioHub;
}

/** One line of business: a Studio of its own, attached to the hub and opened by the access service. */
export class LineOfBusiness extends pulumi.ComponentResource {
    readonly outputs: StudioOutputs;

    constructor(name: string, args: LineOfBusinessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:deployments:LineOfBusiness", name, {}, opts);
        const { settings, place, provider, hub } = args;
        this.outputs = composeStudio(name, settings, { place, parent: this, provider, hub });
        this.registerOutputs({ ...this.outputs });
    }
}
