import assert from "node:assert/strict";
import { CATALOGUE_ORDER, ENDPOINT_SERVICES, isOffered } from "../../../policy-pack/facts";
import { answerInvoke, UnansweredInvoke } from "../../../preflight/record/invokes";
import { policyDocument } from "../../../preflight/record/invokes/policyDocument";
import { zonesOf } from "../../../preflight/record/zones";

const PLACE = { account: "444455556666", region: "eu-west-1" };

describe("policyDocument", () => {
    const cases: readonly [name: string, args: Record<string, unknown>, statements: unknown][] = [
        [
            "defaults",
            { statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] },
            [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
        ],
        [
            "everything a statement can have",
            {
                statements: [
                    {
                        sid: "All",
                        effect: "Deny",
                        notActions: ["s3:GetObject", "s3:PutObject"],
                        notResources: ["a", "b"],
                        notPrincipals: [{ type: "AWS", identifiers: ["444455556666"] }],
                    },
                ],
            },
            [
                {
                    Sid: "All",
                    Effect: "Deny",
                    NotAction: ["s3:GetObject", "s3:PutObject"],
                    NotResource: ["a", "b"],
                    NotPrincipal: { AWS: "444455556666" },
                },
            ],
        ],
        [
            "principals of one type joined, everybody as a star",
            {
                statements: [
                    {
                        principals: [
                            { type: "AWS", identifiers: ["a"] },
                            { type: "Service", identifiers: ["s"] },
                            { type: "AWS", identifiers: ["b"] },
                        ],
                    },
                    { principals: [{ type: "*", identifiers: ["*"] }] },
                ],
            },
            [
                { Effect: "Allow", Principal: { AWS: ["a", "b"], Service: "s" } },
                { Effect: "Allow", Principal: "*" },
            ],
        ],
        [
            "conditions by operator and key, policy variables written with an ampersand",
            {
                statements: [
                    {
                        conditions: [
                            { test: "StringEquals", variable: "aws:PrincipalTag/a", values: ["&{aws:username}"] },
                            { test: "StringEquals", variable: "aws:PrincipalTag/b", values: ["x"] },
                            { test: "StringEquals", variable: "aws:PrincipalTag/b", values: ["y"] },
                        ],
                    },
                ],
            },
            [
                {
                    Effect: "Allow",
                    Condition: {
                        StringEquals: { "aws:PrincipalTag/a": "${aws:username}", "aws:PrincipalTag/b": ["x", "y"] },
                    },
                },
            ],
        ],
        [
            "source and overriding documents, by statement id",
            {
                sourcePolicyDocuments: ['{"Statement":[{"Sid":"A","Effect":"Allow"},{"Sid":"B","Effect":"Allow"}]}'],
                statements: [{ sid: "B", effect: "Deny" }, { sid: "C" }],
                overridePolicyDocuments: ['{"Statement":{"Sid":"C","Effect":"Deny"}}'],
            },
            [
                { Sid: "A", Effect: "Allow" },
                { Sid: "B", Effect: "Deny" },
                { Sid: "C", Effect: "Deny" },
            ],
        ],
    ];
    for (const [name, args, statements] of cases) {
        it(name, () => assert.deepEqual(policyDocument(args), { Version: "2012-10-17", Statement: statements }));
    }
});

describe("answerInvoke", () => {
    const cases: readonly [token: string, args: Record<string, unknown>, expected: Record<string, unknown>][] = [
        ["aws:index/getRegion:getRegion", {}, { region: "eu-west-1", endpoint: "ec2.eu-west-1.amazonaws.com" }],
        [
            "aws:index/getRegion:getRegion",
            { region: "cn-north-1" },
            { region: "cn-north-1", endpoint: "ec2.cn-north-1.amazonaws.com.cn" },
        ],
        [
            "aws:index/getPartition:getPartition",
            {},
            { partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" },
        ],
        [
            "aws:index/getAvailabilityZones:getAvailabilityZones",
            { excludeZoneIds: ["euw1-az2"] },
            { names: ["eu-west-1a", "eu-west-1c"], zoneIds: ["euw1-az1", "euw1-az3"] },
        ],
        [
            "aws:servicequotas/getServiceQuota:getServiceQuota",
            { serviceCode: "sagemaker", quotaCode: "L-AC46C40F" },
            { value: 2, adjustable: true },
        ],
        [
            "aws:ec2/getVpcEndpointService:getVpcEndpointService",
            { service: "sagemaker.api" },
            {
                serviceName: "com.amazonaws.eu-west-1.sagemaker.api",
                serviceType: "Interface",
                privateDnsName: "api.sagemaker.eu-west-1.amazonaws.com",
            },
        ],
    ];
    for (const [token, args, expected] of cases) {
        it(`${token} ${JSON.stringify(args)}`, () => {
            const { answer, why } = answerInvoke(token, args, PLACE);
            assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, answer[key]])), expected);
            assert.ok(why !== undefined && why.length > 0);
        });
    }

    for (const region of ["eu-west-1", "us-gov-west-1", "cn-north-1"]) {
        it(`describes every endpoint service that is offered in ${region}, by its name`, () => {
            for (const key of CATALOGUE_ORDER.filter((each) => isOffered(each, region))) {
                const service = ENDPOINT_SERVICES[key];
                const serviceName = service.serviceName(region);
                const place = { ...PLACE, region };
                const { answer } = answerInvoke(
                    "aws:ec2/getVpcEndpointService:getVpcEndpointService",
                    { serviceName },
                    place,
                );
                assert.deepEqual(
                    [answer["serviceName"], answer["serviceType"], answer["availabilityZones"]],
                    [serviceName, service.type, zonesOf(region).map(({ name }) => name)],
                    key,
                );
            }
        });
    }

    it("names the same prefix list wherever it is asked for", () => {
        const token = "aws:ec2/getPrefixList:getPrefixList";
        const byName = answerInvoke(token, { name: "com.amazonaws.eu-west-1.s3" }, PLACE).answer["id"];
        assert.equal(byName, answerInvoke(token, {}, PLACE).answer["id"]);
    });

    for (const [token, args, message] of [
        ["aws:ec2/getAmi:getAmi", {}, /has no answer for it/],
        ["constructor", {}, /has no answer for it/],
        [
            "aws:servicequotas/getServiceQuota:getServiceQuota",
            { serviceCode: "ec2", quotaCode: "L-1" },
            /quota L-1 of service ec2/,
        ],
        [
            "aws:ec2/getVpcEndpointService:getVpcEndpointService",
            { serviceName: "com.example.x" },
            /endpoint service com\.example\.x/,
        ],
        [
            "aws:ec2/getVpcEndpointService:getVpcEndpointService",
            { serviceName: "com.amazonaws.eu-west-1.sts-fips" },
            /AWS does not offer the endpoint service com\.amazonaws\.eu-west-1\.sts-fips in eu-west-1/,
        ],
    ] as const) {
        it(`refuses ${token}`, () => {
            assert.throws(
                () => answerInvoke(token, args, PLACE),
                (error: unknown) => error instanceof UnansweredInvoke && message.test(error.message),
            );
        });
    }
});
