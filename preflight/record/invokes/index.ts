import { ENDPOINT_SERVICES, partitionOf } from "../../../policy-pack/facts";
import { prefixListId } from "../prefixLists";
import { zonesOf } from "../zones";
import { endpointService } from "./endpointService";
import { imageParameter } from "./images";
import { policyDocument } from "./policyDocument";
import { QUOTAS } from "./quotas";
import { identityCenterInstances, identityStoreGroup } from "./signIn";

/** Where an invoke is answered for: account and Region of its provider. */
export interface InvokePlace {
    readonly account: string;
    readonly region: string;
}

/** A made-up answer. */
export interface InvokeAnswer {
    readonly answer: Readonly<Record<string, unknown>>;
    /** Why it is a fair one; undefined when it follows from the arguments alone and assumes nothing. */
    readonly why?: string;
}

/** An invoke that cannot be answered; the message says what to do. */
export class UnansweredInvoke extends Error {}

type Args = Readonly<Record<string, unknown>>;
type Answerer = (args: Args, place: InvokePlace) => InvokeAnswer;

const ANSWERS: Readonly<Record<string, Answerer>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { account, region }) => ({
        answer: {
            id: account,
            accountId: account,
            arn: `arn:${partitionOf(region).id}:sts::${account}:assumed-role/deployment/preflight`,
            userId: "AROAPREFLIGHT0000000A:preflight",
        },
        why: "the account is the provider's; the caller is a role nobody has named here",
    }),
    "aws:index/getRegion:getRegion": (args, place) => {
        const region = text(args, "region", place.region);
        const endpoint = `ec2.${region}.${partitionOf(region).dnsSuffix}`;
        return {
            answer: { id: region, name: region, region, description: region, endpoint },
            why: "the provider's Region",
        };
    },
    "aws:index/getPartition:getPartition": (_, { region }) => {
        const { id, dnsSuffix } = partitionOf(region);
        const reverseDnsPrefix = dnsSuffix.split(".").reverse().join(".");
        return {
            answer: { id, partition: id, dnsSuffix, reverseDnsPrefix },
            why: "the partition of the provider's Region",
        };
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": (args, place) => {
        const region = text(args, "region", place.region);
        const zones = zonesOf(region).filter(
            ({ name, id }) =>
                !listed(args, "excludeNames").includes(name) && !listed(args, "excludeZoneIds").includes(id),
        );
        return {
            answer: {
                ...args,
                id: region,
                region,
                names: zones.map(({ name }) => name),
                zoneIds: zones.map(({ id }) => id),
                groupNames: [region],
            },
            why: "AWS's published zone ids, all available; in older Regions each account has its own order of letters; filters are not applied",
        };
    },
    "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
        const document = policyDocument(args);
        const minifiedJson = JSON.stringify(document);
        const json = JSON.stringify(document, null, 2);
        return {
            answer: { ...args, id: String(minifiedJson.length), json, minifiedJson, version: document["Version"] },
        };
    },
    "aws:servicequotas/getServiceQuota:getServiceQuota": (args, { account, region }) => {
        const serviceCode = text(args, "serviceCode", "");
        const quotaCode = text(args, "quotaCode", "");
        const quota = QUOTAS.find((row) => row.serviceCode === serviceCode && row.quotaCode === quotaCode);
        if (quota === undefined) {
            throw new UnansweredInvoke(
                `the default of quota ${quotaCode} of service ${serviceCode} is not in preflight/record/invokes/quotas.ts; add a row with AWS's default value`,
            );
        }
        const arn = `arn:${partitionOf(region).id}:servicequotas:${region}:${account}:${serviceCode}/${quotaCode}`;
        return {
            answer: {
                ...quota,
                id: arn,
                arn,
                region,
                adjustable: true,
                globalQuota: false,
                defaultValue: quota.value,
                usageMetrics: [],
            },
            why: "AWS's default quota; the account may have been granted another",
        };
    },
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": (args, { region }) => {
        const { answer, problem } = endpointService(args, region);
        if (answer === undefined) {
            throw new UnansweredInvoke(problem);
        }
        return {
            answer: { ...args, ...answer },
            why: "the endpoint catalogue; whether AWS offers the service in every zone of the Region is not known here",
        };
    },
    "aws:ssoadmin/getInstances:getInstances": (_, place) => ({
        answer: identityCenterInstances(place),
        why: "one instance of IAM Identity Center in the domain's Region; whether the account sees one is not known here",
    }),
    "aws:identitystore/getGroup:getGroup": (args, place) => {
        const answer = identityStoreGroup(args, place);
        if (answer === undefined) {
            throw new UnansweredInvoke("a group is asked for otherwise than by its display name");
        }
        return { answer, why: "the group exists; who its members are is not known here" };
    },
    "aws:ssm/getParameter:getParameter": (args, { region }) => {
        const answer = imageParameter(args, region);
        if (answer === undefined) {
            throw new UnansweredInvoke("only AWS's parameters with images of Amazon Linux are known here");
        }
        return { answer, why: "a made-up image; Amazon publishes new ones every few weeks" };
    },
    "aws:ec2/getPrefixList:getPrefixList": (args, { region }) => {
        const name = text(args, "name", ENDPOINT_SERVICES.s3.serviceName(region));
        return {
            answer: { ...args, id: prefixListId(name), prefixListId: prefixListId(name), name, region, cidrBlocks: [] },
            why: "a made-up list; the service's address ranges are not known here",
        };
    },
};

/**
 * Answers a provider function without a cloud.
 *
 * @throws UnansweredInvoke when the table has no answer: guessing one would prove things about another deployment
 */
export function answerInvoke(token: string, args: Args, place: InvokePlace): InvokeAnswer {
    const answerer = Object.hasOwn(ANSWERS, token) ? ANSWERS[token] : undefined;
    if (answerer === undefined) {
        throw new UnansweredInvoke(
            "the preflight asks no cloud and has no answer for it; write the value into the stack file, or add an answer to preflight/record/invokes",
        );
    }
    return answerer(args, place);
}

function text(args: Args, key: string, fallback: string): string {
    const value = args[key];
    return typeof value === "string" ? value : fallback;
}

function listed(args: Args, key: string): readonly unknown[] {
    const value = args[key];
    return Array.isArray(value) ? value : [];
}
