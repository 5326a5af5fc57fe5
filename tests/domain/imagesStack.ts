import { StudioImages } from "../../components/domain";
import type { ImageSetting } from "../../components/domain";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

export const DIGEST = `sha256:${"0a1b2c3d".repeat(8)}`;

/** An image as the least stack file describes it. */
export const IMAGE: ImageSetting = {
    name: "genomics",
    digest: DIGEST,
    apps: ["jupyterLab", "codeEditor"],
    arguments: [],
    environment: {},
    runAs: "sagemaker-user",
    mountPath: "/home/sagemaker-user",
    emptyOnDestroy: false,
};

/** What {@link StudioImages} makes of these images, with its customImages as output. */
export function recordImages(
    images: readonly ImageSetting[],
    { protect = true, unknown = false }: { readonly protect?: boolean; readonly unknown?: boolean } = {},
): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const { customImages, repositoryUris } = new StudioImages(
                "images",
                {
                    place: PLACE,
                    partition: "aws",
                    images,
                    keyArn: "arn:aws:kms:eu-west-1:111122223333:key/data",
                    boundaryArn: "arn:aws:iam::111122223333:policy/service-boundary",
                    protect,
                    tags: { project: "fixture" },
                },
                inPlace(),
            );
            return { customImages, repositoryUris };
        },
        { ...STACK, unknown },
    );
}
