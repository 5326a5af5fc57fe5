import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../components/documents";
import { physicalName, type Place } from "../components/names";
import type { Tags } from "../components/tags";
import { partitionOf } from "../policy-pack/facts";
import { bucketPolicy, keyPolicy } from "./policies/ownPolicies";

export interface StateStoreArgs {
    readonly place: Place;
    /** ARNs of the roles that administer bucket and keys; the role that runs this program must be one of them. */
    readonly administrators: readonly string[];
    /** ARNs of the workflow roles, which use bucket and keys and administer neither. */
    readonly users: readonly string[];
    /** Pulumi's `protect`: with the bucket or a key goes the state of every stack. */
    readonly protect: boolean;
    readonly tags: Tags;
}

/** Days a replaced or deleted version of a state file is kept. */
const OLD_VERSION_DAYS = 365;

/** Days until KMS deletes a key that was ordered to be deleted; the longest there is. */
const KEY_DELETION_DAYS = 30;

/** Name of the state bucket; buckets share one name space with the whole world, so the account makes it unique. */
export function stateBucketName({ account, region }: Pick<Place, "account" | "region">): string {
    return `private-studio-state-${account}-${region}`;
}

/** The bucket of Pulumi's state, its key, and the key of the secrets within the state. */
export class StateStore extends pulumi.ComponentResource {
    readonly bucket: pulumi.Output<string>;
    readonly stateKeyArn: pulumi.Output<string>;
    readonly secretsKeyArn: pulumi.Output<string>;
    /** For `pulumi stack init --secrets-provider`. */
    readonly secretsProvider: string;

    constructor(name: string, args: StateStoreArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio-bootstrap:state:StateStore", name, {}, opts);
        const stateKey = this.createKey(`${name}-state`, "state", "Objects of the Pulumi state bucket", args);
        const secretsKey = this.createKey(`${name}-secrets`, "secrets", "Secrets in the Pulumi state", args);
        this.stateKeyArn = stateKey.arn;
        this.secretsKeyArn = secretsKey.arn;
        this.secretsProvider = `awskms://${physicalName(args.place, "keyAlias", "secrets")}?region=${args.place.region}`;
        this.bucket = this.createBucket(name, args, stateKey.arn);
        this.registerOutputs({ bucket: this.bucket, secretsProvider: this.secretsProvider });
    }

    private createKey(
        name: string,
        purpose: "state" | "secrets",
        description: string,
        args: StateStoreArgs,
    ): aws.kms.Key {
        const key = new aws.kms.Key(
            name,
            {
                description,
                enableKeyRotation: true,
                deletionWindowInDays: KEY_DELETION_DAYS,
                policy: documentText("key policy", name, keyPolicy(purpose, args)),
                tags: { ...args.tags, Name: name },
            },
            { parent: this, protect: args.protect },
        );
        new aws.kms.Alias(
            name,
            { name: physicalName(args.place, "keyAlias", purpose), targetKeyId: key.keyId },
            { parent: this },
        );
        return key;
    }

    private createBucket(name: string, args: StateStoreArgs, keyArn: pulumi.Output<string>): pulumi.Output<string> {
        const bucketName = stateBucketName(args.place);
        const bucket = new aws.s3.Bucket(
            name,
            { bucket: bucketName, tags: args.tags },
            { parent: this, protect: args.protect },
        );
        const inBucket = { bucket: bucket.id };
        const child = { parent: this };
        new aws.s3.BucketPublicAccessBlock(
            name,
            {
                ...inBucket,
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            child,
        );
        new aws.s3.BucketOwnershipControls(
            name,
            { ...inBucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
            child,
        );
        new aws.s3.BucketServerSideEncryptionConfiguration(
            name,
            {
                ...inBucket,
                rules: [
                    {
                        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
                        bucketKeyEnabled: true,
                    },
                ],
            },
            child,
        );
        const versioning = new aws.s3.BucketVersioning(
            name,
            { ...inBucket, versioningConfiguration: { status: "Enabled" } },
            child,
        );
        new aws.s3.BucketLifecycleConfiguration(
            name,
            {
                ...inBucket,
                rules: [
                    {
                        id: "old-versions",
                        status: "Enabled",
                        filter: {},
                        noncurrentVersionExpiration: { noncurrentDays: OLD_VERSION_DAYS },
                        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                    },
                ],
            },
            // AWS refuses the rule for old versions before there can be any.
            { ...child, dependsOn: [versioning] },
        );
        const policy = bucketPolicy(`arn:${partitionOf(args.place.region).id}:s3:::${bucketName}`, args);
        new aws.s3.BucketPolicy(name, { ...inBucket, policy: pulumi.jsonStringify(policy) }, child);
        return bucket.id;
    }
}
