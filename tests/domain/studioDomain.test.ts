import { strict as assert } from "node:assert";

import { hiddenTools } from "../../components/domain/hiddenTools";
import { countByType, one } from "../harness";
import { ARGS, recordDomain } from "./domainStack";

const DOMAIN = "aws:sagemaker/domain:Domain";

const IDLE = {
    appLifecycleManagement: {
        idleSettings: {
            lifecycleManagement: "ENABLED",
            idleTimeoutInMinutes: 120,
            minIdleTimeoutInMinutes: 120,
            maxIdleTimeoutInMinutes: 120,
        },
    },
};
const JUPYTER_LAB = { ...IDLE, defaultResourceSpec: { instanceType: "ml.t3.medium" } };
const CODE_EDITOR = { ...IDLE, defaultResourceSpec: { instanceType: "ml.t3.large" } };
const STORAGE = { defaultEbsStorageSettings: { defaultEbsVolumeSizeInGb: 5, maximumEbsVolumeSizeInGb: 100 } };

describe("StudioDomain", () => {
    it("declares every block, private by construction", async () => {
        const recording = await recordDomain();
        const { props, protect } = one(recording, DOMAIN);
        const spaces = one(recording, "aws:ec2/securityGroup:SecurityGroup", "domain-spaces").id;
        const declared = [
            "domainName",
            "authMode",
            "appNetworkAccessType",
            "vpcId",
            "subnetIds",
            "kmsKeyId",
            "tagPropagation",
            "retentionPolicy",
            "domainSettings",
            "defaultUserSettings",
            "defaultSpaceSettings",
            "tags",
        ];
        assert.equal(protect, true);
        assert.deepEqual(Object.fromEntries(declared.map((key) => [key, props[key]])), {
            domainName: "fixture-test-studio-383fcf35",
            authMode: "IAM",
            appNetworkAccessType: "VpcOnly",
            vpcId: "vpc-1",
            subnetIds: ["subnet-1", "subnet-2"],
            kmsKeyId: ARGS.keyArn,
            tagPropagation: "DISABLED",
            retentionPolicy: { homeEfsFileSystem: "Retain" },
            domainSettings: {
                executionRoleIdentityConfig: "USER_PROFILE_NAME",
                dockerSettings: { enableDockerAccess: "DISABLED" },
            },
            defaultUserSettings: {
                executionRole: ARGS.executionRoleArn,
                securityGroups: ["sg-default"],
                studioWebPortal: "ENABLED",
                defaultLandingUri: "studio::",
                studioWebPortalSettings: {
                    hiddenAppTypes: ["JupyterServer", "KernelGateway", "RStudioServerPro", "RSessionGateway", "Canvas"],
                    hiddenInstanceTypes: [],
                    hiddenMlTools: hiddenTools(ARGS.features),
                },
                sharingSettings: { notebookOutputOption: "Disabled" },
                jupyterLabAppSettings: JUPYTER_LAB,
                codeEditorAppSettings: CODE_EDITOR,
                spaceStorageSettings: STORAGE,
            },
            defaultSpaceSettings: {
                executionRole: ARGS.executionRoleArn,
                securityGroups: ["sg-default", spaces],
                jupyterLabAppSettings: JUPYTER_LAB,
                spaceStorageSettings: STORAGE,
            },
            tags: { project: "fixture" },
        });
    });

    it("gives shared spaces a group that admits itself on the app ports only", async () => {
        const recording = await recordDomain();
        const spaces = one(recording, "aws:ec2/securityGroup:SecurityGroup", "domain-spaces").id;
        const rules = recording.resources.filter(({ type }) => type.startsWith("aws:vpc/securityGroup"));
        assert.deepEqual(
            rules.map(({ name, props }) => [
                name,
                props.securityGroupId === spaces && props.referencedSecurityGroupId === spaces,
                props.ipProtocol,
                props.fromPort,
                props.toPort,
            ]),
            [
                ["domain-spaces-nfs-in", true, "tcp", 2049, 2049],
                ["domain-spaces-nfs-out", true, "tcp", 2049, 2049],
                ["domain-spaces-apps-in", true, "tcp", 8192, 65535],
                ["domain-spaces-apps-out", true, "tcp", 8192, 65535],
            ],
        );
        assert.deepEqual(countByType(recording)[DOMAIN], 1);
    });

    it("offers images in each app, those of JupyterLab in shared spaces too", async () => {
        const image = { appImageConfigName: "genomics-jupyter-lab", imageName: "genomics", imageVersionNumber: 3 };
        const other = { appImageConfigName: "genomics-code-editor", imageName: "genomics", imageVersionNumber: 3 };
        const { props } = one(
            await recordDomain({ customImages: { jupyterLab: [image], codeEditor: [other] } }),
            DOMAIN,
        );
        const [people, shared] = [props["defaultUserSettings"], props["defaultSpaceSettings"]] as Record<
            string,
            Record<string, unknown>
        >[];
        assert.deepEqual(people?.["jupyterLabAppSettings"]?.["customImages"], [image]);
        assert.deepEqual(people?.["codeEditorAppSettings"]?.["customImages"], [other]);
        assert.deepEqual(shared?.["jupyterLabAppSettings"]?.["customImages"], [image]);
    });

    it("has a name of its own for each unit of a stack", async () => {
        const unit = one(await recordDomain({ place: { ...ARGS.place, unit: "research" } }), DOMAIN);
        assert.equal(unit.props["domainName"], "fixture-test-research-studio-05df02a7");
    });

    it("gives what people create its tags only when told to", async () => {
        assert.equal(one(await recordDomain({ tagPropagation: true }), DOMAIN).props.tagPropagation, "ENABLED");
    });

    it("deletes homes and drops protection only when told to", async () => {
        const { props, protect } = one(await recordDomain({ homes: "delete", protect: false }), DOMAIN);
        assert.deepEqual([props.retentionPolicy, protect], [{ homeEfsFileSystem: "Delete" }, false]);
    });
});
