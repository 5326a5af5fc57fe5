import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey, checked, distinct } from "../../values";

/** Leaves room for stack, app and hash in the 63 characters of an image's name. */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 20;

/** SageMaker API JupyterLabAppSettings and CodeEditorAppSettings: CustomImages of a domain. */
const MOST_IMAGES = 200;

/** SageMaker API ContainerConfig: numbers and lengths of arguments, entry point and environment. */
const MOST_ARGUMENTS = 50;
const LONGEST_ARGUMENT = 64;
const LONGEST_ENTRYPOINT = 256;
const MOST_VARIABLES = 25;
const LONGEST_VARIABLE = 256;

/** ECR user guide, "Private repositories": ACCOUNT.dkr.ecr.REGION.DOMAIN/NAME, without tag and digest. */
const REPOSITORY =
    /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

const repository = setting(
    checked(z.string(), (value, report) => {
        if (REPOSITORY.test(value)) {
            return;
        }
        const [bare = ""] = value.split("@");
        const untagged = bare.replace(/:[^/]*$/, "");
        report({
            rule: "a private ECR repository by its URI: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME, without tag and digest",
            fix: REPOSITORY.test(untagged)
                ? `write ${untagged}, and the digest under digest`
                : "write the URI as ECR lists it, without https://",
        });
    }).meta({ pattern: REPOSITORY.source }),
    {
        description:
            "Existing repository that holds the image. Without it the stack makes one of its own: encrypted with the stack's key, with tags that cannot be moved, scanned on every push",
        example: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/research/genomics",
        rule: "the URI of a private ECR repository of the region, without tag and digest; only with digest",
    },
);

const environment = setting(
    checked(z.record(z.string(), z.string().max(LONGEST_VARIABLE)), (variables, report) => {
        const names = Object.keys(variables);
        if (names.length > MOST_VARIABLES) {
            report({ rule: `at most ${MOST_VARIABLES} variables`, fix: "set the others in the image" });
        }
        for (const name of names.filter((each) => !/^[a-zA-Z_]\w{0,255}$/.test(each))) {
            report({
                path: [name],
                rule: "a variable's name is of letters, digits and _, and does not begin with a digit",
                fix: "rename it",
            });
        }
    }),
    {
        description: "Environment variables of the container. Everybody in Studio can read them: no secrets",
        example: { PIP_NO_INPUT: "1" },
        rule: `up to ${MOST_VARIABLES} names, each with at most ${LONGEST_VARIABLE} characters of text`,
        fix: "write one variable a line, name and value as text",
    },
);

const image = z.strictObject({
    name: setting(z.string().max(LONGEST_NAME).regex(NAME), {
        description: "What people see in the list of images; a change makes another image",
        example: "genomics",
        rule: `1 to ${LONGEST_NAME} lower-case letters and digits, with single hyphens between them`,
        fix: "write a name such as genomics",
        noDefault: "it names the image",
    }),
    repository: repository.optional(),
    digest: setting(z.string().regex(/^sha256:[0-9a-f]{64}$/), {
        description:
            "Digest of the image in its repository, which no push can change. Without it the first update makes the repository only: push the image, then write its digest here",
        example: `sha256:${"0a1b2c3d".repeat(8)}`,
        rule: "sha256: and 64 hexadecimal digits, as `docker push` and `aws ecr describe-images` show it",
        fix: "write the digest, not a tag: a tag says nothing of what it will point at",
    }).optional(),
    apps: setting(distinct(z.array(z.enum(["jupyterLab", "codeEditor"])).min(1)), {
        description: "Apps people can start with the image; it must hold the app's server",
        example: ["jupyterLab"],
        rule: "jupyterLab, codeEditor or both, each once",
    }).default(["jupyterLab", "codeEditor"]),
    entrypoint: setting(z.string().min(1).max(LONGEST_ENTRYPOINT), {
        description: "Program to start in place of the image's own entry point",
        example: "/usr/local/bin/start",
        rule: `1 to ${LONGEST_ENTRYPOINT} characters`,
    }).optional(),
    arguments: setting(z.array(z.string().min(1).max(LONGEST_ARGUMENT)).max(MOST_ARGUMENTS), {
        description: "Arguments of the program",
        example: ["--log-level=INFO"],
        rule: `up to ${MOST_ARGUMENTS} texts of 1 to ${LONGEST_ARGUMENT} characters`,
    }).default([]),
    environment: environment.default({}),
    runAs: setting(z.enum(["sagemaker-user", "root"]), {
        description:
            "User the container runs as: Studio's own, uid 1000 and gid 100, or root, uid and gid 0. The provider accepts no others",
        example: "root",
        rule: "one of: sagemaker-user, root",
    }).default("sagemaker-user"),
    mountPath: setting(
        z
            .string()
            .max(1024)
            .regex(/^\/\S*$/),
        {
            description: "Where the space's volume is mounted; the folder should be empty in the image",
            example: "/home/research",
            rule: "an absolute path of at most 1024 characters without spaces",
        },
    ).default("/home/sagemaker-user"),
    emptyOnDestroy: booleanKey(
        "Whether the stack's own repository is deleted together with the images in it. Without that AWS refuses to delete it until it is empty",
        { example: true, rule: "true or false; true only with protect: false and without repository" },
    ).default(false),
});

export const imagesSchema = setting(z.array(image).max(MOST_IMAGES), {
    description: "Container images people can start apps with, beside SageMaker's own",
    example: [{ name: "genomics", digest: `sha256:${"0a1b2c3d".repeat(8)}` }],
    rule: `up to ${MOST_IMAGES} maps, each with another name`,
}).default([]);
