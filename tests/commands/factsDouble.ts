import { EC2Client } from "@aws-sdk/client-ec2";
import { mockClient } from "aws-sdk-client-mock";

import { answer, sampleVpc } from "./factsAnswers";

/** Preloaded before `commands/facts.ts` in a process of its own: EC2 has the sample VPC, with DNS host names off. */
answer(mockClient(EC2Client), sampleVpc({ dns: { support: true, hostnames: false } }));
