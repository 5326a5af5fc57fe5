import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName } from "../../names";
import type { Tags } from "../../tags";
import { createProviders } from "./identityProviders";
import { guardDocument, presignDocument, type UserPolicyArgs } from "./policies";
import { type TrustArgs, userRoleTrust } from "./trust";

export interface StudioUserRoleArgs extends TrustArgs, UserPolicyArgs {
    /** Permissions boundary. Default: none. */
    readonly boundaryArn?: pulumi.Input<string> | undefined;
    readonly tags: Tags;
}

/** Seconds; the shortest AWS allows, since a session only has to live until the link is made. */
const SESSION_SECONDS = 3600;

/**
 * What a person assumes to open Studio. The session carries the person's tag; the role opens the profile whose tag is
 * equal to it and no other, from the allowed origin only. The identity providers that people come from directly are
 * made with it.
 */
export class StudioUserRole extends pulumi.ComponentResource {
    /** ARN of the role. */
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: StudioUserRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:StudioUserRole", name, {}, opts);
        const providers = createProviders(this, name, { ...args, federation: args.federation ?? {} });
        const role = new aws.iam.Role(
            name,
            {
                name: physicalName(args.place, "role", "user"),
                description: "Opens the Studio profile whose tag equals the person's",
                assumeRolePolicy: documentText("trust policy", name, userRoleTrust(args)),
                maxSessionDuration: SESSION_SECONDS,
                ...(args.boundaryArn === undefined ? {} : { permissionsBoundary: args.boundaryArn }),
                tags: args.tags,
            },
            { parent: this, dependsOn: providers },
        );
        for (const [purpose, document] of Object.entries({
            presign: presignDocument(args),
            guard: guardDocument(args),
        })) {
            new aws.iam.RolePolicy(
                `${name}-${purpose}`,
                {
                    name: purpose,
                    role: role.name,
                    policy: documentText("inline policy", `${name}-${purpose}`, document),
                },
                { parent: this },
            );
        }
        this.arn = role.arn;
        this.registerOutputs({ arn: this.arn });
    }
}
