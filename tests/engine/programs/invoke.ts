import * as aws from "@pulumi/aws";

// A function the emulator does not answer.
export const image = aws.ec2.getAmiOutput({ owners: ["amazon"], mostRecent: true }).id;
