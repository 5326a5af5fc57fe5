import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { physicalName } from "../names";
import type { Tags } from "../tags";
import { architectureOf, imageParameter } from "./image";
import { hostPolicy, hostRole, hostTrust, type HostPlace } from "./policies";
import { hostUserData } from "./userData";

export interface HostArgs extends HostPlace {
    readonly subnetId: pulumi.Input<string>;
    readonly groupId: pulumi.Input<string>;
    readonly hostType: string;
    readonly volumeKeyArn: pulumi.Input<string>;
    readonly boundaryArn: pulumi.Input<string>;
    /** What must stand before it starts. */
    readonly after: readonly pulumi.Resource[];
    readonly tags: Tags;
}

/** Gigabytes: the system, a browser and a display to show it on. */
const VOLUME_GB = 20;

/**
 * Makes the host: current Amazon Linux, reached by Session Manager and in no other way. It has no key pair, no public
 * address and nothing open, answers its metadata to itself alone, and its role takes part in sessions and no more.
 *
 * When Amazon publishes a newer image, the next update replaces the host: it keeps nothing, and that is how it is patched.
 */
export function createHost(parent: pulumi.Resource, name: string, args: HostArgs): aws.ec2.Instance {
    const { place, tags } = args;
    const named = hostRole(args);
    const role = new aws.iam.Role(
        `${name}-host`,
        {
            name: named.name,
            path: named.path,
            description: "Sessions on the host of the on-premises simulator",
            assumeRolePolicy: documentText("trust policy", `${name}-host`, hostTrust()),
            permissionsBoundary: args.boundaryArn,
            tags,
        },
        { parent },
    );
    const policy = new aws.iam.RolePolicy(
        `${name}-host`,
        {
            name: "sessions",
            role: role.name,
            policy: documentText("inline policy", `${name}-host`, hostPolicy(args)),
        },
        { parent },
    );
    const profile = new aws.iam.InstanceProfile(
        `${name}-host`,
        { name: physicalName(place, "instanceProfile", "host"), path: named.path, role: role.name, tags },
        { parent },
    );
    const image = aws.ssm.getParameterOutput({ name: imageParameter(architectureOf(args.hostType)) }, { parent });
    return new aws.ec2.Instance(
        `${name}-host`,
        {
            // The value itself is marked secret whatever the parameter; this one is public.
            ami: image.insecureValue,
            instanceType: args.hostType,
            subnetId: args.subnetId,
            vpcSecurityGroupIds: [args.groupId],
            associatePublicIpAddress: false,
            iamInstanceProfile: profile.name,
            metadataOptions: {
                httpEndpoint: "enabled",
                httpTokens: "required",
                httpPutResponseHopLimit: 1,
                instanceMetadataTags: "disabled",
            },
            rootBlockDevice: {
                encrypted: true,
                kmsKeyId: args.volumeKeyArn,
                volumeType: "gp3",
                volumeSize: VOLUME_GB,
                deleteOnTermination: true,
                tags: { ...tags, Name: `${name}-host` },
            },
            userData: hostUserData(),
            // It runs at the first start only.
            userDataReplaceOnChange: true,
            tags: { ...tags, Name: `${name}-host` },
        },
        // The agent announces itself once at the start, and gives up for long when it may not.
        { parent, dependsOn: [...args.after, policy] },
    );
}
