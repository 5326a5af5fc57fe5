import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type Quota, QUOTA_SERVICE, QUOTAS } from "../../policy-pack/facts";
import type { Settings } from "../settings";

/** Whose quotas they are. */
export interface QuotaPlace {
    readonly account: string;
    readonly region: string;
}

/** How many resources a stack has, by type. */
export type Wanted = Readonly<Record<string, number>>;

/** Warns at a preview where an account may not have all that these Studios in it make. */
export function warnOfStudioQuotas(
    studios: readonly Pick<Settings, "users">[],
    { account, region }: QuotaPlace,
    provider: pulumi.ProviderResource,
): void {
    if (pulumi.runtime.isDryRun()) {
        const profiles = studios.reduce((sum, { users }) => sum + users.length, 0);
        warnOfQuotas(
            { account, region },
            { "aws:sagemaker/domain:Domain": studios.length, "aws:sagemaker/userProfile:UserProfile": profiles },
            provider,
        );
    }
}

/** The value in force in the account, or why Service Quotas did not say it. */
export type QuotaAnswer = { readonly value: number } | { readonly failure: string };

/**
 * Asks Service Quotas what the account may have of what the stack makes, and warns where it is less. It does not fail: a
 * quota can be raised until the update, AWS refuses what is too much, and what other stacks have counts too, which
 * nobody here knows.
 */
export function warnOfQuotas(place: QuotaPlace, wanted: Wanted, provider: pulumi.ProviderResource): void {
    const asked = QUOTAS.filter(({ type }) => (wanted[type] ?? 0) > 0);
    // Nothing else waits for the answers, and the run must not end before them.
    const answered = pulumi.runtime.rpcKeepAlive();
    void Promise.all(
        asked.map(async (quota) => {
            const warning = quotaWarning(quota, wanted[quota.type] ?? 0, await ask(quota, provider), place);
            if (warning !== undefined) {
                await pulumi.log.warn(warning);
            }
        }),
    ).finally(answered);
}

/** What to tell of a quota; undefined when the account may have as many as are wanted. */
export function quotaWarning(quota: Quota, wanted: number, answer: QuotaAnswer, place: QuotaPlace): string | undefined {
    const made = `Quota ${quota.code} (${quota.name}): this stack makes ${wanted}`;
    const whose = `account ${place.account} may have`;
    if ("failure" in answer) {
        return `${made}; how many ${whose} in ${place.region} is not decided, because Service Quotas did not answer: ${answer.failure}. Look it up in its console; a new account may have ${quota.newAccount}.`;
    }
    return wanted <= answer.value
        ? undefined
        : `${made}, and ${whose} ${answer.value} in ${place.region}, those of other stacks included. Ask for more in Service Quotas before the update, or AWS refuses what is too much.`;
}

async function ask(quota: Quota, provider: pulumi.ProviderResource): Promise<QuotaAnswer> {
    try {
        const { value } = await aws.servicequotas.getServiceQuota(
            { serviceCode: QUOTA_SERVICE, quotaCode: quota.code },
            { provider },
        );
        return { value };
    } catch (error) {
        return { failure: error instanceof Error ? error.message : String(error) };
    }
}
