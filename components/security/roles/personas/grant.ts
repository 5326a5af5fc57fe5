import type * as aws from "@pulumi/aws";

/** Where resources of a grant are. */
export interface GrantPlace {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
}

/**
 * One statement of an action set, without its place.
 *
 * Resources are written short: `sagemaker:model/*` is that resource of the role's own account and Region. What does not
 * fit the pattern is an ARN with `{partition}`, `{region}` and `{account}` in it.
 */
export interface ActionGrant {
    readonly sid: string;
    readonly actions: readonly string[];
    /** `*` alone for actions without resource types. */
    readonly resources: readonly string[];
    readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The statement of a grant at a place. */
export function statementOf(grant: ActionGrant, place: GrantPlace): aws.iam.PolicyStatement {
    return {
        Sid: grant.sid,
        Effect: "Allow",
        Action: [...grant.actions],
        Resource: grant.resources.includes("*") ? "*" : grant.resources.map((resource) => arnOf(resource, place)),
        ...(grant.condition === undefined ? {} : { Condition: conditionAt(grant.condition, place) }),
    };
}

function conditionAt(
    condition: NonNullable<ActionGrant["condition"]>,
    place: GrantPlace,
): aws.iam.PolicyStatement["Condition"] {
    const filled = (value: string | readonly string[]): string | string[] =>
        typeof value === "string" ? fill(value, place) : value.map((text) => fill(text, place));
    return Object.fromEntries(
        Object.entries(condition).map(([operator, keys]) => [
            operator,
            Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, filled(value)])),
        ]),
    );
}

function arnOf(resource: string, place: GrantPlace): string {
    if (resource.startsWith("arn:")) {
        return fill(resource, place);
    }
    const colon = resource.indexOf(":");
    return fill(`arn:{partition}:${resource.slice(0, colon)}:{region}:{account}:${resource.slice(colon + 1)}`, place);
}

function fill(text: string, { account, partition, region }: GrantPlace): string {
    return text.replaceAll("{partition}", partition).replaceAll("{region}", region).replaceAll("{account}", account);
}
