import { type Grants, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};

/** Tags come with the call that creates; later they change by themselves. */
const TAG: Grants = { taggedNetwork: ["ec2:CreateTags"] };
const RETAG: Grants = { taggedNetwork: ["ec2:CreateTags", "ec2:DeleteTags"] };

/** What the simulator of the company network has beside a VPC: a host, its profile and image, and a peering. */
export const ON_PREMISES_ROWS: PermissionTable = {
    "aws:ec2/instance:Instance": {
        create: {
            network: ["ec2:RunInstances"],
            machineImages: ["ec2:RunInstances"],
            hostRoleToService: ["iam:PassRole"],
            keysThroughStudio: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
            ...TAG,
        },
        read: {
            network: ["ec2:DescribeInstanceAttribute"],
            regionWide: [
                "ec2:DescribeImages",
                "ec2:DescribeInstanceCreditSpecifications",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeInstances",
                "ec2:DescribeTags",
                "ec2:DescribeVolumes",
                "ec2:DescribeVpcs",
            ],
        },
        update: {
            network: [
                "ec2:ModifyInstanceAttribute",
                "ec2:ModifyInstanceMetadataOptions",
                "ec2:ModifyVolume",
                "ec2:ReplaceIamInstanceProfileAssociation",
                "ec2:StartInstances",
                "ec2:StopInstances",
            ],
            regionWide: ["ec2:DescribeIamInstanceProfileAssociations", "ec2:DescribeVolumesModifications"],
            hostRoleToService: ["iam:PassRole"],
            ...RETAG,
        },
        delete: { network: ["ec2:ModifyInstanceAttribute", "ec2:TerminateInstances"] },
        source: `${SOURCES.TF} ec2/ec2_instance.go; EBS user guide, ebs-encryption-requirements (volume under an own key)`,
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        create: {
            instanceProfiles: ["iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:TagInstanceProfile"],
            hostRoleToService: ["iam:PassRole"],
        },
        read: { instanceProfiles: ["iam:GetInstanceProfile"], roles: ["iam:GetRole"] },
        update: {
            instanceProfiles: [
                "iam:AddRoleToInstanceProfile",
                "iam:RemoveRoleFromInstanceProfile",
                "iam:TagInstanceProfile",
                "iam:UntagInstanceProfile",
            ],
        },
        delete: { instanceProfiles: ["iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile"] },
        source: `${SOURCES.TF} iam/instance_profile.go`,
    },
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": {
        create: { network: ["ec2:AcceptVpcPeeringConnection", "ec2:CreateVpcPeeringConnection"], ...TAG },
        read: { regionWide: ["ec2:DescribeVpcPeeringConnections"] },
        update: { network: ["ec2:AcceptVpcPeeringConnection"], ...RETAG },
        delete: { network: ["ec2:DeleteVpcPeeringConnection"] },
        source: `${SOURCES.TF} ec2/vpc_peering_connection.go (accepts within one account)`,
    },
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": {
        create: { network: ["ec2:AcceptVpcPeeringConnection"], ...TAG },
        read: { regionWide: ["ec2:DescribeVpcPeeringConnections"] },
        update: { network: ["ec2:AcceptVpcPeeringConnection"], ...RETAG },
        delete: NONE,
        source: `${SOURCES.TF} ec2/vpc_peering_connection_accepter.go (the requester's side deletes the peering)`,
    },
    "aws:ssm/getParameter:getParameter": {
        create: NONE,
        read: { imageParameters: ["ssm:GetParameter"] },
        update: NONE,
        delete: NONE,
        source: `${SOURCES.TF} ssm/parameter_data_source.go`,
    },
};
