import type { ConditionCase } from "./shape";

const page = "reference_policies_elements_condition_operators";

/** The suffix `IfExists`. */
export const ifExists: readonly ConditionCase[] = [
    {
        name: "StringLikeIfExists absent",
        page,
        fact: "an absent key evaluates as true",
        condition: { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } },
        holds: "yes",
    },
    {
        name: "StringLikeIfExists present, match",
        page,
        fact: "a present key is processed as specified",
        condition: { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } },
        context: { "ec2:InstanceType": "t2.micro" },
        holds: "yes",
    },
    {
        name: "StringLikeIfExists present, no match",
        page,
        fact: "a present key is processed as specified",
        condition: { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } },
        context: { "ec2:InstanceType": "m5.large" },
        holds: "no",
    },
    {
        name: "StringNotEqualsIfExists absent",
        page,
        fact: "a Deny with StringNotEqualsIfExists still denies when the tag is missing",
        condition: { StringNotEqualsIfExists: { "aws:RequestTag/team": "blue" } },
        holds: "yes",
    },
    {
        name: "StringNotEqualsIfExists equal",
        page,
        fact: "a present key is processed as specified",
        condition: { StringNotEqualsIfExists: { "aws:RequestTag/team": "blue" } },
        context: { "aws:RequestTag/team": "blue" },
        holds: "no",
    },
    {
        name: "BoolIfExists absent",
        page: "reference_policies_elements_notaction",
        fact: "BoolIfExists false on aws:MultiFactorAuthPresent also covers requests without the key",
        condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
        holds: "yes",
    },
    {
        name: "BoolIfExists present",
        page: "reference_policies_elements_notaction",
        fact: "with MFA the condition fails",
        condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
        context: { "aws:MultiFactorAuthPresent": "true" },
        holds: "no",
    },
    {
        name: "NumericLessThanIfExists absent",
        page,
        fact: "any operator but Null takes IfExists",
        condition: { NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "300" } },
        holds: "yes",
    },
    {
        name: "IpAddressIfExists and StringEqualsIfExists, one present",
        page: "reference_policies_condition-keys",
        fact: "each key is checked only if present",
        condition: {
            IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" },
            StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" },
        },
        context: { "aws:SourceVpc": "vpc-1" },
        holds: "yes",
    },
    {
        name: "IfExists spares only the missing key",
        page,
        fact: "other elements can still result in a nonmatch",
        condition: {
            IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" },
            StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" },
        },
        context: { "aws:SourceVpc": "vpc-2" },
        holds: "no",
    },
];
