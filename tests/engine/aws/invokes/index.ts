import { partitionOf } from "../../../../policy-pack/facts";
import { imageParameter } from "../../../../preflight/record/invokes/images";
import { endpointService } from "../../../../preflight/record/invokes/endpointService";
import { policyDocument } from "../../../../preflight/record/invokes/policyDocument";
import { identityCenterInstances, identityStoreGroup } from "../../../../preflight/record/invokes/signIn";
import { zonesOf } from "../../../../preflight/record/zones";
import { AwsError, ProviderError } from "../errors";
import { prefixListOf } from "../identities";
import { globalArn, regionalArn } from "../place";
import { quotaValue } from "../quotas";
import { serviceZones } from "../serviceZones";
import { type Properties, textAt } from "../values";
import type { Invoke, InvokeContext } from "./invoke";
import { LOOKUPS } from "./lookups";

/** What follows from the account, the Region and AWS's own tables. */
const FACTS: Readonly<Record<string, Invoke>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { place }) => ({
        id: place.account,
        accountId: place.account,
        arn: globalArn(place, "sts", "assumed-role/deployment/emulated"),
        userId: "AROAEMULATED00000000A:emulated",
    }),
    "aws:index/getRegion:getRegion": (args, { place }) => {
        const region = textAt(args, "region") ?? place.region;
        return {
            id: region,
            name: region,
            region,
            description: region,
            endpoint: `ec2.${region}.${partitionOf(region).dnsSuffix}`,
        };
    },
    "aws:index/getPartition:getPartition": (_, { place }) => {
        const { id, dnsSuffix } = partitionOf(place.region);
        return { id, partition: id, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": (args, { place }) => {
        const region = textAt(args, "region") ?? place.region;
        const zones = zonesOf(region);
        return {
            ...args,
            id: region,
            region,
            names: zones.map(({ name }) => name),
            zoneIds: zones.map(({ id }) => id),
            groupNames: [region],
        };
    },
    "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
        const document = policyDocument(args);
        const minifiedJson = JSON.stringify(document);
        return { ...args, id: String(minifiedJson.length), json: JSON.stringify(document, null, 2), minifiedJson };
    },
    "aws:ssm/getParameter:getParameter": (args, { place }) => {
        const answer = imageParameter(args, place.region);
        if (answer === undefined) {
            throw new AwsError("ParameterNotFound", `no parameter is named '${textAt(args, "name")}'`);
        }
        return { ...answer };
    },
    "aws:ec2/getPrefixList:getPrefixList": (args, { place }) => {
        const name = textAt(args, "name") ?? "";
        if (![`com.amazonaws.${place.region}.s3`, `com.amazonaws.${place.region}.dynamodb`].includes(name)) {
            throw new AwsError("InvalidPrefixListID.NotFound", `no prefix list is named '${name}'`);
        }
        return {
            ...args,
            id: prefixListOf(name),
            prefixListId: prefixListOf(name),
            name,
            region: place.region,
            cidrBlocks: [],
        };
    },
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": (args, { store, place }) => {
        const { answer } = endpointService(args, place.region);
        if (answer === undefined) {
            throw new AwsError("InvalidServiceName", `the VPC endpoint service ${nameIn(args)} does not exist`);
        }
        const availabilityZones = serviceZones(store, place, String(answer["serviceName"]));
        return { ...args, ...answer, availabilityZones };
    },
    "aws:ssoadmin/getInstances:getInstances": (_, { place }) => ({ ...identityCenterInstances(place) }),
    "aws:identitystore/getGroup:getGroup": (args, { place }) => {
        const group = identityStoreGroup(args, place);
        // A group of this name is in nobody's directory.
        if (group === undefined || group["displayName"] === "no-such-group") {
            throw new AwsError("ResourceNotFoundException", "GROUP not found");
        }
        return { ...group };
    },
    "aws:servicequotas/getServiceQuota:getServiceQuota": (args, { place, quotas }) => {
        const service = textAt(args, "serviceCode") ?? "";
        const code = textAt(args, "quotaCode") ?? "";
        const quota = quotaValue(service, code, quotas);
        if (quota === undefined) {
            throw new AwsError(
                "NoSuchResourceException",
                `quota ${code} of ${service} is not in tests/engine/aw./quotaTable.json`,
            );
        }
        const arn = regionalArn(place, "servicequotas", `${service}/${code}`);
        const defaultValue = quotaValue(service, code, "newAccount")?.value;
        return {
            ...args,
            id: arn,
            arn,
            value: quota.value,
            defaultValue,
            quotaName: quota.name,
            adjustable: true,
            globalQuota: false,
        };
    },
};

function nameIn(args: Properties): string {
    return textAt(args, "serviceName") ?? textAt(args, "service") ?? "";
}

const INVOKES: Readonly<Record<string, Invoke>> = { ...FACTS, ...LOOKUPS };

/**
 * Answers a provider function.
 * @throws ProviderError for a function the emulator does not know: an invented answer would prove nothing
 */
export function invoke(token: string, args: Properties, context: InvokeContext): Properties {
    const answer = Object.hasOwn(INVOKES, token) ? INVOKES[token] : undefined;
    if (answer === undefined) {
        throw new ProviderError(
            `the emulated aws provider does not answer ${token}; add it to tests/engine/aws/invokes`,
        );
    }
    return answer(args, context);
}
