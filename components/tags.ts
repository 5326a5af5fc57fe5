import type * as pulumi from "@pulumi/pulumi";

/** Tags every taggable resource of a deployment carries; a value may be a secret. */
export type Tags = Readonly<Record<string, pulumi.Input<string>>>;
