import * as aws from "@pulumi/aws";

import { find, runProgram } from "./program";

const vpc = find<aws.ec2.Vpc>("aws:ec2/vpc:Vpc", /./);
const table = find<aws.ec2.RouteTable>("aws:ec2/routeTable:RouteTable", /studio/);
const outputs = runProgram();

const gateway = new aws.ec2.InternetGateway("leak", { vpcId: vpc().id }, { parent: vpc() });
new aws.ec2.Route(
    "leak",
    { routeTableId: table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
    { parent: table() },
);

export = outputs;
