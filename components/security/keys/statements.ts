import type * as aws from "@pulumi/aws";

import type { Place } from "../../names";

/** Whose keys they are. */
export interface KeyPlace {
    readonly place: Place;
    readonly partition: string;
}

export type Statement = aws.iam.PolicyStatement;

/** `*` as resource of a key policy means this key: no other can be named there. */
export const THIS_KEY = "*";

/** Every principal of the account, as far as a condition and its own policies let it. */
export function accountPrincipal({ partition, place }: KeyPlace): Statement["Principal"] {
    return { AWS: `arn:${partition}:iam::${place.account}:root` };
}

/**
 * Limits a statement to what services ask for in their caller's name. The names end in amazonaws.com in every partition.
 * Source: KMS developer guide, kms:ViaService.
 */
export function via({ place }: KeyPlace, ...services: string[]): Record<"kms:ViaService", string[]> {
    return { "kms:ViaService": services.map((service) => `${service}.${place.region}.amazonaws.com`) };
}
