import * as pulumi from "@pulumi/pulumi";

/** One resource the provider refuses before any call to AWS; the SDK's own classes would not let some of them pass. */
class Raw extends pulumi.CustomResource {}

const config = new pulumi.Config();

new Raw(config.require("type"), "refused", config.requireObject<pulumi.Inputs>("inputs"));
