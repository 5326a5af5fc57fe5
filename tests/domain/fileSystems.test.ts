import { strict as assert } from "node:assert";

import { one } from "../harness";
import { recordDomain } from "./domainStack";

const DOMAIN = "aws:sagemaker/domain:Domain";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("File systems beside the homes", () => {
    const fileSystems = [
        { id: "fs-0aaaaaaaaaaaaaaaa", path: "/research", securityGroup: "sg-0aaaaaaaaaaaaaaaa" },
        { id: "fs-0bbbbbbbbbbbbbbbb", path: "/", securityGroup: "sg-0aaaaaaaaaaaaaaaa" },
        { id: "fs-0cccccccccccccccc", path: "/", securityGroup: "sg-0cccccccccccccccc" },
    ];

    it("stand in people's settings and in those of shared spaces", async () => {
        const { props } = one(await recordDomain({ fileSystems, posixUser: { uid: 20000, gid: 20001 } }), DOMAIN);
        for (const block of ["defaultUserSettings", "defaultSpaceSettings"]) {
            const settings = props[block] as Record<string, unknown>;
            assert.deepEqual(settings["customFileSystemConfigs"], [
                { efsFileSystemConfig: { fileSystemId: "fs-0aaaaaaaaaaaaaaaa", fileSystemPath: "/research" } },
                { efsFileSystemConfig: { fileSystemId: "fs-0bbbbbbbbbbbbbbbb", fileSystemPath: "/" } },
                { efsFileSystemConfig: { fileSystemId: "fs-0cccccccccccccccc", fileSystemPath: "/" } },
            ]);
            assert.deepEqual(settings["customPosixUserConfig"], { uid: 20000, gid: 20001 });
        }
    });

    it("are reached over NFS from the group all apps carry, and nothing else of it is opened", async () => {
        const { resources } = await recordDomain({ fileSystems });
        const rules = resources.filter(
            ({ type, props }) => type.startsWith("aws:vpc/securityGroup") && props["securityGroupId"] === "sg-default",
        );
        assert.deepEqual(
            rules.map(({ type, name, props }) => [
                type,
                name,
                props["referencedSecurityGroupId"],
                props["ipProtocol"],
                props["fromPort"],
                props["toPort"],
            ]),
            ["sg-0aaaaaaaaaaaaaaaa", "sg-0cccccccccccccccc"].map((group) => [
                EGRESS,
                `domain-nfs-to-${group}`,
                group,
                "tcp",
                2049,
                2049,
            ]),
        );
    });
});
