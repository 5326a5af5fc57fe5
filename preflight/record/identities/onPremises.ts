import { UNKNOWN } from "../../../policy-pack/graph";
import { type IdentityTable, link, namedBy, numbered } from "./identity";

/** What the simulator of the company network has beside a VPC: a host, its profile, and a peering. */
export const ON_PREMISES: IdentityTable = {
    "aws:ec2/instance:Instance": numbered("ec2", "instance", "i-", {
        // EC2 chooses the address within the subnet's range.
        privateIp: () => UNKNOWN,
        publicIp: () => "",
        primaryNetworkInterfaceId: (s) => s.hex("eni-"),
    }),
    "aws:iam/instanceProfile:InstanceProfile": {
        ...namedBy("name", "iam", "instance-profile"),
        outputs: { arn: (s, id) => s.globalArn("iam", `instance-profile${s.text("path", "/")}${id}`) },
    },
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": {
        ...link("pcx-"),
        outputs: { acceptStatus: () => UNKNOWN, peerOwnerId: (s) => s.account },
    },
    // Takes over the id of the peering.
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": {
        id: (s) => s.text("vpcPeeringConnectionId"),
        outputs: { acceptStatus: () => "active", peerOwnerId: () => UNKNOWN },
    },
};
