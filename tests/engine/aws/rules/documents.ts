import { AwsError } from "../errors";
import { allOf } from "../lookup";
import { isObject, textAt } from "../values";
import type { Operation, Rule, RuleTable } from "./rule";

interface DocumentForm {
    readonly path: string;
    /** Code for what is not a policy document. */
    readonly malformed: string;
    /** Longest document AWS takes. */
    readonly limit: number;
    readonly tooLong: string;
    /** IAM does not count white space. */
    readonly ignoresWhiteSpace: boolean;
}

/** Sources: IAM quotas; KMS quotas; EC2 API reference, CreateVpcEndpoint; S3 user guide, bucket policies. */
const IAM = { malformed: "MalformedPolicyDocument", tooLong: "LimitExceeded", ignoresWhiteSpace: true };
const FORMS: Readonly<Record<string, DocumentForm>> = {
    "aws:iam/role:Role": { ...IAM, path: "assumeRolePolicy", limit: 2048 },
    "aws:iam/policy:Policy": { ...IAM, path: "policy", limit: 6144 },
    "aws:kms/key:Key": {
        path: "policy",
        malformed: "MalformedPolicyDocumentException",
        limit: 32768,
        tooLong: "LimitExceededException",
        ignoresWhiteSpace: false,
    },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        path: "policy",
        malformed: "InvalidPolicyDocument",
        limit: 20480,
        tooLong: "InvalidPolicyDocument",
        ignoresWhiteSpace: false,
    },
    "aws:organizations/policy:Policy": {
        path: "content",
        malformed: "MalformedPolicyDocumentException",
        limit: 5120,
        tooLong: "ConstraintViolationException",
        ignoresWhiteSpace: false,
    },
    "aws:s3/bucketPolicy:BucketPolicy": {
        path: "policy",
        malformed: "MalformedPolicy",
        limit: 20480,
        tooLong: "PolicyTooLarge",
        ignoresWhiteSpace: false,
    },
};

/** All inline policies of a role together. Source: IAM user guide, "IAM and AWS STS quotas". */
const INLINE_LIMIT = 10240;

function document(form: DocumentForm): Rule {
    return ({ properties }) => {
        const text = textAt(properties, form.path);
        if (text === undefined) {
            return;
        }
        checkSyntax(form, text);
        const length = lengthOf(text, form.ignoresWhiteSpace);
        if (length > form.limit) {
            throw new AwsError(form.tooLong, `${form.path} has ${length} characters, ${form.limit} are allowed`);
        }
    };
}

function checkSyntax({ path, malformed }: Pick<DocumentForm, "path" | "malformed">, text: string): void {
    let read: unknown;
    try {
        read = JSON.parse(text);
    } catch {
        throw new AwsError(malformed, `${path} is not JSON`);
    }
    if (!isObject(read) || read["Statement"] === undefined) {
        throw new AwsError(malformed, `${path} has no Statement`);
    }
}

function inlinePolicies({ store, place, type, properties, id }: Operation): void {
    const text = textAt(properties, "policy") ?? "";
    checkSyntax({ path: "policy", malformed: IAM.malformed }, text);
    const others = allOf(store, place, type).filter(
        (other) => other.id !== id && other.properties["role"] === properties["role"],
    );
    const total = [text, ...others.map((other) => textAt(other.properties, "policy") ?? "")]
        .map((policy) => lengthOf(policy, true))
        .reduce((sum, length) => sum + length, 0);
    if (total > INLINE_LIMIT) {
        throw new AwsError(
            "LimitExceeded",
            `the inline policies of ${textAt(properties, "role")} have ${total} characters together, ${INLINE_LIMIT} are allowed`,
        );
    }
}

function lengthOf(text: string, ignoresWhiteSpace: boolean): number {
    return (ignoresWhiteSpace ? text.replace(/\s/g, "") : text).length;
}

/** Rules about policy documents: form and length, not meaning. */
export const DOCUMENTS: RuleTable = {
    ...Object.fromEntries(Object.entries(FORMS).map(([type, form]) => [type, [document(form)]])),
    "aws:iam/rolePolicy:RolePolicy": [inlinePolicies],
};
