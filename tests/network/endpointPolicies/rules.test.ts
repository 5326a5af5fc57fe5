import { strict as assert } from "node:assert";

import fc from "fast-check";

import { checkedText } from "../../../components/documents";
import { endpointPolicy, type EndpointPolicyArgs } from "../../../components/network/endpointPolicies";
import { ENDPOINT_SERVICES, type Feature, type ServiceKey } from "../../../policy-pack/facts";
import { asList, type Statement } from "../../../policy-pack/iam";
import { change } from "../../../policy-pack/tests/fixture/build";
import { cleanStack } from "../../../policy-pack/tests/fixture/stack";
import { verdict } from "../../../policy-pack/tests/policies/verdict";
import {
    carriedKeys,
    existingActions,
    existingKeys,
    fittingResources,
    type Read,
    readStatement,
    reasonForEverything,
    type Rule,
} from "../../iam-linter/rules";
import { ALL_FEATURES, ALL_SERVICES, ARGS, ORGANIZATION, statementsOf } from "./fixture";

const WITH_POLICY = ALL_SERVICES.filter((service) => ENDPOINT_SERVICES[service].supportsPolicy);

/** Services whose FIPS endpoint, if there is one, has the same policy. */
const ORDINARY = WITH_POLICY.filter((service) => !service.endsWith("-fips"));

/** What passes without a principal of the account: each is read only of AWS's own, or the account's own API. */
const FOR_EVERYBODY: Readonly<Record<string, RegExp>> = {
    "s3 ContainerLayers": /^arn:aws:s3:::prod-[a-z0-9-]+-starport-layer-bucket\/\*$/,
    "s3 Packages": /^arn:aws:s3:::assets-\d{12}-[a-z0-9-]+\/\*$/,
    "execute-api AccountApis": /^arn:aws:execute-api:[a-z0-9-]+:111122223333:\*$/,
};

const argsArbitrary: fc.Arbitrary<EndpointPolicyArgs> = fc
    .record({
        features: fc.subarray<Feature>(ALL_FEATURES),
        dataBuckets: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{2,20}[a-z]$/), { maxLength: 4 }),
        region: fc.constantFrom("eu-west-1", "us-west-2", "ap-southeast-7"),
        organization: fc.option(fc.constant(ORGANIZATION), { nil: undefined }),
        roles: fc.option(fc.constant(["arn:aws:iam::111122223333:role/mlops"]), { nil: undefined }),
    })
    .map(({ organization, roles, ...rest }) => ({
        ...ARGS,
        ...rest,
        ...(organization === undefined ? {} : { organization }),
        ...(roles === undefined ? {} : { onlyRoles: Object.fromEntries(WITH_POLICY.map((key) => [key, roles])) }),
    }));

describe("Endpoint policies: rules for all", () => {
    it("every statement is for principals of the account or organization, but those that AWS or an API signs", () => {
        fc.assert(
            fc.property(argsArbitrary, fc.constantFrom(...WITH_POLICY), (args, service) => {
                for (const statement of statementsOf(service, args)) {
                    const everybody = FOR_EVERYBODY[`${service} ${statement.Sid ?? ""}`];
                    if (everybody === undefined) {
                        assert.deepEqual(statement.Condition, expectedCondition(statement, args, service));
                    } else {
                        assert.equal(statement.Condition, undefined);
                        asList(statement.Resource).forEach((resource) => assert.match(resource, everybody));
                    }
                }
            }),
            { numRuns: 300 },
        );
    });

    it("a FIPS endpoint lets the same through as the service it stands for", () => {
        for (const service of ORDINARY) {
            const { fips } = ENDPOINT_SERVICES[service];
            if (fips !== undefined) {
                assert.deepEqual(endpointPolicy(fips, ARGS), endpointPolicy(service, ARGS), fips);
            }
        }
    });

    it("no resource belongs to another account, unless it is AWS's own", () => {
        const foreign = ORDINARY.flatMap((service) =>
            statementsOf(service).flatMap(({ Resource }) =>
                asList(Resource)
                    .filter((resource) => resource !== "*" && !resource.startsWith("arn:aws:s3:::"))
                    .filter((resource) => resource.split(":")[4] !== "111122223333")
                    .map((resource) => `${service} ${resource}`),
            ),
        );
        assert.deepEqual(foreign, [
            "sagemaker.api arn:aws:sagemaker:eu-west-1:aws:hub/SageMakerPublicHub",
            "sagemaker.api arn:aws:sagemaker:eu-west-1:aws:hub-content/SageMakerPublicHub/*",
            "bedrock arn:aws:bedrock:*::foundation-model/*",
            "bedrock-runtime arn:aws:bedrock:*::foundation-model/*",
            "identitystore arn:aws:identitystore::*:identitystore/*",
            "identitystore arn:aws:identitystore:::group/*",
            "identitystore arn:aws:identitystore:::membership/*",
            "identitystore arn:aws:identitystore:::user/*",
        ]);
    });

    it("policy P40 finds nothing to say", () => {
        for (const service of WITH_POLICY) {
            const named = change(
                cleanStack(),
                "endpoint-sts",
                "serviceName",
                ENDPOINT_SERVICES[service].serviceName(ARGS.region),
            );
            const text = JSON.stringify(endpointPolicy(service, ARGS));
            assert.deepEqual(verdict("P40", change(named, "endpoint-sts", "policy", text)), [], service);
        }
    });

    it("every statement has a name of its own", () => {
        for (const service of WITH_POLICY) {
            const names = statementsOf(service).map(({ Sid }) => Sid);
            assert.deepEqual([...new Set(names)], names, service);
            names.forEach((name) => assert.match(name ?? "", /^[A-Za-z0-9]+$/, service));
        }
    });

    it("every document fits with all features, an organization, 40 of the longest buckets and 20 roles", () => {
        const roles = Array.from(
            { length: 20 },
            (_, index) => `arn:aws:iam::111122223333:role/${"r".repeat(62)}${index}`,
        );
        const args: EndpointPolicyArgs = {
            ...ARGS,
            organization: "o-abcdefghij1234567890abcdefghij12",
            dataBuckets: Array.from({ length: 40 }, (_, index) => `${"b".repeat(61)}${index + 10}`),
            onlyRoles: { s3: roles },
        };
        for (const service of WITH_POLICY) {
            const text = JSON.stringify(endpointPolicy(service, args));
            assert.equal(checkedText("endpoint policy", service, text), text);
        }
    });

    describe("against AWS's service authorization reference", () => {
        const reads: Read[] = [];
        before(async () => {
            for (const service of ORDINARY) {
                for (const statement of statementsOf(service)) {
                    reads.push(await readStatement(`${service} ${statement.Sid ?? ""}`, "endpoint", statement));
                }
            }
        });

        const rules: readonly (readonly [string, Rule])[] = [
            ["names only actions that exist", existingActions],
            ["names only condition keys that exist", existingKeys],
            ["asks of every action only keys that it carries", carriedKeys],
            [
                "has no Allow on * that could name its resource, and no action elsewhere that stands on * only",
                reasonForEverything,
            ],
            ["gives every action a resource it can have, and every resource an action", fittingResources],
        ];
        /** Right on purpose: the finding, and why. */
        const publicHub = "the reference knows hubs of accounts only; AWS's own has aws in the account's place";
        const exceptions: Readonly<Record<string, string>> = {
            "sagemaker.api PublicHub: no resource fits sagemaker:DescribeHub": publicHub,
            "sagemaker.api PublicHub: no resource fits sagemaker:DescribeHubContent": publicHub,
            "sagemaker.api PublicHub: no resource fits sagemaker:ListHubContentVersions": publicHub,
            "sagemaker.api PublicHub: no resource fits sagemaker:ListHubContents": publicHub,
            "sagemaker.api PublicHub: no action fits arn:aws:sagemaker:eu-west-1:aws:hub/SageMakerPublicHub": publicHub,
            "sagemaker.api PublicHub: no action fits arn:aws:sagemaker:eu-west-1:aws:hub-content/SageMakerPublicHub/*":
                publicHub,
            "monitoring Metrics: Allow on * of cloudwatch:GetMetricData": "the dataset type is for OTLP metrics",
            "monitoring Metrics: Allow on * of cloudwatch:ListMetrics": "the dataset type is for OTLP metrics",
            "monitoring Metrics: Allow on * of cloudwatch:PutMetricData": "the dataset type is for OTLP metrics",
        };
        const findings = async (rule: Rule): Promise<string[]> =>
            (await Promise.all(reads.map(async (read) => rule(read)))).flat();
        for (const [what, rule] of rules) {
            it(what, async () => {
                assert.deepEqual(
                    (await findings(rule)).filter((finding) => exceptions[finding] === undefined),
                    [],
                );
            });
        }

        it("needs every exception", async () => {
            const all = (await Promise.all(rules.map(([, rule]) => findings(rule)))).flat();
            assert.deepEqual(
                Object.keys(exceptions).filter((exception) => !all.includes(exception)),
                [],
            );
        });
    });
});

function expectedCondition(
    statement: Statement,
    args: EndpointPolicyArgs,
    service: ServiceKey,
): Record<string, Record<string, unknown>> {
    const ownResource = ["s3 CanvasBuckets", "sagemaker-data-science-assistant Chat", "q Chat"];
    return {
        StringEquals: {
            ...(args.organization === undefined
                ? { "aws:PrincipalAccount": "111122223333" }
                : { "aws:PrincipalOrgID": ORGANIZATION }),
            ...(ownResource.includes(`${service} ${statement.Sid ?? ""}`)
                ? { "aws:ResourceAccount": "111122223333" }
                : {}),
        },
        ...(args.onlyRoles === undefined
            ? {}
            : { ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/mlops"] } }),
    };
}
