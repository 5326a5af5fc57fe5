import type { Feature } from "../../../../policy-pack/facts";
import {
    DOMAIN_CHANGES,
    GATED_MODELS,
    IMAGE_CONFIGS,
    NOTEBOOK_INSTANCES,
    REMOTE_DEBUG,
    STARTING_CONTENT,
} from "../actions";
import type { GuardrailArgs } from "../args";
import { DRAFTS } from "../../roles/own";
import { deny, type Statement } from "./statement";

/** Ways into Studio, and into what runs, that no feature opens. */
export function closedDoors(): Statement[] {
    return [
        deny("NoNotebookInstances", NOTEBOOK_INSTANCES),
        // A bearer token is a permission whoever finds it has, from wherever.
        deny("NoBearerTokens", ["sagemaker:CallWithBearerToken"]),
        // A gated model comes through a hub's reference, which an administrator chose. Source of the operator: SageMaker
        // developer guide, "Restrict access to JumpStart gated models".
        deny("NoGatedModels", GATED_MODELS, { Bool: { "sagemaker:DirectGatedModelAccess": "true" } }),
    ];
}

/** Ways in that a feature opens for the roles it is for, in the narrow form their boundary gives them. */
export function featureDoors(features: readonly Feature[]): Statement[] {
    return [
        deny("NoOtherLinks", [
            "sagemaker:CreateHubContentPresignedUrls",
            "sagemaker:CreatePartnerAppPresignedUrl",
            ...(features.includes("mlflow")
                ? []
                : ["sagemaker:CreatePresignedMlflowAppUrl", "sagemaker:CreatePresignedMlflowTrackingServerUrl"]),
        ]),
        ...(features.includes("remoteIde")
            ? []
            : [
                  deny("NoRemoteAccess", ["sagemaker:CreateSpace", "sagemaker:UpdateSpace"], {
                      StringEquals: { "sagemaker:RemoteAccess": "ENABLED" },
                  }),
                  deny("NoRemoteSessions", ["sagemaker:StartSession"]),
              ]),
        deny("NoRemoteDebug", REMOTE_DEBUG, { Bool: { "sagemaker:EnableRemoteDebug": "true" } }),
    ];
}

/** What starts in people's apps: images and start scripts, which whoever deploys makes and attaches. */
export function startingContent(): Statement[] {
    return [deny("StartingContentIsTheDeployers", STARTING_CONTENT)];
}

/** What else belongs to whoever deploys: the domain, its people, and all image configurations but people's drafts. */
export function deployersOnly({
    account,
    partition,
    region,
}: Pick<GuardrailArgs, "account" | "partition" | "region">): Statement[] {
    const drafts = `arn:${partition}:sagemaker:${region}:${account}:app-image-config/${DRAFTS}*`;
    return [
        deny("DomainIsTheDeployers", DOMAIN_CHANGES),
        { Sid: "ImageConfigsAreTheDeployers", Effect: "Deny", Action: IMAGE_CONFIGS, NotResource: [drafts] },
    ];
}
