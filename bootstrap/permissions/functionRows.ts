import { type Grants, type PermissionRow, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};

/** What the program asks AWS in a preview, by the function's token. */
export const FUNCTION_ROWS: PermissionTable = {
    "aws:index/getAvailabilityZones:getAvailabilityZones": asking(
        ["ec2:DescribeAvailabilityZones"],
        "ec2/ec2_availability_zones_data_source.go",
    ),
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": asking(
        ["ec2:DescribeVpcEndpointServices"],
        "ec2/vpc_endpoint_service_data_source.go",
    ),
    "aws:ec2/getPrefixList:getPrefixList": asking(["ec2:DescribePrefixLists"], "ec2/vpc_prefix_list_data_source.go"),
};

function asking(actions: readonly string[], file: string): PermissionRow {
    return { create: NONE, read: { regionWide: actions }, update: NONE, delete: NONE, source: `${SOURCES.TF} ${file}` };
}
