import { writeFileSync } from "node:fs";

import { CreatePresignedDomainUrlCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, STSClient, STSServiceException } from "@aws-sdk/client-sts";
import { mockClient } from "aws-sdk-client-mock";

/**
 * Preloaded before `commands/open.ts` in a process of its own: AWS answers as told and every call is written to a file.
 * `AWS_DOUBLE_LINK` is SageMaker's answer; without it STS refuses. `AWS_DOUBLE_CALLS` names the file.
 */
const link = process.env["AWS_DOUBLE_LINK"];
const file = process.env["AWS_DOUBLE_CALLS"] as string;
const calls: unknown[] = [];

function called(input: unknown): void {
    calls.push(input);
    writeFileSync(file, JSON.stringify(calls));
}

mockClient(STSClient)
    .on(AssumeRoleCommand)
    .callsFake((input: unknown) => {
        called(input);
        if (link === undefined) {
            throw new STSServiceException({
                name: "AccessDenied",
                message:
                    "User: arn:aws:sts::111122223333:assumed-role/somebody/x is not authorized to perform: sts:AssumeRole",
                $fault: "client",
                $metadata: {},
            });
        }
        return {
            Credentials: {
                AccessKeyId: "ASIAEXAMPLE",
                SecretAccessKey: "key-of-nobody",
                SessionToken: "token-of-nobody",
                Expiration: new Date(0),
            },
        };
    });

mockClient(SageMakerClient)
    .on(CreatePresignedDomainUrlCommand)
    .callsFake((input: unknown) => {
        called(input);
        return { AuthorizedUrl: link };
    });
