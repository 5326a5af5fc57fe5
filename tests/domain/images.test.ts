import { strict as assert } from "node:assert";

import type { ImageSetting } from "../../components/domain";
import { repositoryArns } from "../../components/domain/images/repositories";
import { UNKNOWN } from "../../policy-pack/graph";
import { inputsOf, namesOf, one } from "../harness";
import { PLACE } from "../place";
import { DIGEST, IMAGE, recordImages } from "./imagesStack";

const REPOSITORY = "aws:ecr/repository:Repository";
const VERSION = "aws:sagemaker/imageVersion:ImageVersion";
const CONFIG = "aws:sagemaker/appImageConfig:AppImageConfig";
const GIVEN = "444455556666.dkr.ecr.eu-west-1.amazonaws.com/research/genomics";
const MADE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/fixture-test-image-b3044f12-genomics";

/** The properties of these names. */
function picked(props: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(names.map((name) => [name, props[name]]));
}

/** What an image makes, as `type::name`, without the stack and its provider. */
async function made(image: Partial<ImageSetting>): Promise<readonly string[]> {
    const names = namesOf(await recordImages([{ ...IMAGE, ...image }]));
    return names.filter((name) => !name.startsWith("pulumi:"));
}

describe("StudioImages", () => {
    it("keep images in a repository of the stack's own: its key, tags nobody moves, a scan of every push", async () => {
        const recording = await recordImages([IMAGE]);
        const { props, protect } = one(recording, REPOSITORY);
        assert.equal(protect, true);
        assert.deepEqual(
            picked(props, [
                "name",
                "imageTagMutability",
                "imageScanningConfiguration",
                "encryptionConfigurations",
                "forceDelete",
                "tags",
            ]),
            {
                name: "fixture-test-image-b3044f12-genomics",
                imageTagMutability: "IMMUTABLE",
                imageScanningConfiguration: { scanOnPush: true },
                encryptionConfigurations: [
                    { encryptionType: "KMS", kmsKey: "arn:aws:kms:eu-west-1:111122223333:key/data" },
                ],
                forceDelete: false,
                tags: { project: "fixture" },
            },
        );
        assert.deepEqual(recording.outputs["repositoryUris"], { genomics: MADE });
    });

    it("make a version of the digest, and name it by its number in both apps", async () => {
        const recording = await recordImages([IMAGE]);
        assert.deepEqual(picked(inputsOf(recording, VERSION), ["baseImage", "imageName"]), {
            baseImage: `${MADE}@${DIGEST}`,
            imageName: "fixture-test-image-b3044f12-genomics",
        });
        const image = { imageName: "fixture-test-image-b3044f12-genomics", imageVersionNumber: 1 };
        assert.deepEqual(recording.outputs["customImages"], {
            jupyterLab: [{ ...image, appImageConfigName: "fixture-test-image-b3044f12-genomics-jupyter-lab" }],
            codeEditor: [{ ...image, appImageConfigName: "fixture-test-image-b3044f12-genomics-code-editor" }],
        });
    });

    it("make the repository and nothing else before the first push", async () => {
        assert.deepEqual(await made({ digest: undefined }), [
            "aws:ecr/repository:Repository::images-genomics",
            "awsx:ecr:Repository::images-genomics",
            "private-studio:domain:StudioImages::images",
        ]);
    });

    it("make no repository where one is given", async () => {
        assert.deepEqual(await made({ repository: GIVEN, apps: ["codeEditor"] }), [
            "aws:iam/role:Role::images",
            "aws:iam/rolePolicy:RolePolicy::images",
            "aws:sagemaker/appImageConfig:AppImageConfig::images-genomics-code-editor",
            "aws:sagemaker/image:Image::images-genomics-image",
            "aws:sagemaker/imageVersion:ImageVersion::images-genomics-version",
            "private-studio:domain:StudioImages::images",
        ]);
    });

    it("give up a repository's protection and its images only when told to", async () => {
        const recording = await recordImages([{ ...IMAGE, emptyOnDestroy: true }], { protect: false });
        const { props, protect } = one(recording, REPOSITORY);
        assert.deepEqual([props["forceDelete"], protect], [true, false]);
    });

    it("are read by a role of SageMaker's that opens these repositories and no others", async () => {
        const recording = await recordImages([IMAGE, { ...IMAGE, name: "chemistry", repository: GIVEN }]);
        const role = inputsOf(recording, "aws:iam/role:Role");
        assert.deepEqual(picked(role, ["name", "path", "permissionsBoundary"]), {
            name: "fixture-test-images-63535e35",
            path: "/fixture/test/",
            permissionsBoundary: "arn:aws:iam::111122223333:policy/service-boundary",
        });
        assert.deepEqual(JSON.parse(String(role["assumeRolePolicy"])), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "sagemaker.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
                },
            ],
        });
        const { Statement: statements } = JSON.parse(
            String(inputsOf(recording, "aws:iam/rolePolicy:RolePolicy")["policy"]),
        ) as { Statement: { Action: unknown; Resource: unknown }[] };
        assert.deepEqual(
            statements.map(({ Action, Resource }) => [Action, Resource]),
            [
                [
                    [
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:DescribeImages",
                        "ecr:GetDownloadUrlForLayer",
                    ],
                    [
                        "arn:aws:ecr:eu-west-1:111122223333:repository/fixture-test-image-b3044f12-genomics",
                        "arn:aws:ecr:eu-west-1:444455556666:repository/research/genomics",
                    ],
                ],
                ["ecr:GetAuthorizationToken", "*"],
            ],
        );
        assert.equal(
            one(recording, "aws:sagemaker/image:Image", "images-chemistry-image").props["roleArn"],
            role["arn"],
        );
    });

    it("start as Studio's user unless told, with what the image is given", async () => {
        const plain = await recordImages([IMAGE]);
        assert.deepEqual(inputsOf(plain, CONFIG, "images-genomics-code-editor")["codeEditorAppImageConfig"], {
            fileSystemConfig: { defaultUid: 1000, defaultGid: 100, mountPath: "/home/sagemaker-user" },
        });
        const full = await recordImages([
            {
                ...IMAGE,
                runAs: "root",
                mountPath: "/home/research",
                entrypoint: "/usr/local/bin/start",
                arguments: ["--log-level=INFO"],
                environment: { PIP_NO_INPUT: "1" },
            },
        ]);
        assert.deepEqual(inputsOf(full, CONFIG, "images-genomics-jupyter-lab")["jupyterLabImageConfig"], {
            fileSystemConfig: { defaultUid: 0, defaultGid: 0, mountPath: "/home/research" },
            containerConfig: {
                containerArguments: ["--log-level=INFO"],
                containerEntrypoints: ["/usr/local/bin/start"],
                containerEnvironmentVariables: { PIP_NO_INPUT: "1" },
            },
        });
    });

    it("leave only the version's number unknown at a first preview", async () => {
        const recording = await recordImages([IMAGE], { unknown: true });
        const { jupyterLab } = recording.outputs["customImages"] as Record<string, unknown[]>;
        assert.deepEqual(jupyterLab, [
            {
                appImageConfigName: "fixture-test-image-b3044f12-genomics-jupyter-lab",
                imageName: "fixture-test-image-b3044f12-genomics",
                imageVersionNumber: UNKNOWN,
            },
        ]);
        assert.equal(inputsOf(recording, VERSION)["baseImage"], `${MADE}@${DIGEST}`);
    });
});

describe("Repositories people's images come from", () => {
    it("are named once each, with account and Region of their URIs", () => {
        const chinese = { ...PLACE, region: "cn-north-1" };
        const given = "444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn/research/genomics";
        const images = [
            IMAGE,
            { ...IMAGE, name: "one", repository: given },
            { ...IMAGE, name: "two", repository: given },
        ];
        assert.deepEqual(repositoryArns(chinese, "aws-cn", images), [
            "arn:aws-cn:ecr:cn-north-1:111122223333:repository/fixture-test-image-92b081ff-genomics",
            "arn:aws-cn:ecr:cn-north-1:444455556666:repository/research/genomics",
        ]);
    });
});
