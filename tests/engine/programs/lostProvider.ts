import * as pulumi from "@pulumi/pulumi";

import { deploy } from "../../../components/deployments";
import { loadSettings } from "../../../components/settings";

/** The project's program in which one component loses the provider of its account: the one of the type in the configuration. */
const lost = new pulumi.Config("case").require("lost");

pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
    type === lost ? { props, opts: { ...opts, provider: undefined, providers: undefined } } : undefined,
);

export = deploy(loadSettings());
