import type * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../policy-pack/facts";
import type { Place } from "../names";
import type { Tags } from "../tags";

/** Apps people open in spaces. */
export type SpaceApp = "jupyterLab" | "codeEditor";

/** Minutes without activity, 60 to 525600. */
export interface IdleShutdown {
    readonly minutes: number;
    /** Least a person may choose for a space. Default: `minutes`. */
    readonly minMinutes?: number | undefined;
    /** Most a person may choose for a space. Default: `minutes`. */
    readonly maxMinutes?: number | undefined;
}

/** Instance types a space starts with, and those Studio shows. */
export interface Instances extends Readonly<Record<SpaceApp, string>> {
    /** Empty: all. */
    readonly offered: readonly string[];
}

/** Where shared outputs of cells go. */
export interface Sharing {
    readonly bucket: string;
    /** Without a slash at either end. */
    readonly prefix: string;
    readonly keyArn: string;
}

export interface Docker {
    readonly enabled: boolean;
    /** Accounts whose registries Docker reaches; at least one when it is enabled. */
    readonly accounts: readonly string[];
}

/** What everybody's apps and spaces start with. */
export interface AppSettings {
    /** Canvas is hidden without its feature. */
    readonly features: readonly Feature[];
    readonly idleShutdown: IdleShutdown;
    /** Sizes of space volumes in GB, 5 to 16384. */
    readonly volumes: { readonly defaultGb: number; readonly maximumGb: number };
    readonly instances: Instances;
    /** Names of scripts of assets/lifecycle. */
    readonly lifecycleScripts: Readonly<Partial<Record<SpaceApp, string | undefined>>>;
    /** Default: outputs are not shared. */
    readonly sharing?: Sharing | undefined;
}

export interface StudioDomainArgs extends AppSettings {
    readonly place: Place;
    readonly vpcId: pulumi.Input<string>;
    readonly subnetIds: pulumi.Input<string>[];
    /** Group every app of every user gets; must admit nothing, because domain and profile groups are added together. */
    readonly defaultGroupId: pulumi.Input<string>;
    readonly executionRoleArn: pulumi.Input<string>;
    /** Customer managed key of home directories and space volumes; cannot be changed later. */
    readonly keyArn: pulumi.Input<string>;
    /** What becomes of the home directories when the domain is destroyed; fixed at creation. */
    readonly homes: "retain" | "delete";
    readonly docker: Docker;
    /** Whether what people create gets the tags of domain and profile; the execution role must allow it. */
    readonly tagPropagation: boolean;
    /** Pulumi's `protect` on the domain: home directories are lost with it. */
    readonly protect: boolean;
    /** What must stand before the domain: endpoints, routes. */
    readonly after: readonly pulumi.Resource[];
    readonly tags: Tags;
}
