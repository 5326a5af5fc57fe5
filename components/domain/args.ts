import type * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../policy-pack/facts";
import type { Place } from "../names";
import type { Tags } from "../tags";
import type { CustomImages } from "./images";
import type { SpaceApp } from "./spaceApp";

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
    readonly keyArn: pulumi.Input<string>;
}

export interface Docker {
    readonly enabled: boolean;
    /** Accounts whose registries Docker reaches; at least one when it is enabled. */
    readonly accounts: readonly string[];
}

/** A file system beside the homes. */
export interface FileSystem {
    readonly id: string;
    /** Folder of it that people see. */
    readonly path: string;
    /** Group of its mount targets. */
    readonly securityGroup: string;
}

/** Numbers of everybody in the file systems. */
export interface PosixUser {
    /** 10000 to 4000000. */
    readonly uid: number;
    /** 1001 to 4000000. */
    readonly gid: number;
}

/** What Canvas may do. */
export interface Canvas {
    readonly directDeploy: boolean;
    readonly modelRegister: boolean;
    /** Forecasts, never with Amazon Forecast. */
    readonly timeSeries: boolean;
    /** Role by which Canvas customizes Bedrock's models. Default: it customizes none. */
    readonly bedrockRole?: string | undefined;
}

/** Where Canvas keeps people's work. */
export interface CanvasWorkspace {
    readonly bucket: pulumi.Input<string>;
    /** Key of the bucket. */
    readonly keyArn: pulumi.Input<string>;
}

/** How people sign in to the domain. */
export type SignIn =
    | { readonly mode: "iam" }
    | {
          readonly mode: "identity-center";
          /** Whether services behind Studio see the person; every execution role must trust `sts:SetContext` then. */
          readonly trustedPropagation: boolean;
      };

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
    /** Text of a script that runs before the chosen one, in every app. Default: none. */
    readonly firstScript?: string | undefined;
    /** Default: outputs are not shared. */
    readonly sharing?: Sharing | undefined;
    readonly fileSystems: readonly FileSystem[];
    /** Default: SageMaker gives each profile numbers of its own. */
    readonly posixUser?: PosixUser | undefined;
    /** Without the feature `canvas` nothing of it counts. */
    readonly canvas: Canvas;
    /** Default: where SageMaker puts it, in a bucket of its own naming. */
    readonly canvasWorkspace?: CanvasWorkspace | undefined;
    /** Default: SageMaker's own images only. */
    readonly customImages?: CustomImages | undefined;
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
    /** How people sign in. A change replaces the domain. Default: `iam`, by presigned URL. */
    readonly signIn?: SignIn | undefined;
    /** Whether this stack turns on the portfolio of project templates, which an account has once in a Region. */
    readonly projectsPortfolio: boolean;
    /** Whether what people create gets the tags of domain and profile; the execution role must allow it. */
    readonly tagPropagation: boolean;
    /** Pulumi's `protect` on the domain: home directories are lost with it. */
    readonly protect: boolean;
    /** What must stand before the domain: endpoints, routes. */
    readonly after: readonly pulumi.Resource[];
    readonly tags: Tags;
    /** Further tags of the domain alone. Default: none. */
    readonly domainTags?: Tags | undefined;
}
