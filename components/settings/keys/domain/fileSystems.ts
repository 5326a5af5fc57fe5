import { z } from "zod";

import { setting } from "../../setting";

/** SageMaker API UserSettings: CustomFileSystemConfigs. */
const MOST_FILE_SYSTEMS = 10;

const fileSystem = z.strictObject({
    id: setting(z.string().regex(/^fs-([0-9a-f]{8}|[0-9a-f]{17})$/), {
        description: "The file system; it has a mount target in every zone of the domain, inside its VPC",
        example: "fs-0123456789abcdef0",
        rule: "the id of an EFS file system, fs- and 8 or 17 hexadecimal digits",
        fix: "write the id as EFS lists it, not the ARN and not the DNS name",
        noDefault: "it names the file system",
    }),
    path: setting(
        z
            .string()
            .max(256)
            .regex(/^\/\S*$/),
        {
            description: "Folder of the file system that people see",
            example: "/research",
            rule: "an absolute path of at most 256 characters without spaces",
        },
    ).default("/"),
    securityGroup: setting(z.string().regex(/^sg-([0-9a-f]{8}|[0-9a-f]{17})$/), {
        description:
            "Security group of its mount targets. Studio's apps get a way to it on TCP 2049; the group must admit them itself, which is its owner's to say",
        example: "sg-0123456789abcdef0",
        rule: "the id of a security group, sg- and 8 or 17 hexadecimal digits",
        fix: "write the id of the mount targets' group",
        noDefault: "it decides where apps may connect to",
    }),
});

export const fileSystemsSchema = setting(z.array(fileSystem).max(MOST_FILE_SYSTEMS), {
    description:
        "EFS file systems people can attach to their spaces, beside their homes. Everybody of the domain can: only the rights of files keep people apart there",
    example: [{ id: "fs-0123456789abcdef0", path: "/research", securityGroup: "sg-0123456789abcdef0" }],
    rule: `up to ${MOST_FILE_SYSTEMS} maps with id and securityGroup, each file system once`,
}).default([]);

/** SageMaker API CustomPosixUserConfig. */
export const posixUserSchema = setting(
    z.strictObject({
        uid: setting(z.int().min(10000).max(4000000), {
            description: "User id",
            example: 20000,
            rule: "a whole number, 10000 to 4000000",
            noDefault: "it owns the files",
        }),
        gid: setting(z.int().min(1001).max(4000000), {
            description: "Group id",
            example: 20000,
            rule: "a whole number, 1001 to 4000000",
            noDefault: "it owns the files",
        }),
    }),
    {
        description:
            "User and group everybody has in `fileSystems`. Without it, SageMaker gives each profile numbers of its own",
        example: { uid: 20000, gid: 20000 },
        rule: "a map with uid and gid; only with fileSystems",
    },
);
