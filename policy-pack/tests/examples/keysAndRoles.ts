import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";

const ACCOUNT = "111122223333";

function key(...statements: readonly object[]): Sketch {
    return {
        type: "aws:kms/key:Key",
        name: "data",
        props: { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
    };
}

const anybody = { Effect: "Allow", Principal: "*", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "*" };

const role = (name: string): Sketch => ({
    type: "aws:iam/role:Role",
    name,
    props: {
        assumeRolePolicy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "sagemaker.amazonaws.com" },
                    Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
                    Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
                },
            ],
        }),
    },
});

const domain = (name: string, executionRole: string): Sketch => ({
    type: "aws:sagemaker/domain:Domain",
    name,
    props: {
        domainName: name,
        authMode: "IAM",
        vpcId: "vpc-0a1b2c3d",
        subnetIds: ["subnet-0a1b2c3d"],
        defaultUserSettings: { executionRole: ref(executionRole, "arn") },
    },
});

/** Examples of the policies on keys and on who shares a role. */
export const KEY_AND_ROLE_EXAMPLES: Examples = {
    P44: {
        bad: [key(anybody)],
        good: [key({ ...anybody, Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } } })],
    },
    P58: {
        bad: [role("research"), domain("research-domain", "research"), domain("sales-domain", "research")],
        good: [role("research"), role("sales"), domain("research-domain", "research"), domain("sales-domain", "sales")],
    },
};
