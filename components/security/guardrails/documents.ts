import type * as aws from "@pulumi/aws";

import type { GuardrailArgs } from "./args";
import { appContent } from "./statements/apps";
import { isolation, trafficEncryption } from "./statements/containers";
import { closedDoors, startingContent } from "./statements/doors";
import { missingKeys, otherKeys } from "./statements/keys";
import { instanceTypes, runTime } from "./statements/limits";
import { missingNetwork, otherNetwork } from "./statements/network";
import type { Statement } from "./statements/statement";

/** Purposes of the documents, in the order in which roles get them. */
export const GUARDRAILS = ["jobs", "limits", "doors", "place"] as const;

export type GuardrailName = (typeof GUARDRAILS)[number];

/**
 * What no execution and no job role does, by purpose: managed policies of Denies alone, beside those of the roles'
 * boundary. Each rule stands once: in the boundary what must hold even when nothing is attached, here the rest.
 *
 * Each missing and each wrong value has a statement of its own, on actions that carry the key. Ids and keys, which are
 * made at deployment, stand together in `place`; the others are readable at a first preview.
 */
export function guardrailDocuments(args: GuardrailArgs): Record<GuardrailName, aws.iam.PolicyDocument> {
    return {
        jobs: document([...missingNetwork(), ...isolation(args), ...trafficEncryption(args), ...runTime(args)]),
        limits: document([...missingKeys(), ...instanceTypes(args)]),
        doors: document([...closedDoors(), ...startingContent(), ...appContent(args)]),
        place: document([...otherNetwork(args), ...otherKeys(args)]),
    };
}

/** A document of these statements. */
export function document(statements: Statement[]): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: statements };
}
