import * as pulumi from "@pulumi/pulumi";

import type { Place } from "../names";
import type { Settings } from "../settings";
import { accountProvider } from "./accountProvider";
import { warnOfStudioQuotas } from "./quotas";
import { composeStudio, type StudioOutputs } from "./studio";

/** Studio in one account: keys, network, roles, domain and people. */
export class SingleAccount extends pulumi.ComponentResource {
    readonly outputs: StudioOutputs;

    constructor(name: string, settings: Settings, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:deployments:SingleAccount", name, {}, opts);
        const { account, project, region, stack } = settings;
        const place: Place = { project, stack, account: account.id, region };
        const provider = accountProvider(
            `${name}-aws`,
            { account, region, session: `${project}-${stack}` },
            { parent: this },
        );
        warnOfStudioQuotas([settings], place, provider);
        this.outputs = composeStudio(name, settings, { place, parent: this, provider });
        this.registerOutputs({ ...this.outputs });
    }
}
