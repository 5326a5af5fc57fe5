import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** A policy of about `length` characters. */
function policyOf(length: number): string {
    const resource = `arn:aws:s3:::${"x".repeat(length)}`;
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: resource }],
    });
}

const after = (...dependsOn: pulumi.Resource[]): pulumi.CustomResourceOptions => ({ dependsOn });
const missingKey = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000";

// What stands.
const role = new aws.iam.Role("role", { name: "studio", assumeRolePolicy: trust });
const inline = new aws.iam.RolePolicy("inline", { role: role.name, policy: policyOf(6000) });
const key = new aws.kms.Key("key", {});
const alias = new aws.kms.Alias("alias", { name: "alias/studio", targetKeyId: key.id });
const logs = new aws.cloudwatch.LogGroup("logs", { name: "/studio" });
const bucket = new aws.s3.Bucket("bucket", { bucket: "private-studio-data" });
const parameter = new aws.ssm.Parameter("parameter", { name: "/studio", type: "String", value: "1" });

// What AWS refuses, one resource per rule.
new aws.iam.Role("role-name-twice", { name: "Studio", assumeRolePolicy: trust }, after(role));
new aws.iam.Role("trust-policy-not-json", { assumeRolePolicy: "sagemaker" });
new aws.iam.Role("trust-policy-too-long", { assumeRolePolicy: policyOf(2048) });
new aws.iam.Role("boundary-missing", {
    assumeRolePolicy: trust,
    permissionsBoundary: "arn:aws:iam::111122223333:policy/nobody-made-me",
});
new aws.iam.RolePolicy("inline-policies-too-long", { role: role.name, policy: policyOf(6000) }, after(inline));
new aws.iam.RolePolicy("role-missing", { role: "nobody", policy: policyOf(1) });
new aws.iam.Policy("managed-policy-too-long", { policy: policyOf(6144) });
new aws.iam.RolePolicyAttachment("policy-missing", {
    role: role.name,
    policyArn: "arn:aws:iam::111122223333:policy/nobody-made-me",
});
new aws.kms.Key("key-policy-without-statement", { policy: "{}" });
new aws.kms.Alias("alias-twice", { name: "alias/studio", targetKeyId: key.id }, after(alias));
new aws.kms.Alias("alias-of-missing-key", { name: "alias/lost", targetKeyId: missingKey });
new aws.cloudwatch.LogGroup("log-group-twice", { name: "/studio" }, after(logs));
new aws.cloudwatch.LogGroup("log-group-with-missing-key", { name: "/other", kmsKeyId: missingKey });
new aws.s3.Bucket("bucket-twice", { bucket: "private-studio-data" }, after(bucket));
new aws.s3.Bucket("bucket-of-somebody-else", { bucket: "taken-elsewhere" });
new aws.s3.BucketPolicy("bucket-missing", { bucket: "nobody-made-me", policy: policyOf(1) });
new aws.ssm.Parameter("parameter-twice", { name: "/studio", type: "String", value: "2" }, after(parameter));
new aws.s3.Bucket("bucket-name-malformed", { bucket: "Not_A_Bucket" });
