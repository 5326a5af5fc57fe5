import { DRAFTS, OWN_PROFILE } from "../own";
import { IMAGE_CONFIG_ACTIONS } from "../../../documents";
import type { ActionSetDefinition } from "./set";

const OWN_APPS_AND_SPACES = [
    "sagemaker:app/${sagemaker:DomainId}/*",
    "sagemaker:space/${sagemaker:DomainId}/*",
] as const;

/** Looking around: names of things, and what the own domain holds. F-073, F-079 without what is not the domain's. */
export const READING: ActionSetDefinition = {
    grants: [
        {
            sid: "ReadOwnDomain",
            actions: [
                "sagemaker:DescribeApp",
                "sagemaker:DescribeDomain",
                "sagemaker:DescribeSpace",
                "sagemaker:DescribeUserProfile",
                "sagemaker:ListTags",
            ],
            resources: [
                "sagemaker:domain/${sagemaker:DomainId}",
                ...OWN_APPS_AND_SPACES,
                "sagemaker:user-profile/${sagemaker:DomainId}/*",
            ],
        },
        {
            sid: "ReadImageConfigs",
            actions: ["sagemaker:DescribeAppImageConfig"],
            resources: ["sagemaker:app-image-config/*"],
        },
        {
            // Listing actions have no resource type; the UI starts with them.
            sid: "List",
            actions: [
                "sagemaker:ListAppImageConfigs",
                "sagemaker:ListApps",
                "sagemaker:ListDomains",
                "sagemaker:ListSpaces",
                "sagemaker:ListUserProfiles",
            ],
            resources: ["*"],
        },
    ],
};

/**
 * Own private spaces and the apps in them (F-086). Source of the owner keys: SageMaker developer guide, "Restrict users
 * to their own private spaces".
 */
export const STUDIO: ActionSetDefinition = {
    grants: [
        {
            sid: "OwnPrivateSpaces",
            actions: [
                "sagemaker:CreateApp",
                "sagemaker:CreateSpace",
                "sagemaker:DeleteApp",
                "sagemaker:DeleteSpace",
                "sagemaker:UpdateSpace",
            ],
            resources: OWN_APPS_AND_SPACES,
            condition: {
                ArnLike: {
                    "sagemaker:OwnerUserProfileArn": `arn:{partition}:sagemaker:{region}:{account}:user-profile/${OWN_PROFILE}`,
                },
                StringEquals: { "sagemaker:SpaceSharingType": ["Private"] },
            },
        },
        {
            // Tags only in the call that creates: later the key is absent.
            sid: "TagWhatIsCreated",
            actions: ["sagemaker:AddTags"],
            resources: OWN_APPS_AND_SPACES,
            condition: { Null: { "sagemaker:TaggingAction": "false" } },
        },
    ],
    shared: [
        {
            // SageMaker pulls an app's own image as the app's role.
            sid: "PullAccountImages",
            actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            resources: ["ecr:repository/*"],
        },
        {
            // Neither action has a resource type that applies: a token for the registry, metrics by namespace.
            sid: "RegistryTokenAndMetrics",
            actions: ["cloudwatch:PutMetricData", "ecr:GetAuthorizationToken"],
            resources: ["*"],
        },
    ],
};

/** Cleaning up after others in the own domain: what runs is stopped, what is deleted is gone with its volume. */
export const ADMINISTRATION: ActionSetDefinition = {
    grants: [
        {
            sid: "AppsAndSpacesOfOthers",
            actions: ["sagemaker:DeleteApp", "sagemaker:DeleteSpace"],
            resources: OWN_APPS_AND_SPACES,
        },
        {
            sid: "ReadScriptsAndImages",
            actions: [
                "sagemaker:DescribeImage",
                "sagemaker:DescribeImageVersion",
                "sagemaker:DescribeStudioLifecycleConfig",
                "sagemaker:ListImageVersions",
            ],
            resources: ["sagemaker:image-version/*", "sagemaker:image/*", "sagemaker:studio-lifecycle-config/*"],
        },
        {
            sid: "ListScriptsAndImages",
            actions: ["sagemaker:ListImages", "sagemaker:ListStudioLifecycleConfigs"],
            resources: ["*"],
        },
    ],
};

/**
 * Trying out image configurations (F-091) under names of their own: those of the domain decide what starts in everybody's
 * apps, and are the deployer's.
 */
export const IMAGES: ActionSetDefinition = {
    needs: "jobs",
    grants: [
        {
            sid: "DraftImageConfigs",
            actions: IMAGE_CONFIG_ACTIONS.onResources,
            resources: [`sagemaker:app-image-config/${DRAFTS}*`],
        },
    ],
};
