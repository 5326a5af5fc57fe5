import type { SageMakerClient } from "@aws-sdk/client-sagemaker";

import { type Clock, WorkLeft } from "./clock";
import { emptyDomain } from "./contents";
import { findDomain, tagOf } from "./domains";
import { DRAIN_TAG, type DomainTask, type NetworkTask } from "./event";
import { leftoversOf, markedDomains, type NetworkClients } from "./leftovers";
import { markLeftovers } from "./mark";
import { sweep, sweepPlan } from "./sweep";

export type Clients = NetworkClients & { readonly sagemaker: SageMakerClient };

/**
 * Empties a domain that is about to be deleted and marks what it will leave behind.
 *
 * A domain that does not carry this function's name is left alone: the setting was switched off, so the resource that
 * called goes although the domain stays.
 *
 * @param owner name of the function
 * @returns what happened, for the state and the log
 * @throws WorkLeft
 */
export async function drainDomain(clients: Clients, clock: Clock, task: DomainTask, owner: string): Promise<string> {
    const domain = await findDomain(clients.sagemaker, task.domainId);
    if (domain !== undefined && (await tagOf(clients.sagemaker, task.domainArn, DRAIN_TAG)) !== owner) {
        return `Left ${task.domainId} alone: its tag ${DRAIN_TAG} does not name ${owner}.`;
    }
    if (domain !== undefined) {
        await emptyDomain(clients.sagemaker, clock, task);
    }
    const leftovers = await leftoversOf(clients, task.domainId, task.vpcId);
    await markLeftovers(clients, leftovers, { key: DRAIN_TAG, value: owner });
    return `Emptied ${task.domainId}.`;
}

/**
 * Removes what this function's domains left in a VPC.
 *
 * @param owner name of the function, as the mark has it
 * @throws WorkLeft also when a marked domain still stands: then nothing of it is touched
 */
export async function sweepNetwork(clients: Clients, clock: Clock, task: NetworkTask, owner: string): Promise<string> {
    const domainIds = await markedDomains(clients, task.vpcId, { key: DRAIN_TAG, value: owner });
    for (const domainId of domainIds) {
        if ((await findDomain(clients.sagemaker, domainId)) !== undefined) {
            throw new WorkLeft(
                `The domain ${domainId} still stands in ${task.vpcId}; what belongs to it was not touched. ` +
                    "Delete the domain, then run the same command again.",
            );
        }
        const leftovers = await leftoversOf(clients, domainId, task.vpcId);
        await sweep(clients, clock, leftovers, sweepPlan(task.homes, task.ownVpc));
    }
    return domainIds.length === 0 ? "Nothing was left." : `Removed what ${domainIds.join(", ")} left.`;
}
