import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import {
    DescribeNetworkAclsCommand,
    DescribeSubnetsCommand,
    DescribeVpcEndpointsCommand,
    DescribeVpcsCommand,
    EC2Client,
    EC2ServiceException,
} from "@aws-sdk/client-ec2";
import { mockClient } from "aws-sdk-client-mock";

import { type ClientFactory, facts, type FactsOptions } from "../../commands/facts/run";
import { UserError } from "../../commands/open/outputs";
import { ROOT } from "../preflight/cliProcess";
import { SAMPLE_VPC } from "../preflight/facts/sample";
import { answer, sampleVpc } from "./factsAnswers";

const ec2 = mockClient(EC2Client);
const client: ClientFactory = (region) => new EC2Client({ region });
const noClient: ClientFactory = () => assert.fail("AWS is asked");

function failure(name: string, message = "no"): EC2ServiceException {
    return new EC2ServiceException({ name, message, $fault: "client", $metadata: {} });
}

describe("facts, where it goes wrong", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "facts-"));
    const out = path.join(directory, "vpc.json");
    const options: FactsOptions = { vpcId: SAMPLE_VPC.vpcId, projectDir: ROOT, region: "eu-west-1", out };
    const stackFile = path.join(ROOT, "tests/stacks/existing-vpc.yaml");
    const saved = { ...process.env };

    beforeEach(() => {
        ec2.reset();
        answer(ec2, sampleVpc());
        delete process.env["AWS_REGION"];
        delete process.env["AWS_DEFAULT_REGION"];
    });

    after(() => {
        ec2.restore();
        process.env = saved;
        rmSync(directory, { recursive: true });
    });

    const refused = async (message: string, changes: Partial<FactsOptions> = {}): Promise<void> => {
        await assert.rejects(facts({ ...options, ...changes }, client), new UserError(message));
        assert.equal(existsSync(out), false, "nothing is written");
    };

    it("names every refused action once, and the least policy that allows them", async () => {
        const denied = failure("UnauthorizedOperation", "You are not authorized to perform this operation.");
        ec2.on(DescribeVpcEndpointsCommand).rejects(denied);
        ec2.on(DescribeNetworkAclsCommand).rejects(denied);
        ec2.on(DescribeSubnetsCommand).rejects(failure("RequestLimitExceeded"));
        await refused(
            [
                "Your credentials may not call ec2:DescribeNetworkAcls, ec2:DescribeVpcEndpoints; nothing was written.",
                "Have this policy added to your role, or run the command with one that has it:",
                '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:DescribeNetworkAcls","ec2:DescribeVpcEndpoints"],"Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}',
            ].join("\n"),
        );
    });

    const noVpc =
        "There is no VPC vpc-0a1b2c3d4e5f60718 in eu-west-1 of the account your credentials are of. Check the id, --region, and which account you are signed in to.";
    const named: readonly (readonly [string, string, string])[] = [
        ["no such VPC", "InvalidVpcID.NotFound", noVpc],
        [
            "no credentials",
            "CredentialsProviderError",
            "No AWS credentials were found: sign in first (aws sso login, or the environment's variables).",
        ],
        ["old credentials", "RequestExpired", "Your AWS credentials have expired: sign in again."],
        [
            "credentials AWS does not know",
            "AuthFailure",
            "AuthFailure: AWS does not accept your credentials in eu-west-1. Sign in again; if that does not help, ask whether the Region is enabled for the account.",
        ],
        [
            "too many requests",
            "RequestLimitExceeded",
            "AWS answers too many requests of this account in eu-west-1. Try again in a minute.",
        ],
    ];
    for (const [what, name, message] of named) {
        it(`${what}: tells what and what to do`, async () => {
            ec2.on(DescribeVpcsCommand).rejects(failure(name));
            await refused(message);
        });
    }

    it("an answer without the VPC: there is none", async () => {
        ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [] });
        await refused(noVpc);
    });

    it("AWS is not reached: tells the cause", async () => {
        ec2.on(DescribeVpcsCommand).rejects(new Error("getaddrinfo ENOTFOUND ec2.eu-west-9.amazonaws.com"));
        await refused(
            "Error: getaddrinfo ENOTFOUND ec2.eu-west-9.amazonaws.com\nEC2 in eu-west-1 did not answer; nothing was written. Check the Region's name and your connection.",
        );
    });

    it("something the file has no word for: says where", async () => {
        const [subnet] = sampleVpc().subnets;
        answer(ec2, sampleVpc({ subnets: [{ ...subnet, CidrBlock: undefined }] }));
        await refused(
            "EC2 answered something this version has no word for; nothing was written:\n" +
                "  subnets.0.cidr: an IPv4 range such as 10.50.0.0/20",
        );
    });

    it("a VPC of another account than the stack's: says both", async () => {
        const all = sampleVpc();
        answer(ec2, sampleVpc({ vpc: { ...all.vpc, OwnerId: "444455556666" } }));
        await refused(
            "vpc-0a1b2c3d4e5f60718 belongs to account 444455556666, stack existing-vpc to 111122223333 (account.id). Sign in to the stack's account, or use a VPC of it: AWS lets only the owner of a subnet make endpoints in it.",
            { stackFile },
        );
    });

    const unasked: readonly (readonly [string, Partial<FactsOptions>, string])[] = [
        [
            "what is no VPC id",
            { vpcId: "vpc-mine" },
            '"vpc-mine" is not the id of a VPC: vpc- and 8 or 17 digits or letters a to f.',
        ],
        [
            "another Region than the stack's",
            { stackFile, region: "eu-west-2" },
            "--region is eu-west-2, aws:region of existing-vpc.yaml is eu-west-1. Leave --region out.",
        ],
    ];
    for (const [what, changes, message] of unasked) {
        it(`${what}: refused before AWS is asked`, async () => {
            await assert.rejects(facts({ ...options, ...changes }, noClient), new UserError(message));
        });
    }

    it("no Region anywhere: refused before AWS is asked", async () => {
        const { region: _, ...rest } = options;
        await assert.rejects(
            facts(rest, noClient),
            new UserError("No Region: give --region, --stack, --config-file, or the variable AWS_REGION."),
        );
    });

    it("a file that cannot be written: says why", async () => {
        const taken = path.join(directory, "taken");
        mkdirSync(taken);
        await assert.rejects(facts({ ...options, out: taken }, client), (error) => {
            assert.ok(error instanceof UserError);
            assert.match(error.message, /taken cannot be written: EISDIR.*\. Name another with --out\.$/);
            return true;
        });
    });
});
