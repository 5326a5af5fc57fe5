import { add, all, drop, type Mutation, point, restate, set } from "../mutation";

const STUDIO_ROLE = "Role studio-execution-data-scientist";
const BUCKET = "BucketPolicy studio-buckets-data";

/** Changes of keys, roles and buckets. */
export const IDENTITY: readonly Mutation[] = [
    {
        policy: "P43",
        what: "a key that never rotates",
        stack: "studio",
        edit: set("Key studio-keys-data", "enableKeyRotation", false),
        on: "studio-keys-data",
    },
    {
        policy: "P44",
        what: "a key for everybody",
        stack: "studio",
        edit: restate("Key studio-keys-data", "policy", (statements) => [
            ...statements,
            { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
        ]),
        on: "studio-keys-data",
    },
    {
        policy: "P45",
        what: "an administrator's policy on a role of jobs",
        stack: "studio",
        edit: add("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "administrator", (the) => ({
            role: the("Role studio-job").props["name"],
            policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
        })),
        on: "administrator",
    },
    {
        policy: "P46",
        what: "any role may be handed on",
        stack: "studio",
        edit: set(
            "RolePolicy studio-pipeline-pass",
            "policy",
            JSON.stringify({
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }],
            }),
        ),
        on: "studio-pipeline-pass",
    },
    {
        policy: "P57",
        what: "anybody of the account takes a role of Studio",
        stack: "studio",
        edit: restate(STUDIO_ROLE, "assumeRolePolicy", (statements) => [
            ...statements,
            { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "sts:AssumeRole" },
        ]),
        on: "studio-execution-data-scientist",
    },
    {
        policy: "P58",
        what: "a function shares a role with Studio",
        stack: "studio",
        edit: point("Function studio-response-stop", "role", STUDIO_ROLE, "arn"),
        on: "studio-response-stop",
    },
    {
        policy: "P59",
        what: "nothing keeps a person from another's profile",
        stack: "firewall",
        edit: drop("RolePolicy studio-user-guard"),
        on: "studio-user",
        atPreview: "the document that opens profiles holds the domain's id",
    },
    {
        policy: "P60",
        what: "links are made from anywhere",
        stack: "firewall",
        edit: restate("RolePolicy studio-user-presign", "policy", (statements) =>
            statements.map((statement) => ({
                ...statement,
                Condition: {
                    StringEquals: { "sagemaker:ResourceTag/employeeNumber": "${aws:PrincipalTag/employeeNumber}" },
                },
            })),
        ),
        on: "studio-user-presign",
        atPreview: "the document holds the domain's and the VPC's ids",
    },
    {
        policy: "P62",
        what: "data leave by any network",
        stack: "studio",
        edit: restate(BUCKET, "policy", (statements) =>
            statements.filter(({ Sid }) => Sid !== "DataThroughTheEndpointOnly"),
        ),
        on: "studio-buckets-data",
        atPreview: "the document holds the endpoint's id",
    },
    {
        policy: "P63",
        what: "overwritten data are lost",
        stack: "studio",
        edit: drop("BucketVersioning studio-buckets-data"),
        on: "studio-buckets-data",
    },
    {
        policy: "P63",
        what: "data in clear on the wire",
        stack: "many",
        edit: all(
            restate("BucketPolicy studio-lob-a-buckets-models", "policy", (statements) =>
                statements.filter(({ Sid }) => Sid !== "NothingWithoutTls"),
            ),
        ),
        on: "studio-lob-a-buckets-models",
        atPreview: "the document holds the endpoint's id",
    },
];
