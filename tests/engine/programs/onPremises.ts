import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { OnPremises, PeeredNetwork } from "../../../components/onprem";
import { HUB_ACCOUNT, HUB_RANGE, onPremisesArgs } from "../../onprem/fixture";

/** The simulator in an account of its own, peered with a VPC that stands for the hub's, in another. */
const [project, stack] = [pulumi.getProject(), pulumi.getStack()];
const place = { ...onPremisesArgs().place, project, stack };
const connect = new pulumi.Config("simulator").require("connect");

function provider(account: string): aws.Provider {
    const roleArn = `arn:aws:iam::${account}:role/deployer`;
    return new aws.Provider(`account-${account}`, {
        region: place.region,
        allowedAccountIds: [account],
        assumeRoles: [{ roleArn }],
    });
}

const [own, hubs] = [provider(place.account), provider(HUB_ACCOUNT)];
const boundary = new aws.iam.Policy(
    "boundary",
    { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }) },
    { provider: own },
);
const hub = new aws.ec2.Vpc("hub", { cidrBlock: HUB_RANGE }, { provider: hubs });
const subnet = new aws.ec2.Subnet("hub", { vpcId: hub.id, cidrBlock: "10.0.8.0/21" }, { provider: hubs });
const table = new aws.ec2.RouteTable("hub", { vpcId: hub.id }, { provider: hubs });
const association = new aws.ec2.RouteTableAssociation(
    "hub",
    { subnetId: subnet.id, routeTableId: table.id },
    { provider: hubs },
);

const simulator = new OnPremises(
    "onprem",
    onPremisesArgs({
        place,
        boundaryArn: boundary.arn,
        connect:
            connect === "peering"
                ? { kind: "peering", hubVpcId: hub.id, hubAccount: HUB_ACCOUNT, hubRange: HUB_RANGE }
                : {
                      kind: "attachment",
                      gatewayId: connect,
                      gatewayAccount: HUB_ACCOUNT,
                      hubRange: HUB_RANGE,
                      shared: [association],
                  },
    }),
    { providers: [own] },
);
if (simulator.peeringConnectionId !== undefined) {
    new PeeredNetwork(
        "hub-onprem",
        {
            peeringConnectionId: simulator.peeringConnectionId,
            accept: true,
            range: onPremisesArgs().cidr,
            tables: [{ zone: "euw1-az1", tier: "endpoint", routeTableId: table.id }],
            tags: {},
        },
        { providers: [hubs] },
    );
}

export const hostId = simulator.hostId;
