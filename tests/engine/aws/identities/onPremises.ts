import { hexId, hostAddress } from "../subject";
import { type IdentityTable, link, numbered } from "./identity";

/** What the simulator of the company network has beside a VPC. */
export const ON_PREMISES: IdentityTable = {
    "aws:ec2/instance:Instance": numbered("ec2", "instance", "i-", {
        defaults: { getPasswordData: false, sourceDestCheck: true, userDataReplaceOnChange: false },
        outputs: {
            instanceState: () => "running",
            primaryNetworkInterfaceId: () => hexId("eni-"),
            privateIp: (subject) => hostAddress(subject, subject.text("subnetId"), 10),
            publicIp: () => "",
            monitoring: () => false,
            instanceInitiatedShutdownBehavior: () => "stop",
        },
    }),
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": link("pcx-", {
        outputs: {
            acceptStatus: (subject) => (subject.inputs["autoAccept"] === true ? "active" : "pending-acceptance"),
            peerOwnerId: (subject) => subject.place.account,
            peerRegion: (subject) => subject.place.region,
        },
    }),
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": {
        id: (subject) => subject.text("vpcPeeringConnectionId"),
        outputs: { acceptStatus: () => "active", peerOwnerId: () => "", peerRegion: (s) => s.place.region },
    },
};
