/** Tag by which a domain says whose drain function may empty it, and what it leaves behind to whom it belongs. */
export const DRAIN_TAG = "private-studio-drain";

/** Tag SageMaker gives the home file system; its value is the domain's ARN. Source: SageMaker developer guide. */
export const HOME_TAG = "ManagedByAmazonSageMakerResource";

/** Empties a domain, so that its profiles and itself can be deleted. */
export interface DomainTask {
    readonly task: "domain";
    readonly domainId: string;
    readonly domainArn: string;
    readonly vpcId: string;
}

/** Removes what domains that are gone left in a VPC. */
export interface NetworkTask {
    readonly task: "network";
    readonly vpcId: string;
    /** What becomes of the home file system. */
    readonly homes: "retain" | "delete";
    /** Whether the VPC goes with the stack: then nothing may stay in it, retained homes included. */
    readonly ownVpc: boolean;
}

/** What `aws.lambda.Invocation` adds to its input with `lifecycleScope: "CRUD"`. Source: the provider's documentation. */
interface LifeCycle {
    readonly tf?: { readonly action?: unknown };
}

export type DrainEvent = (DomainTask | NetworkTask) & LifeCycle;

/** What to do now: a task is only done when its resource is deleted. */
export function taskOf(event: DrainEvent): DomainTask | NetworkTask | undefined {
    const action = event.tf?.action;
    if (action !== "create" && action !== "update" && action !== "delete") {
        throw new Error(
            `tf.action is ${JSON.stringify(action)}; create, update or delete is expected. ` +
                "This function is called by Pulumi; by hand use: npm run drain",
        );
    }
    return action === "delete" ? event : undefined;
}
