import { strict as assert } from "node:assert";

import { StudioDomain, type StudioDomainArgs } from "../../components/domain";
import { countByType, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

const DOMAIN = "aws:sagemaker/domain:Domain";

const ARGS: StudioDomainArgs = {
    place: PLACE,
    vpcId: "vpc-1",
    subnetIds: ["subnet-1", "subnet-2"],
    defaultGroupId: "sg-default",
    executionRoleArn: "arn:aws:iam::111122223333:role/execution",
    keyArn: "arn:aws:kms:eu-west-1:111122223333:key/domain",
    idleShutdownMinutes: 120,
    homes: "retain",
    volumes: { defaultGb: 5, maximumGb: 100 },
    protect: true,
    after: [],
    tags: { project: "fixture" },
};

function build(changes: Partial<StudioDomainArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        new StudioDomain("domain", { ...ARGS, ...changes }, inPlace());
    }, STACK);
}

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
const STORAGE = { defaultEbsStorageSettings: { defaultEbsVolumeSizeInGb: 5, maximumEbsVolumeSizeInGb: 100 } };

describe("StudioDomain", () => {
    it("declares every block, private by construction", async () => {
        const recording = await build();
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
                },
                sharingSettings: { notebookOutputOption: "Disabled" },
                jupyterLabAppSettings: IDLE,
                codeEditorAppSettings: IDLE,
                spaceStorageSettings: STORAGE,
            },
            defaultSpaceSettings: {
                executionRole: ARGS.executionRoleArn,
                securityGroups: ["sg-default", spaces],
                jupyterLabAppSettings: IDLE,
                spaceStorageSettings: STORAGE,
            },
            tags: { project: "fixture" },
        });
    });

    it("gives shared spaces a group that admits itself on the app ports only", async () => {
        const recording = await build();
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

    it("deletes homes and drops protection only when told to", async () => {
        const { props, protect } = one(await build({ homes: "delete", protect: false }), DOMAIN);
        assert.deepEqual([props.retentionPolicy, protect], [{ homeEfsFileSystem: "Delete" }, false]);
    });
});
