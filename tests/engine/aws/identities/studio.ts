import { alphanumericId, hexId } from "../subject";
import { arnAsId, type IdentityTable, namedBy } from "./identity";

/** SageMaker Studio. */
export const STUDIO: IdentityTable = {
    "aws:sagemaker/domain:Domain": {
        id: () => alphanumericId("d-", 12),
        defaults: { appNetworkAccessType: "PublicInternetOnly", tagPropagation: "DISABLED" },
        outputs: {
            arn: (subject, id) => subject.arn("sagemaker", `domain/${id}`),
            url: (subject, id) => `https://${id}.studio.${subject.place.region}.sagemaker.aws`,
            homeEfsFileSystemId: () => hexId("fs-"),
            securityGroupIdForDomainBoundary: () => "",
            singleSignOnApplicationArn: (subject, id) =>
                subject.text("authMode") === "SSO"
                    ? subject.globalArn("sso", `application/ssoins-0123456789abcdef/apl-${id.slice(2)}`)
                    : "",
            singleSignOnManagedApplicationInstanceId: () => "",
        },
    },
    "aws:sagemaker/userProfile:UserProfile": arnAsId(
        "sagemaker",
        (subject) => `user-profile/${subject.text("domainId")}/${subject.text("userProfileName")}`,
        { outputs: { homeEfsFileSystemUid: () => "200005" } },
    ),
    "aws:sagemaker/space:Space": arnAsId(
        "sagemaker",
        (subject) => `space/${subject.text("domainId")}/${subject.text("spaceName")}`,
        {
            outputs: {
                homeEfsFileSystemUid: () => "200006",
                url: (subject) => `https://${subject.text("domainId")}.studio.${subject.place.region}.sagemaker.aws`,
            },
        },
    ),
    "aws:sagemaker/app:App": arnAsId("sagemaker", (subject) => {
        const owner = subject.text("userProfileName", subject.text("spaceName"));
        return `app/${subject.text("domainId")}/${owner}/${subject.text("appType").toLowerCase()}/${subject.text("appName")}`;
    }),
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": namedBy(
        "studioLifecycleConfigName",
        "sagemaker",
        "studio-lifecycle-config/",
    ),
    "aws:sagemaker/appImageConfig:AppImageConfig": namedBy("appImageConfigName", "sagemaker", "app-image-config/"),
};
