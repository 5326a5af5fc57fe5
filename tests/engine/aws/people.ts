import type { Place } from "./place";
import { regionalArn } from "./place";
import type { Store, Stored } from "./store";
import type { Properties } from "./values";

/** Statuses an app can have. Source: SageMaker API reference, AppDetails. */
export type AppStatus = "Deleted" | "Deleting" | "Failed" | "InService" | "Pending";

/** What people make in a domain with the browser, which no program knows of. */
export class People {
    constructor(
        private readonly store: Store,
        private readonly domain: Stored,
    ) {}

    /** A private space of a profile, with an app in it that runs unless said otherwise. */
    space(owner: string, spaceName: string, status: AppStatus | "none" = "InService"): void {
        this.put("aws:sagemaker/space:Space", `space/${this.domain.id}/${spaceName}`, {
            spaceName,
            ownershipSettings: { ownerUserProfileName: owner },
            spaceSharingSettings: { sharingType: "Private" },
        });
        if (status !== "none") {
            this.app({ spaceName }, "JupyterLab", "default", status);
        }
    }

    /** An app of a space, or directly of a profile, as Canvas is. */
    app(
        owner: { readonly spaceName: string } | { readonly userProfileName: string },
        appType: string,
        appName = "default",
        status: AppStatus = "InService",
    ): void {
        const of = "spaceName" in owner ? owner.spaceName : owner.userProfileName;
        const resource = `app/${this.domain.id}/${of}/${appType.toLowerCase()}/${appName}`;
        this.put("aws:sagemaker/app:App", resource, { ...owner, appType, appName, status });
    }

    /** A profile somebody made in the console; `tags` as a program would set them. */
    profile(userProfileName: string, tags: Readonly<Record<string, string>> = {}): void {
        this.put("aws:sagemaker/userProfile:UserProfile", `user-profile/${this.domain.id}/${userProfileName}`, {
            userProfileName,
            tags,
        });
    }

    private put(type: string, resource: string, properties: Properties): void {
        const { account, region } = this.domain;
        const place: Place = { account, region, defaultTags: {} };
        const arn = regionalArn(place, "sagemaker", resource);
        this.store.put({
            type,
            id: arn,
            account,
            region,
            inputs: [],
            properties: { ...properties, domainId: this.domain.id, arn },
        });
    }
}
