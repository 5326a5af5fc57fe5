import type * as aws from "@pulumi/aws";

import { addRuleAndApp, apply, BATCHES } from "./batches";
import { find, runProgram } from "./program";

apply(BATCHES.studio);
const group = find<aws.ec2.SecurityGroup>("aws:ec2/securityGroup:SecurityGroup", /-network-training$/);
const profile = find<aws.sagemaker.UserProfile>("aws:sagemaker/userProfile:UserProfile", /-ada$/);
const outputs = runProgram();
addRuleAndApp(group(), profile());

export = outputs;
