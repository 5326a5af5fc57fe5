import { AwsError } from "../errors";
import { allOf } from "../lookup";
import type { Store, Stored } from "../store";
import { textAt } from "../values";

type DeletionRule = (store: Store, resource: Stored) => void;

const APP = "aws:sagemaker/app:App";

/**
 * Refuses to delete a profile that has apps or owns spaces, and a space that has apps: they name each other by name
 * within a domain, so the table of references cannot say it.
 * Source: SageMaker API reference, DeleteUserProfile and DeleteSpace.
 */
function noAppsOrSpaces(store: Store, resource: Stored): void {
    const { domainId, userProfileName, spaceName } = resource.properties;
    const inDomain = (type: string): Stored[] =>
        allOf(store, resource, type).filter((other) => other.properties["domainId"] === domainId);
    const holder =
        spaceName === undefined
            ? (inDomain(APP).find((app) => app.properties["userProfileName"] === userProfileName) ??
              inDomain("aws:sagemaker/space:Space").find((space) => ownerOf(space) === userProfileName))
            : inDomain(APP).find((app) => app.properties["spaceName"] === spaceName);
    if (holder !== undefined) {
        throw new AwsError("ResourceInUse", `${resource.id} still has ${holder.id}`);
    }
}

function ownerOf(space: Stored): unknown {
    return (space.properties["ownershipSettings"] as { ownerUserProfileName?: unknown } | undefined)
        ?.ownerUserProfileName;
}

/** Source: EC2 API reference, DetachInternetGateway: no instance or gateway may have a public address. */
function noMappedAddresses(store: Store, gateway: Stored): void {
    const vpcId = textAt(gateway.properties, "vpcId");
    const nat = allOf(store, gateway, "aws:ec2/natGateway:NatGateway").find(
        ({ properties }) => properties["connectivityType"] === "public" && properties["vpcId"] === vpcId,
    );
    if (vpcId !== undefined && nat !== undefined) {
        throw new AwsError(
            "DependencyViolation",
            `network ${vpcId} has some mapped public address(es), that of ${nat.id} among them`,
        );
    }
}

/** Source: Network Firewall API reference, DeleteFirewall. */
function noDeleteProtection(_: Store, firewall: Stored): void {
    if (firewall.properties["deleteProtection"] === true) {
        throw new AwsError("InvalidOperationException", `${firewall.id} has delete protection: turn it off before`);
    }
}

/** Source: Route 53 Resolver API reference, DisassociateFirewallRuleGroup; the code is what users report. */
function noMutationProtection(_: Store, association: Stored): void {
    if (association.properties["mutationProtection"] === "ENABLED") {
        throw new AwsError(
            "ValidationException",
            `${association.id} is under mutation protection: remove it and try again`,
        );
    }
}

/** Source: S3 API reference, DeleteBucket; with `forceDestroy` the provider empties the bucket before. */
function noObjects(store: Store, bucket: Stored): void {
    const held = allOf(store, bucket, "aws:s3/bucketObjectv2:BucketObjectv2").find(
        ({ properties }) => properties["bucket"] === bucket.id,
    );
    if (held !== undefined && bucket.properties["forceDestroy"] !== true) {
        throw new AwsError("BucketNotEmpty", `the bucket ${bucket.id} still holds ${held.id}`);
    }
}

/** Source: DynamoDB API reference, DeleteTable; Cognito API reference, DeleteUserPool. */
function noDeletionProtection(_: Store, resource: Stored): void {
    const { deletionProtection, deletionProtectionEnabled } = resource.properties;
    if (deletionProtectionEnabled === true || deletionProtection === "ACTIVE") {
        throw new AwsError("ValidationException", `${resource.id} has deletion protection: turn it off before`);
    }
}

const RULES: Readonly<Record<string, DeletionRule>> = {
    "aws:s3/bucket:Bucket": noObjects,
    "aws:sagemaker/userProfile:UserProfile": noAppsOrSpaces,
    "aws:sagemaker/space:Space": noAppsOrSpaces,
    "aws:dynamodb/table:Table": noDeletionProtection,
    "aws:cognito/userPool:UserPool": noDeletionProtection,
    "aws:ec2/internetGateway:InternetGateway": noMappedAddresses,
    "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": noMappedAddresses,
    "aws:networkfirewall/firewall:Firewall": noDeleteProtection,
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": noMutationProtection,
};

/**
 * Refuses to delete what AWS would keep for another reason than a reference to it.
 * @throws AwsError
 */
export function checkDeletion(store: Store, resource: Stored): void {
    RULES[resource.type]?.(store, resource);
}

/**
 * What disappears with a resource that only stood for it: to take back an acceptance, the provider deletes the attachment.
 * Source: hashicorp/terraform-provider-aws internal/service/ec2/transitgateway_vpc_attachment_accepter.go.
 */
export function deletedWith(store: Store, resource: Stored): Stored[] {
    return resource.type === "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter"
        ? store
              .list({ type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment" })
              .filter(({ id }) => id === resource.properties["transitGatewayAttachmentId"])
        : [];
}
