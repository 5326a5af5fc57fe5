import type { ConfigProperty } from "../definition";
import type { Host } from "./hosts";

/** A VPC whose endpoints another stack manages, so that they are not in this one's graph. */
export interface ExternalVpc extends Record<string, unknown> {
    readonly endpointsManagedElsewhere: boolean;
    readonly reason: string;
    /** Last day on which it holds, `YYYY-MM-DD` in UTC. */
    readonly expires: string;
}

/** Configuration of the policies that look at a VPC's endpoints. */
export const EXTERNAL_VPCS: ConfigProperty = {
    type: "object",
    additionalProperties: {
        type: "object",
        properties: {
            endpointsManagedElsewhere: { type: "boolean" },
            reason: { type: "string", minLength: 1 },
            expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        },
        required: ["endpointsManagedElsewhere", "reason", "expires"],
        additionalProperties: false,
    },
    description: "VPC id (or logical name in this stack) whose endpoints another stack manages",
};

/**
 * Whether configuration says that another stack manages the host's endpoints: empty text when it holds, what is wrong
 * when it does not hold any more, `undefined` when nothing is said.
 */
export function managedElsewhere(
    host: Host,
    externalVpcs: Readonly<Record<string, ExternalVpc>>,
    now: Date,
): string | undefined {
    const names = [
        ...host.externalVpcs,
        ...host.vpcs.flatMap(({ name, id }) => (typeof id === "string" ? [name, id] : [name])),
    ];
    const name = names.find((each) => Object.hasOwn(externalVpcs, each));
    const entry = name === undefined ? undefined : externalVpcs[name];
    if (entry?.endpointsManagedElsewhere !== true) {
        return undefined;
    }
    const { reason, expires } = entry;
    if (typeof reason !== "string" || reason.trim() === "") {
        return `externalVpcs names ${name ?? ""} without a reason. Give the reason.`;
    }
    if (typeof expires !== "string" || now.toISOString().slice(0, 10) > expires) {
        return `externalVpcs names ${name ?? ""} until ${expires ?? "(no date)"}, which is over. Renew the date, or add the endpoints.`;
    }
    return "";
}
