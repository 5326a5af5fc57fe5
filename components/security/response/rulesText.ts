import * as pulumi from "@pulumi/pulumi";

import type { Rules } from "../../../assets/functions/stop/rules";
import { LOCAL_STORAGE_FAMILIES } from "../../../policy-pack/facts";
import type { ResponseRules } from "./args";

/** Lambda quotas: 4 KB for all environment variables together; the others take a few hundred characters. */
const ROOM = 3500;

/** The rules as the function reads them from its environment. */
export function rulesText(args: ResponseRules): pulumi.Output<string> {
    const { subnetIds, groupIds, volumeKeyArns, outputKeyArns, domainId } = args;
    return pulumi
        .all([
            domainId,
            pulumi.all([...subnetIds]),
            pulumi.all([...groupIds]),
            pulumi.all([...volumeKeyArns]),
            pulumi.all([...outputKeyArns]),
            pulumi.all([...args.linkMakers]),
        ])
        .apply(([domain, subnets, groups, volumeKeys, outputKeys, linkMakers]) => {
            const rules: Rules = {
                mode: args.mode,
                scope: args.scope,
                domainId: domain,
                roles: args.roles,
                linkMakers,
                exempt: args.exempt,
                subnets,
                groups,
                volumeKeys,
                outputKeys,
                selfEncrypting: LOCAL_STORAGE_FAMILIES.map((family) => `ml.${family}.*`),
                isolation: args.isolation,
                interContainerEncryption: args.interContainerEncryption,
                instances: args.instances,
                maxRuntimeHours: args.maxRuntimeHours,
                remoteAccess: args.remoteAccess,
            };
            return checkedRules(JSON.stringify(rules));
        });
}

/**
 * The text when it fits into a function's environment.
 * @throws pulumi.RunError naming the settings that make it long
 */
export function checkedRules(text: string): string {
    if (text.length > ROOM) {
        throw new pulumi.RunError(
            `The rules of security.response have ${text.length} characters; a function's environment has room for ${ROOM}. ` +
                "Name families (ml.m5.*) instead of types in security.guardrails.instances, or fewer roles in security.response.exempt and access.operators.",
        );
    }
    return text;
}
