import { LOBS } from "./lobs";
import { type Scenario, scenario, type StsVerdict, sessionPolicy } from "./scenario";

const DENIED: StsVerdict = { code: "AccessDenied", status: 403 };
const INVALID: StsVerdict = { code: "ValidationError", status: 400 };

const NOT_ADMITTED = { status: 403, error: "not_admitted" };
const UNAVAILABLE = { status: 503, error: "unavailable" };

const TRUST = "IAM user guide, ";
const API = "STS API AssumeRole, ";

/**
 * Requests to STS and its verdicts, given a role whose trust policy asks for the presign function's role, the line of
 * business's external id, and one tag, not transitive, that session name and source identity equal. Written down from
 * AWS's documentation; nothing here is computed. Those with a fault are what a function would send that lacks a part.
 */
export const STS_VERDICTS: readonly Scenario[] = [
    scenario({
        name: "all as the role's trust policy wants it",
        person: "ada",
        answer: { status: 302 },
        source: `${TRUST}"How to use trust policies with IAM roles": every condition holds`,
    }),
    scenario({
        name: "the same for another line of business in another account",
        person: "bob@example.com",
        lob: "lob-b",
        answer: { status: 302 },
        source: `${TRUST}"Cross-account resource access": both accounts allow it`,
    }),
    scenario({
        name: "a name of the least length",
        person: "al",
        answer: { status: 302 },
        source: `${API}RoleSessionName: 2 to 64 characters`,
    }),
    scenario({
        name: "a name of the greatest length, with every character there may be",
        person: `x.y_z+1=2@${"long-".repeat(10)}name`,
        answer: { status: 302 },
        source: `${API}RoleSessionName: 2 to 64 characters of [\\w+=,.@-]`,
    }),
    scenario({
        name: "another line of business's external id",
        person: "wrong.external.id",
        directory: { externalId: LOBS["lob-b"].externalId },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Access to AWS accounts owned by third parties": sts:ExternalId must equal`,
    }),
    scenario({
        name: "the external id in another case",
        person: "external.id.case",
        directory: { externalId: "Private-Studio/prod/lob-a" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Condition operators": StringEquals compares with case`,
    }),
    scenario({
        name: "no external id",
        person: "no.external.id",
        fault: [/,ExternalId:[\w$]+(?=,DurationSeconds)/, ""],
        assumes: { ExternalId: undefined },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Condition operators": StringEquals is false for a key that is absent`,
    }),
    scenario({
        name: "a role that does not exist",
        person: "no.role",
        directory: { roleArn: "arn:aws:iam::222233334444:role/private-studio/prod/lob-a/gone" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Troubleshoot IAM roles": a role that is not there answers as one that denies`,
    }),
    scenario({
        name: "a role under another path",
        person: "no.path",
        directory: { roleArn: "arn:aws:iam::222233334444:role/lob-a-access" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"IAM identifiers": the path is part of the ARN`,
    }),
    scenario({
        name: "a role whose trust policy names somebody else",
        person: "trusts.another",
        directory: { roleArn: "arn:aws:iam::222233334444:role/private-studio/prod/lob-a/execution" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"AWS JSON policy elements: Principal"`,
    }),
    scenario({
        name: "one session name for everybody",
        person: "session.name",
        fault: [/RoleSessionName:[\w$]+(?=,SourceIdentity)/, 'RoleSessionName:"studio"'],
        assumes: { RoleSessionName: "studio" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"IAM and AWS STS condition context keys", sts:RoleSessionName`,
    }),
    scenario({
        name: "no source identity",
        person: "no.source.identity",
        fault: [/SourceIdentity:[\w$]+,/, ""],
        assumes: { SourceIdentity: undefined },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Monitor and control actions taken with assumed roles": the condition requires one`,
    }),
    scenario({
        name: "somebody else's source identity",
        person: "other.source.identity",
        fault: [/SourceIdentity:[\w$]+,/, 'SourceIdentity:"ada",'],
        assumes: { SourceIdentity: "ada" },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"IAM and AWS STS condition context keys", sts:SourceIdentity`,
    }),
    scenario({
        name: "no tag",
        person: "no.tag",
        fault: [/Tags:\[\{[^}]*\}\],/, ""],
        assumes: { Tags: [] },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Pass session tags in AWS STS": aws:RequestTag in the trust policy makes the tag mandatory`,
    }),
    scenario({
        name: "somebody else's tag",
        person: "other.tag",
        fault: [/(Tags:\[\{Key:[\w$]+,Value:)[\w$]+/, '$1"ada"'],
        assumes: { Tags: [{ Key: "studiouserid", Value: "ada" }] },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"Pass session tags in AWS STS": session name and tag differ`,
    }),
    scenario({
        name: "the tag under another key",
        person: "tag.key",
        fault: [/(Tags:\[\{Key:)[\w$]+/, '$1"person"'],
        assumes: { Tags: [{ Key: "person", Value: "tag.key" }] },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"AWS global condition context keys", aws:TagKeys`,
    }),
    scenario({
        name: "a second tag beside it",
        person: "two.tags",
        fault: [/(Tags:\[\{[^}]*\})\]/, '$1,{Key:"team",Value:"any"}]'],
        assumes: {
            Tags: [
                { Key: "studiouserid", Value: "two.tags" },
                { Key: "team", Value: "any" },
            ],
        },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"AWS global condition context keys", aws:TagKeys with ForAllValues`,
    }),
    scenario({
        name: "a tag that goes on to further roles",
        person: "transitive.tag",
        fault: [/(Tags:\[\{[^}]*\}\])/, '$1,TransitiveTagKeys:["studiouserid"]'],
        assumes: { TransitiveTagKeys: ["studiouserid"] },
        sts: DENIED,
        answer: NOT_ADMITTED,
        source: `${TRUST}"IAM and AWS STS condition context keys", sts:TransitiveTagKeys`,
    }),
    scenario({
        name: "twelve hours for a chained role",
        person: "too.long",
        fault: [/DurationSeconds:[\w$]+(?=,Policy)/, "DurationSeconds:43200"],
        assumes: { DurationSeconds: "43200" },
        sts: INVALID,
        answer: UNAVAILABLE,
        source: `${TRUST}"Methods to assume a role": role chaining limits a session to one hour`,
    }),
    scenario({
        name: "ten minutes",
        person: "too.short",
        fault: [/DurationSeconds:[\w$]+(?=,Policy)/, "DurationSeconds:600"],
        assumes: { DurationSeconds: "600" },
        sts: INVALID,
        answer: UNAVAILABLE,
        source: `${API}DurationSeconds: minimum value of 900`,
    }),
    scenario({
        name: "a session name with a wildcard",
        person: "wildcard.name",
        fault: [/RoleSessionName:[\w$]+(?=,SourceIdentity)/, 'RoleSessionName:"a*"'],
        assumes: { RoleSessionName: "a*" },
        sts: INVALID,
        answer: UNAVAILABLE,
        source: `${API}RoleSessionName: pattern [\\w+=,.@-]*`,
    }),
    scenario({
        name: "a source identity of AWS's own",
        person: "aws.identity",
        fault: [/SourceIdentity:[\w$]+,/, 'SourceIdentity:"aws:ada",'],
        assumes: { SourceIdentity: "aws:ada" },
        sts: INVALID,
        answer: UNAVAILABLE,
        source: `${API}SourceIdentity: must not begin with aws:`,
    }),
    scenario({
        name: "a session policy that is none",
        person: "broken.policy",
        fault: [/Policy:JSON\.stringify\(\{Version:"2012-10-17"/, 'Policy:JSON.stringify({Version:"2026-01-01"'],
        assumes: {
            Policy: sessionPolicy(
                "arn:aws:sagemaker:eu-west-1:222233334444:user-profile/d-aaaaaaaaaaaa/user-broken-policy",
            ).replace("2012-10-17", "2026-01-01"),
        },
        sts: { code: "MalformedPolicyDocument", status: 400 },
        answer: UNAVAILABLE,
        source: `${API}errors, MalformedPolicyDocument`,
    }),
    scenario({
        name: "policy and tags too large together",
        person: "packed.policy",
        sts: { code: "PackedPolicyTooLarge", status: 400 },
        answer: UNAVAILABLE,
        source: `${API}errors, PackedPolicyTooLarge`,
    }),
    scenario({
        name: "a Region in which STS is switched off for the account",
        person: "region.disabled",
        sts: { code: "RegionDisabledException", status: 403 },
        answer: UNAVAILABLE,
        source: `${API}errors, RegionDisabled`,
    }),
    scenario({
        name: "the function's own credentials have run out",
        person: "expired.credentials",
        sts: { code: "ExpiredTokenException", status: 400 },
        answer: UNAVAILABLE,
        source: "STS API, Common Error Types, ExpiredTokenException",
    }),
];
