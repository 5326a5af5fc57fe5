import { strict as assert } from "node:assert";

import type { GraphResource } from "../../../policy-pack/graph";
import {
    against,
    all,
    by,
    changed,
    copied,
    type Edit,
    find,
    recordMany,
    restated,
    statement,
    without,
    withoutKeys,
} from "./fixture";

const LOB_B = "10.120.0.0/16";
const STS = "sts-eu-west-1-amazonaws-com";
const ACCESS = "studio-lob-a-access";
const attachment = (resources: readonly GraphResource[], name: string): unknown =>
    find(resources, "VpcAttachment", name).id;
const table = (resources: readonly GraphResource[], name: string): unknown =>
    resources.find((each) => each.type === "aws:ec2transitgateway/routeTable:RouteTable" && each.name === name)?.id;
const allowed = (Action: string, Resource: string) => ({ Sid: "Added", Effect: "Allow" as const, Action, Resource });

/** A change to the deployment, the proof it breaks, and what the evidence must name. */
type Case = readonly [what: string, edit: Edit, broken: string, named: string];

const CASES: readonly Case[] = [
    [
        "a blackhole gone",
        without("Route", "studio-hub-spoke-to-10-96-0-0-11"),
        "lob.separated",
        "studio-hub-spoke has no blackhole for 10.96.0.0/11",
    ],
    [
        "a propagation into the spokes' table",
        (resources) => [
            ...resources,
            {
                ...find(resources, "Route", "studio-lob-b-spoke-to-10-120-0-0-16"),
                urn: "urn:pulumi:x::y::aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation::added",
                type: "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
                name: "added",
                props: {
                    transitGatewayAttachmentId: attachment(resources, "studio-lob-b-network-hub"),
                    transitGatewayRouteTableId: table(resources, "studio-hub-spoke"),
                },
                propertyDependencies: {},
            },
        ],
        "hub.only",
        "studio-lob-b-network-hub puts its ranges into studio-hub-spoke by itself",
    ],
    [
        "a route from one line to another, at both ends of the gateway",
        all(
            copied("Route", "studio-lob-b-spoke-to-10-120-0-0-16", "to-b", (resources) => ({
                transitGatewayRouteTableId: table(resources, "studio-hub-spoke"),
            })),
            copied("Route", "studio-lob-a-routes-studio-euw1-az1-to-10-0-8-0-21", "to-b-here", () => ({
                destinationCidrBlock: LOB_B,
            })),
        ),
        "lob.separated",
        "lob-a reaches lob-b: ",
    ],
    [
        "a peering between two lines",
        all(
            copied("VpcPeeringConnection", "studio-onprem-hub", "a-to-b", (resources) => ({
                vpcId: find(resources, "Vpc", "studio-lob-a-network-vpc").id,
                peerVpcId: find(resources, "Vpc", "studio-lob-b-network-vpc").id,
            })),
            copied("Route", "studio-lob-a-routes-studio-euw1-az1-to-10-0-8-0-21", "to-b-peered", (resources) => ({
                destinationCidrBlock: LOB_B,
                transitGatewayId: undefined,
                vpcPeeringConnectionId: find(resources, "VpcPeeringConnection", "a-to-b").id,
            })),
        ),
        "lob.separated",
        "peering a-to-b",
    ],
    [
        "a line's attachment in the hub's table",
        (resources) =>
            changed("RouteTableAssociation", "studio-lob-a-spoke", {
                transitGatewayRouteTableId: table(resources, "studio-hub-hub"),
            })(
                resources.map((each) =>
                    each.name === "studio-lob-a-spoke" ? { ...each, propertyDependencies: {} } : each,
                ),
            ),
        "lob.separated",
        "studio-hub-hub has no blackhole for 10.96.0.0/11",
    ],
    [
        "a group that admits another line",
        copied("SecurityGroupIngressRule", "studio-lob-a-domain-spaces-nfs-in", "from-b", (resources) => ({
            securityGroupId: find(resources, "SecurityGroup", "studio-lob-a-network-studio").id,
            referencedSecurityGroupId: undefined,
            cidrIpv4: LOB_B,
        })),
        "lob.separated",
        "rule from-b of group studio-lob-a-network-studio (lob-a) admits lob-b",
    ],
    [
        "auto-accept",
        changed("TransitGateway", "studio-hub-gateway", { autoAcceptSharedAttachments: "enable" }),
        "hub.only",
        "accepts whoever attaches",
    ],
    [
        "default association",
        changed("TransitGateway", "studio-hub-gateway", { defaultRouteTableAssociation: "enable" }),
        "hub.only",
        "associates attachments with its default table",
    ],
    [
        "default propagation",
        changed("TransitGateway", "studio-hub-gateway", { defaultRouteTablePropagation: undefined }),
        "hub.only",
        "puts ranges of attachments into its default table",
    ],
    [
        "a share for anybody",
        changed("ResourceShare", "studio-hub-share", { allowExternalPrincipals: true }),
        "hub.only",
        "accounts outside the organization",
    ],
    [
        "a share with a stranger",
        changed("PrincipalAssociation", "studio-hub-share-444455556666", { principal: "999999999999" }),
        "hub.only",
        "shares with 999999999999",
    ],
    [
        "a default route of the access service",
        copied("Route", "studio-access-routes-functions-euw1-az1-to-10-0-8-0-21", "default", () => ({
            destinationCidrBlock: "0.0.0.0/0",
        })),
        "hub.only",
        "access: subnet studio-access-functions-euw1-az1",
    ],
    [
        "an internet gateway behind the endpoints",
        copied("Route", "studio-hub-endpoint-euw1-az1-to-10-96-0-0-11", "out", (resources) => ({
            destinationCidrBlock: "0.0.0.0/0",
            transitGatewayId: undefined,
            gatewayId: find(resources, "InternetGateway", "studio-onprem").id,
        })),
        "hub.no-internet",
        "route out (0.0.0.0/0) to internet-gateway",
    ],
    [
        "an attachment nobody accepts",
        without("VpcAttachmentAccepter", "studio-lob-a-spoke"),
        "lob-a: network.endpoint.sts",
        "nothing accepts it",
    ],
    [
        "a line's attachment in no table",
        without("RouteTableAssociation", "studio-lob-a-spoke"),
        "lob-a: network.endpoint.sts",
        "associated with no route table",
    ],
    [
        "a zone that does not answer a line",
        without("ZoneAssociation", `studio-lob-a-zones-${STS}`),
        "lob-a: network.endpoint.sts",
        "no private zone for it is associated",
    ],
    [
        "an association nobody authorised",
        without("VpcAssociationAuthorization", `studio-lob-a-zones-grants-${STS}`),
        "lob-a: network.endpoint.sts",
        "does not authorise studio-lob-a-network-vpc",
    ],
    [
        "a record gone",
        without("Record", `studio-hub-${STS}`),
        "lob-a: network.endpoint.sts",
        "has no record that leads to studio-hub-sts",
    ],
    [
        "a record that leads to another endpoint",
        (resources) =>
            changed("Record", `studio-hub-${STS}`, {
                aliases: find(resources, "Record", "studio-hub-logs-eu-west-1-amazonaws-com").props.aliases,
            })(resources),
        "lob-b: network.endpoint.sts",
        "has no record that leads to studio-hub-sts",
    ],
    [
        "no route from the hub to a line",
        without("Route", "studio-lob-a-spoke-to-10-100-0-0-16"),
        "lob-a: network.endpoint.sts",
        "no route for 10.100.10.0/24",
    ],
    [
        "no way back from the endpoints",
        without("Route", "studio-hub-endpoint-euw1-az2-to-10-96-0-0-11"),
        "lob-b: network.endpoint.kms",
        "no route for 10.120.1",
    ],
    [
        "no way from a line to the hub",
        without("Route", "studio-lob-a-routes-studio-euw1-az1-to-10-0-8-0-21"),
        "lob-a: network.endpoint.sts",
        "no route for 10.0.8.0/21",
    ],
    [
        "the spokes' route to the hub gone",
        without("Route", "studio-hub-spoke-to-10-0-0-0-16"),
        "lob-a: network.endpoint.logs",
        "transit gateway table studio-hub-spoke > no route for 10.0.",
    ],
    [
        "a workload's group closed",
        without("SecurityGroupEgressRule", "studio-lob-a-network-studio-to-hub-10-0-16-0-21"),
        "lob-a: network.endpoint.sts",
        "egress on 443 of studio-lob-a-network-studio",
    ],
    [
        "the endpoints' group closed",
        without("SecurityGroupIngressRule", "studio-hub-from-lob-10-96-0-0-11"),
        "lob-a: network.endpoint.sts",
        "ingress on 443",
    ],
    [
        "an endpoint's policy for somebody else",
        restated("VpcEndpoint", "studio-hub-sts", "policy", (statements) =>
            statements.map((each) => ({
                ...each,
                Condition: { StringEquals: { "aws:PrincipalAccount": "777788889999" } },
            })),
        ),
        "lob-a: network.endpoint.sts",
        "no statement of the policy of studio-hub-sts is for principals of account 444455556666",
    ],
    [
        "an endpoint's policy for a stranger",
        restated("VpcEndpoint", "studio-hub-sts", "policy", (statements) => [
            ...statements,
            {
                Sid: "Stranger",
                Effect: "Allow",
                Principal: "*",
                Action: "*",
                Resource: "*",
                Condition: { StringEquals: { "aws:PrincipalAccount": "999999999999" } },
            },
        ]),
        "hub.endpoint-principals",
        "statement Stranger lets account 999999999999 through",
    ],
    [
        "a name people cannot resolve",
        without("ZoneAssociation", "studio-onprem-zones-execute-api-eu-west-1-amazonaws-com"),
        "hub.clients",
        "*.execute-api.eu-west-1.amazonaws.com in VPC studio-onprem",
    ],
    [
        "no way back to people",
        without("Route", "studio-onprem-peered-endpoint-euw1-az1"),
        "hub.clients",
        "no route for 192.168.10.",
    ],
    [
        "people not admitted",
        without("SecurityGroupIngressRule", "studio-hub-from-clients-192-168-10-0-24"),
        "api.own-profile",
        "reach the API",
    ],
    [
        "the function may call anybody",
        copied("SecurityGroupEgressRule", "studio-access-functions-to-10-0-8-0-21", "wide", () => ({
            cidrIpv4: "0.0.0.0/0",
        })),
        "access.function",
        "rule wide of studio-access-functions lets out to more than 443",
    ],
    [
        "somebody may call the function's interfaces",
        copied("SecurityGroupIngressRule", "studio-hub-from-access-10-17-0-0-16", "in", (resources) => ({
            securityGroupId: find(resources, "SecurityGroup", "studio-access-functions").id,
        })),
        "access.function",
        "rule in lets somebody into studio-access-functions",
    ],
    [
        "the function cannot find STS",
        without("ZoneAssociation", `studio-access-zones-${STS}`),
        "access.function",
        "no private zone for it is associated",
    ],
    [
        "the function takes on any role",
        restated("RolePolicy", "studio-access-presign", "policy", (statements) => [
            ...statements,
            allowed("sts:AssumeRole", "*"),
        ]),
        "access.function",
        "role/not-an-access-role: studio-access-presign › Added",
    ],
    [
        "the function reads any table",
        restated("RolePolicy", "studio-access-presign", "policy", (statements) => [
            ...statements,
            allowed("dynamodb:*", "*"),
        ]),
        "access.function",
        "studio-access-presign may dynamodb:Query on arn:aws:dynamodb:eu-west-1:111122223333:table/somebody-elses",
    ],
    [
        "the authorizer reads the directory",
        restated("RolePolicy", "studio-access-authorizer", "policy", (statements) => [
            ...statements,
            allowed("dynamodb:Query", "*"),
        ]),
        "access.function",
        "studio-access-authorizer may dynamodb:Query",
    ],
    [
        "an entry for another person",
        entry((text) => text.replace('"person":{"S":"user-lob-a"}', '"person":{"S":"user-lob-b"}')),
        "directory",
        "user-lob-b has no profile user-lob-a in lob-a",
    ],
    [
        "an entry in another account",
        entry((text) => text.replace('"account":{"S":"444455556666"}', '"account":{"S":"777788889999"}')),
        "directory",
        "account 777788889999",
    ],
    [
        "an entry gone",
        without("TableItem", "studio-directory-lob-a-user-lob-a"),
        "directory",
        "no entry says where profile user-lob-a of user-lob-a in lob-a is",
    ],
    [
        "two entries for one key",
        copied("TableItem", "studio-directory-lob-a-user-lob-a", "twice", () => ({})),
        "directory",
        "twice have one key",
    ],
    [
        "a profile with another person's tag",
        (resources) => {
            const { tags } = find(resources, "UserProfile", "studio-lob-a-profiles-user-lob-a").props;
            return changed("UserProfile", "studio-lob-a-profiles-user-lob-a", {
                tags: { ...(tags as object), studiouserid: "user-lob-b" },
            })(resources);
        },
        "directory",
        "carries another person's tag",
    ],
    [
        "a resource by the default provider",
        by("Table", "studio-access-directory", undefined),
        "accounts.apart",
        "studio-access-directory (access) is made by the default provider",
    ],
    [
        "a resource in another account",
        (resources) =>
            by(
                "Table",
                "studio-access-directory",
                find(resources, "Domain", "studio-lob-a-domain").provider,
            )(resources),
        "accounts.apart",
        "made in account 444455556666",
    ],
    [
        "a provider that works anywhere",
        changed("aws", "studio-aws-lob-a", { allowedAccountIds: undefined }),
        "accounts.apart",
        "provider studio-aws-lob-a is not held to one account",
    ],
    [
        "people's group open to lines",
        copied("SecurityGroupIngressRule", "studio-hub-from-clients-192-168-10-0-24", "lobs", () => ({
            cidrIpv4: "10.96.0.0/11",
        })),
        "api.nobody-elses-profile",
        "its person from LOB app",
    ],
    [
        "no external id asked for",
        restated("Role", ACCESS, "assumeRolePolicy", statement("PresignInAPersonsName", withoutKeys("sts:ExternalId"))),
        "api.nobody-elses-profile",
        "function, no external id",
    ],
    [
        "session name and source identity free",
        restated(
            "Role",
            ACCESS,
            "assumeRolePolicy",
            statement("PresignInAPersonsName", withoutKeys("sts:RoleSessionName", "sts:SourceIdentity")),
        ),
        "api.nobody-elses-profile",
        "function, two names",
    ],
    [
        "the whole account trusted",
        restated("Role", ACCESS, "assumeRolePolicy", (statements) =>
            statements.map((each) => ({ ...each, Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
        ),
        "api.nobody-elses-profile",
        "other role from access VPC",
    ],
    [
        "the tag compared nowhere",
        all(
            restated(
                "RolePolicy",
                `${ACCESS}-presign`,
                "policy",
                statement("OpenProfileWithSameTag", withoutKeys("sagemaker:ResourceTag/studiouserid")),
            ),
            restated(
                "RolePolicy",
                `${ACCESS}-guard`,
                "policy",
                statement("DenyOtherProfiles", () => undefined),
            ),
        ),
        "api.nobody-elses-profile",
        "colleague from company network",
    ],
    [
        "the endpoint asked for nowhere",
        all(
            restated(
                "RolePolicy",
                `${ACCESS}-presign`,
                "policy",
                statement("OpenProfileWithSameTag", withoutKeys("aws:SourceVpce")),
            ),
            restated(
                "RolePolicy",
                `${ACCESS}-presign`,
                "policy",
                statement("NoOtherEndpoint", () => undefined),
            ),
        ),
        "api.nobody-elses-profile",
        "holder of the link from internet",
    ],
    [
        "a Deny that stops everybody",
        restated("RolePolicy", `${ACCESS}-guard`, "policy", (statements) => [
            ...statements,
            { ...allowed("sagemaker:*", "*"), Effect: "Deny" },
        ]),
        "api.own-profile",
        `${ACCESS}-guard › Added`,
    ],
    [
        "the API's Deny and condition gone",
        apiOpen(),
        "api.private",
        "over the internet: studio-access-api › PageAndSession",
    ],
    [
        "the API public",
        changed("RestApi", "studio-access-api", { endpointConfiguration: { types: "REGIONAL" } }),
        "api.private",
        "studio-access-api is not private",
    ],
];

/** Changes nothing proves against, because another control stands behind: each says which. */
const SURVIVORS: readonly (readonly [what: string, edit: Edit, behind: string])[] = [
    [
        "the tag compared by the Deny alone",
        restated(
            "RolePolicy",
            `${ACCESS}-presign`,
            "policy",
            statement("OpenProfileWithSameTag", withoutKeys("sagemaker:ResourceTag/studiouserid")),
        ),
        "DenyOtherProfiles of the guard",
    ],
    [
        "the tag compared by the Allow alone",
        restated(
            "RolePolicy",
            `${ACCESS}-guard`,
            "policy",
            statement("DenyOtherProfiles", () => undefined),
        ),
        "the Allow's own condition",
    ],
    [
        "the endpoint asked for by the Allow alone",
        restated(
            "RolePolicy",
            `${ACCESS}-presign`,
            "policy",
            statement("NoOtherEndpoint", () => undefined),
        ),
        "the Allow's own condition",
    ],
    [
        "the session name free",
        restated(
            "Role",
            ACCESS,
            "assumeRolePolicy",
            statement("PresignInAPersonsName", withoutKeys("sts:RoleSessionName")),
        ),
        "the source identity, which must equal the tag",
    ],
    [
        "the API's Deny gone",
        restated(
            "RestApiPolicy",
            "studio-access-api",
            "policy",
            statement("OnlyThroughTheEndpoint", () => undefined),
        ),
        "the Allow's own condition",
    ],
];

function entry(change: (text: string) => string): Edit {
    return (resources) => {
        const { item } = find(resources, "TableItem", "studio-directory-lob-a-user-lob-a").props;
        const next = change(item as string);
        assert.notEqual(next, item, "the entry is changed");
        return changed("TableItem", "studio-directory-lob-a-user-lob-a", { item: next })(resources);
    };
}

function apiOpen(): Edit {
    return all(
        restated(
            "RestApiPolicy",
            "studio-access-api",
            "policy",
            statement("OnlyThroughTheEndpoint", () => undefined),
        ),
        restated(
            "RestApiPolicy",
            "studio-access-api",
            "policy",
            statement("PageAndSession", withoutKeys("aws:SourceVpce")),
        ),
    );
}

describe("the production stack, changed", () => {
    it("holds as it is", async () => {
        assert.deepEqual(against(await recordMany()), []);
    });

    for (const [what, edit, broken, named] of CASES) {
        it(`${what} breaks ${broken}`, async () => {
            const many = await recordMany();
            const lines = against({ ...many, resources: edit(many.resources) });
            const told = lines.filter((line) => line.startsWith(`broken ${broken}: `));
            assert.ok(
                told.some((line) => line.includes(named)),
                `nothing says "${named}" among:\n${lines.join("\n")}`,
            );
        });
    }

    for (const [what, edit, behind] of SURVIVORS) {
        it(`${what} changes nothing, because of ${behind}`, async () => {
            const many = await recordMany();
            assert.deepEqual(against({ ...many, resources: edit(many.resources) }), []);
        });
    }
});
