import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { accessRoleName, type Place } from "../names";
import { guardDocument } from "../security/userRole";
import type { Tags } from "../tags";

/** Who may take on the role, and with what. */
export interface LobTrustArgs {
    /** ARN of the presign function's role; it must exist before the role is made. */
    readonly presignRoleArn: pulumi.Input<string>;
    /** As `externalIdOf` gives it. */
    readonly externalId: string;
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
}

/** What the role opens, and from where. */
export interface LobPresignArgs {
    readonly place: Place;
    readonly partition: string;
    readonly tagKey: string;
    readonly domainId: pulumi.Input<string>;
    /** The hub's endpoints: links are made through one and used through the other. */
    readonly endpointIds: { readonly api: pulumi.Input<string>; readonly studio: pulumi.Input<string> };
}

export interface LobAccessArgs extends LobTrustArgs, LobPresignArgs {
    /** What must stand before the role is made: IAM refuses a trust in a role that does not exist. Default: nothing. */
    readonly after?: readonly pulumi.Resource[];
    /** Permissions boundary; that of the role people assume is wide enough. */
    readonly boundaryArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Seconds; the most STS gives a role that takes on another, and the least a role can be set to. */
const SESSION_SECONDS = 3600;

/**
 * The role a line of business's profiles are opened with. The presign function takes it on in a person's name; it opens
 * that person's profiles and no other, through the hub's endpoints and from nowhere else.
 */
export class LobAccess extends pulumi.ComponentResource {
    readonly roleArn: pulumi.Output<string>;

    constructor(name: string, args: LobAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:access:LobAccess", name, {}, opts);
        const role = new aws.iam.Role(
            name,
            {
                name: accessRoleName(args.place),
                description: "Opens the Studio profile whose tag equals the person the access service names",
                assumeRolePolicy: documentText("trust policy", name, lobTrust(args)),
                maxSessionDuration: SESSION_SECONDS,
                permissionsBoundary: args.boundaryArn,
                tags: args.tags,
            },
            { parent: this, dependsOn: [...(args.after ?? [])] },
        );
        for (const [purpose, document] of Object.entries({ presign: lobPresign(args), guard: guardDocument(args) })) {
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
        this.roleArn = role.arn;
        this.registerOutputs({ roleArn: this.roleArn });
    }
}

/**
 * The presign function alone, with the external id, for a person who is session name, source identity and tag alike: no
 * session can be called one and open the profile of another.
 *
 * Each action has a statement of its own, with the keys its requests carry. Source: service authorization reference, AWS
 * Security Token Service: sts:ExternalId, sts:RoleSessionName and sts:SourceIdentity belong to AssumeRole.
 */
function lobTrust({ presignRoleArn, externalId, tagKey }: LobTrustArgs): aws.iam.PolicyDocument {
    const Principal = { AWS: presignRoleArn };
    const requestTag = `aws:RequestTag/${tagKey}`;
    const onlyTheTag = {
        "ForAllValues:StringEquals": { "aws:TagKeys": [tagKey] },
        // The tag ends with the session: none of it goes on to a further role.
        Null: { [requestTag]: "false", "sts:TransitiveTagKeys": "true" },
    };
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "PresignInAPersonsName",
                Effect: "Allow",
                Principal,
                Action: "sts:AssumeRole",
                Condition: {
                    ...onlyTheTag,
                    StringEquals: {
                        "sts:ExternalId": externalId,
                        "sts:RoleSessionName": `\${${requestTag}}`,
                        "sts:SourceIdentity": `\${${requestTag}}`,
                    },
                },
            },
            { Sid: "ThePersonsTag", Effect: "Allow", Principal, Action: "sts:TagSession", Condition: onlyTheTag },
            {
                Sid: "ThePersonsName",
                Effect: "Allow",
                Principal,
                Action: "sts:SetSourceIdentity",
                Condition: { Null: { "sts:SourceIdentity": "false" } },
            },
        ],
    };
}

/**
 * Opens the profile whose tag equals the session's. SageMaker evaluates the policy when the link is made, through the
 * endpoint of its API, and again for each request of the open Studio, through Studio's: both are named. Source: sagemaker
 * developer guide, studio-interface-endpoint.
 */
function lobPresign(args: LobPresignArgs): aws.iam.PolicyDocument {
    const { account, region } = args.place;
    const endpoints = { "aws:SourceVpce": [args.endpointIds.api, args.endpointIds.studio] };
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OpenProfileWithSameTag",
                Effect: "Allow",
                Action: ["sagemaker:CreatePresignedDomainUrl"],
                Resource: [
                    pulumi.interpolate`arn:${args.partition}:sagemaker:${region}:${account}:user-profile/${args.domainId}/*`,
                ],
                Condition: {
                    Null: { [`aws:PrincipalTag/${args.tagKey}`]: "false" },
                    StringEquals: {
                        ...endpoints,
                        [`sagemaker:ResourceTag/${args.tagKey}`]: `\${aws:PrincipalTag/${args.tagKey}}`,
                    },
                },
            },
            {
                // Once more as a Deny, so that no policy attached later opens another way.
                Sid: "NoOtherEndpoint",
                Effect: "Deny",
                Action: ["sagemaker:CreatePresignedDomainUrl"],
                Resource: "*",
                Condition: { StringNotEquals: endpoints },
            },
        ],
    };
}
