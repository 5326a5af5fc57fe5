import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, type Sketch } from "../../fixture/build";
import { cleanStack, STATEMENTS } from "../../fixture/stack";
import { verdict } from "../verdict";

/** Documents given as data may be unknown in part: only what the unknown part decides is undecided. */
function data(name: string, statement: object): Sketch[] {
    return change(cleanStack(), name, "policy", { Version: "2012-10-17", Statement: [statement] });
}

const { passJobRole, openSameTag, endpoint, bucket } = STATEMENTS;
const JOBS = "RolePolicy execution-jobs: statement PassJobRole of execution-jobs";
const OPEN =
    "RolePolicy user-presign: it cannot be ruled out that statement OpenSameTag of user-presign allows sagemaker:CreatePresignedDomainUrl";
const TAG = { "sagemaker:ResourceTag/employeeNumber": "${aws:PrincipalTag/employeeNumber}" };

describe("documents that are unknown in part", () => {
    const cases: readonly (readonly [
        id: string,
        what: string,
        stack: readonly Sketch[],
        expected: readonly string[],
    ])[] = [
        [
            "P46",
            "an unknown role",
            data("execution-jobs", { ...passJobRole, Resource: UNKNOWN }),
            [`undecided: ${JOBS} names a role that is not known yet; it must be an exact role ARN.`],
        ],
        [
            "P46",
            "an unknown role beside a wildcard",
            data("execution-jobs", { ...passJobRole, Resource: [UNKNOWN, "*"] }),
            [`violation: ${JOBS} passes *. Name exact role ARNs without wildcards.`],
        ],
        [
            "P46",
            "an unknown service",
            data("execution-jobs", { ...passJobRole, Condition: { StringEquals: { "iam:PassedToService": UNKNOWN } } }),
            [`undecided: ${JOBS} passes roles to a service not known yet; allowed: sagemaker.amazonaws.com.`],
        ],
        [
            "P46",
            "an unknown action",
            data("execution-jobs", { ...passJobRole, Action: [UNKNOWN] }),
            [
                "undecided: RolePolicy execution-jobs: the actions of statement PassJobRole of execution-jobs are not known yet, so whether it passes roles cannot be told.",
            ],
        ],
        [
            "P45",
            "an unknown resource of a narrow action",
            data("execution-jobs", { Effect: "Allow", Action: "s3:GetObject", Resource: UNKNOWN }),
            [],
        ],
        [
            "P45",
            "an unknown resource of every action",
            data("execution-jobs", { Sid: "S3", Effect: "Allow", Action: "s3:*", Resource: UNKNOWN }),
            [
                "undecided: RolePolicy execution-jobs: statement S3 of execution-jobs cannot be read in full, so whether it is too wide cannot be told.",
            ],
        ],
        [
            "P60",
            "an unknown VPC",
            data("user-presign", { ...openSameTag, Condition: { StringEquals: { ...TAG, "aws:SourceVpc": UNKNOWN } } }),
            [`undecided: ${OPEN} from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.`],
        ],
        [
            "P60",
            "an unknown address",
            data("user-presign", { ...openSameTag, Condition: { IpAddress: { "aws:SourceIp": UNKNOWN } } }),
            [`undecided: ${OPEN} from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.`],
        ],
        [
            "P60",
            "an unknown tag does not stand for a network",
            data("user-presign", { ...openSameTag, Condition: { StringEquals: { "aws:ResourceTag/a": UNKNOWN } } }),
            [
                "violation: RolePolicy user-presign: statement OpenSameTag of user-presign allows sagemaker:CreatePresignedDomainUrl from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.",
            ],
        ],
        [
            "P60",
            "an unknown resource",
            data("user-presign", { ...openSameTag, Resource: UNKNOWN }),
            [`undecided: ${OPEN} on more than user profiles. Name user-profile ARNs as Resource.`],
        ],
        [
            "P59",
            "an unknown value of the tag",
            data("user-presign", {
                ...openSameTag,
                Condition: { StringEquals: { "sagemaker:ResourceTag/employeeNumber": UNKNOWN } },
            }),
            [
                "undecided: RolePolicy user-presign: not all of its documents can be read; among the readable ones, statement OpenSameTag of user-presign does not compare employeeNumber. Add StringEquals sagemaker:ResourceTag/employeeNumber = aws:PrincipalTag/employeeNumber.",
            ],
        ],
        [
            "P40",
            "an unknown account is one account",
            data("endpoint-sts", { ...endpoint, Condition: { StringEquals: { "aws:PrincipalAccount": UNKNOWN } } }),
            [],
        ],
        [
            "P40",
            "an unknown resource of every action",
            data("endpoint-sts", { ...endpoint, Resource: UNKNOWN, Condition: undefined }),
            [
                "undecided: VpcEndpoint endpoint-sts: statement 1 cannot be read in full, so what it lets pass cannot be told.",
            ],
        ],
        [
            "P40",
            "an unknown bucket",
            data("endpoint-s3", { ...bucket, Resource: UNKNOWN }),
            [
                "undecided: VpcEndpoint endpoint-s3: statement Bucket cannot be read in full, so what it lets pass cannot be told.",
            ],
        ],
    ];
    for (const [id, what, stack, expected] of cases) {
        it(`${id}: ${what}`, () => assert.deepEqual(verdict(id, stack), expected));
    }
});
