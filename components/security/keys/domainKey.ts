import type { StudioRoleArns } from "../roles/roleNames";
import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "./statements";

/** Whose apps and jobs use the domain's key. */
export interface DomainKeyArgs extends KeyPlace {
    readonly roles: StudioRoleArns;
}

const USE = [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
];

/** What Studio does with the domain's key: home directories, the volumes of spaces, and those of jobs and endpoints. */
export function domainKeyUse(args: DomainKeyArgs): Statement[] {
    const viaStudio = via(args, "ec2", "elasticfilesystem", "sagemaker");
    const { execution, jobs } = args.roles;
    return [
        {
            Sid: "UseThroughStudio",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: USE,
            Resource: THIS_KEY,
            Condition: { ArnEquals: { "aws:PrincipalArn": [...execution] }, StringEquals: viaStudio },
        },
        // A job has volumes of its own and nobody's home.
        ...(jobs.length > 0 ? [volumesOfJobs(args)] : []),
        {
            // Whoever makes the domain makes its file system: SageMaker and EFS ask for these in their name. Sources: EFS
            // user guide, "Using AWS KMS keys for Amazon EFS"; permissions of CloudFormation's AWS::SageMaker::Domain.
            Sid: "HomesOfTheDomain",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
            Resource: THIS_KEY,
            Condition: {
                StringEquals: via(args, "elasticfilesystem", "sagemaker"),
            },
        },
        {
            // The deployer makes the domain and the roles open spaces; both let the service attach the key, nobody else.
            Sid: "GrantsOfServices",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:CreateGrant"],
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaStudio },
        },
    ];
}

function volumesOfJobs(args: DomainKeyArgs): Statement {
    return {
        Sid: "VolumesOfJobs",
        Effect: "Allow",
        Principal: accountPrincipal(args),
        Action: USE,
        Resource: THIS_KEY,
        Condition: {
            ArnEquals: { "aws:PrincipalArn": [...args.roles.jobs] },
            StringEquals: via(args, "ec2", "sagemaker"),
        },
    };
}
