import * as aws from "@pulumi/aws";

import { find, runProgram } from "./program";

const role = find<aws.iam.Role>("aws:iam/role:Role", /-execution$/);
const outputs = runProgram();

new aws.iam.RolePolicyAttachment(
    "full-access",
    { role: role().name, policyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
    { parent: role() },
);

export = outputs;
