import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";

/** Makes a domain list of DNS Firewall; `purpose` (`dns-allow`) is part of its logical and physical name. */
export function createDomainList(
    parent: pulumi.Resource,
    name: string,
    args: { readonly place: Place; readonly purpose: string; readonly names: readonly string[]; readonly tags: Tags },
): aws.route53.ResolverFirewallDomainList {
    return new aws.route53.ResolverFirewallDomainList(
        `${name}-${args.purpose}`,
        {
            name: physicalName(args.place, "dnsRules", args.purpose),
            domains: args.names.map(asStored),
            tags: args.tags,
        },
        { parent },
    );
}

/**
 * AWS stores names with their final dot and gives them back so. The provider compares them as text: written without the
 * dot, every preview would show the whole list as changed (terraform-provider-aws #23543).
 */
function asStored(domain: string): string {
    return `${domain}.`;
}
