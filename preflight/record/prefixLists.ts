import { digest } from "./identities/subject";

/** Made-up id of the AWS-managed prefix list of a gateway endpoint service; the same wherever the list is named. */
export function prefixListId(serviceName: string): string {
    return `pl-${digest(serviceName, "prefix list").slice(0, 8)}`;
}
