import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const KEY: Sketch = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };

function domain(props: Record<string, unknown>, ignoreChanges?: readonly string[]): Sketch {
    const type = "aws:sagemaker/domain:Domain";
    return { type, name: "studio", props, ...(ignoreChanges === undefined ? {} : { ignoreChanges }) };
}

function group(name: string): Sketch {
    return { type: "aws:ec2/securityGroup:SecurityGroup", name, props: { egress: [] } };
}

function profile(tags: Record<string, string>): Sketch {
    return { type: "aws:sagemaker/userProfile:UserProfile", name: "ann", props: { userProfileName: "ann", tags } };
}

/** Of the domain and its profiles. */
export const DOMAIN_EXAMPLES: Examples = {
    P01: {
        bad: [domain({ appNetworkAccessType: "PublicInternetOnly" })],
        good: [domain({ appNetworkAccessType: "VpcOnly" })],
    },
    P02: {
        bad: [domain({ kmsKeyId: "alias/aws/elasticfilesystem" })],
        good: [KEY, domain({ kmsKeyId: ref("key", "arn") })],
    },
    P05: {
        bad: [domain({ domainSettings: { executionRoleIdentityConfig: "DISABLED" } })],
        good: [domain({ domainSettings: { executionRoleIdentityConfig: "USER_PROFILE_NAME" } })],
    },
    P07: {
        bad: [
            group("profiles"),
            domain({
                defaultUserSettings: { securityGroups: [ref("profiles")] },
                defaultSpaceSettings: { securityGroups: [] },
            }),
        ],
        good: [
            group("profiles"),
            group("spaces"),
            domain({
                defaultUserSettings: { securityGroups: [ref("profiles")] },
                defaultSpaceSettings: { securityGroups: [ref("spaces")] },
            }),
        ],
    },
    P10: {
        bad: [domain({ appNetworkAccessType: "VpcOnly" }, ["appNetworkAccessType"])],
        good: [domain({ appNetworkAccessType: "VpcOnly" }, ["retentionPolicy"])],
    },
    P12: {
        bad: [profile({ employeeNumber: "" })],
        good: [profile({ employeeNumber: "1001" })],
    },
};
