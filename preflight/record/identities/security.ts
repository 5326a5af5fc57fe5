import { type IdentityTable, link, namedBy, numbered, partOf } from "./identity";
import type { Subject } from "./subject";

/** Keys, roles, buckets and logs. */
export const SECURITY: IdentityTable = {
    "aws:iam/role:Role": {
        named: "name",
        id: (s) => s.text("name"),
        outputs: {
            arn: (s, id) => s.globalArn("iam", `role${s.text("path", "/")}${id}`),
            uniqueId: (s) => `AROA${s.alphanumeric(17).toUpperCase()}`,
        },
    },
    "aws:iam/policy:Policy": {
        named: "name",
        id: (s) => s.globalArn("iam", `policy${s.text("path", "/")}${s.text("name")}`),
        outputs: { arn: (_, id) => id, policyId: (s) => `ANPA${s.alphanumeric(17).toUpperCase()}` },
    },
    "aws:iam/rolePolicy:RolePolicy": { named: "name", id: (s) => `${s.text("role")}:${s.text("name")}` },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { id: (s) => `${s.text("role")}/${s.text("policyArn")}` },
    "aws:iam/instanceProfile:InstanceProfile": {
        named: "name",
        id: (s) => s.text("name"),
        outputs: { arn: (s, id) => s.globalArn("iam", `instance-profile${s.text("path", "/")}${id}`) },
    },
    "aws:kms/key:Key": {
        id: (s) => s.uuid(),
        outputs: { arn: (s, id) => s.arn("kms", `key/${id}`), keyId: (_, id) => id },
    },
    "aws:kms/alias:Alias": {
        id: (s) => s.text("name"),
        outputs: { arn: (s, id) => s.arn("kms", id), targetKeyArn: targetKey },
    },
    "aws:kms/keyPolicy:KeyPolicy": partOf("keyId"),
    "aws:s3/bucket:Bucket": {
        named: "bucket",
        id: (s) => s.text("bucket"),
        outputs: {
            arn: (s, id) => `arn:${s.partition}:s3:::${id}`,
            bucketDomainName: (s, id) => `${id}.s3.${s.dnsSuffix}`,
            bucketRegionalDomainName: (s, id) => `${id}.s3.${s.region}.${s.dnsSuffix}`,
            bucketRegion: (s) => s.region,
        },
    },
    "aws:s3/bucketObjectv2:BucketObjectv2": {
        id: (s) => `${s.text("bucket")}/${s.text("key")}`,
        outputs: { arn: (s, id) => `arn:${s.partition}:s3:::${id}` },
    },
    "aws:s3/bucketPolicy:BucketPolicy": partOf("bucket"),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": partOf("bucket"),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": partOf("bucket"),
    "aws:s3/bucketVersioning:BucketVersioning": partOf("bucket"),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": partOf("bucket"),
    "aws:s3/bucketLogging:BucketLogging": partOf("bucket"),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": partOf("bucket"),
    "aws:cloudwatch/logGroup:LogGroup": namedBy("name", "logs", "log-group:"),
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": partOf("policyName"),
    "aws:route53/zone:Zone": {
        id: (s) => `Z${s.alphanumeric(20).toUpperCase()}`,
        outputs: { arn: (s, id) => `arn:${s.partition}:route53:::hostedzone/${id}`, zoneId: (_, id) => id },
    },
    "aws:route53/record:Record": link("record-"),
    "aws:secretsmanager/secret:Secret": {
        named: "name",
        id: (s) => s.arn("secretsmanager", `secret:${s.text("name")}-${s.alphanumeric(6)}`),
        outputs: { arn: (_, id) => id },
    },
    "aws:ec2/networkInterface:NetworkInterface": numbered("ec2", "network-interface", "eni-"),
};

function targetKey(subject: Subject): string {
    const target = subject.text("targetKeyId");
    return target.startsWith("arn:") ? target : subject.arn("kms", `key/${target}`);
}
