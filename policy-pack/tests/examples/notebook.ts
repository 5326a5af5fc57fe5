import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";
import { group, KEY, subnet, VPC } from "./parts";

function notebook(props: Record<string, unknown>): Sketch {
    return {
        type: "aws:sagemaker/notebookInstance:NotebookInstance",
        name: "ann",
        props: { instanceType: "ml.t3.medium", ...props },
    };
}

function imds(minimumInstanceMetadataServiceVersion: string): Sketch {
    return notebook({ instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion } });
}

const NETWORK = [VPC, subnet("private", "a"), group("notebooks")];
const INSIDE = { subnetId: ref("private"), securityGroups: [ref("notebooks")] };

/** Of notebook instances. */
export const NOTEBOOK_EXAMPLES: Examples = {
    P19: {
        bad: [...NETWORK, notebook({ ...INSIDE, directInternetAccess: "Enabled" })],
        good: [...NETWORK, notebook({ ...INSIDE, directInternetAccess: "Disabled" })],
    },
    P20: {
        bad: [VPC, subnet("private", "a"), notebook({ subnetId: ref("private"), securityGroups: [] })],
        good: [...NETWORK, notebook(INSIDE)],
    },
    P21: { bad: [notebook({ rootAccess: "Enabled" })], good: [notebook({ rootAccess: "Disabled" })] },
    P22: {
        bad: [notebook({ kmsKeyId: "alias/aws/ebs" })],
        good: [KEY, notebook({ kmsKeyId: ref("key", "arn") })],
    },
    P23: { bad: [imds("1")], good: [imds("2")] },
    P24: {
        bad: [notebook({ platformIdentifier: "notebook-al2-v1" })],
        good: [notebook({ platformIdentifier: "notebook-al2023-v1" })],
    },
};
