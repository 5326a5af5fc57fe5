import type * as aws from "@pulumi/aws";

/** What the hub offers to the others. */
export interface HubParts {
    readonly gateway: aws.ec2transitgateway.TransitGateway;
    readonly api: aws.ec2.VpcEndpoint;
    readonly sagemakerApi: aws.ec2.VpcEndpoint;
    readonly studio: aws.ec2.VpcEndpoint;
}
