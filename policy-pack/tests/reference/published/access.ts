import { checksOf, NOT_STUDIO, type PublishedCheck } from "./check";

const SINGLE_ACTIONS = "in part: P45 and P46 judge whole services, decryption and passed roles, not single actions";

/** Of keys, IAM and logs. */
export const ACCESS_CHECKS: readonly PublishedCheck[] = [
    ...checksOf("fsbp", [
        ["KMS.1", "managed policies do not allow decryption with every key"],
        ["KMS.2", "inline policies do not allow decryption with every key"],
        ["KMS.3", "no key is waiting for deletion by mistake", "state of a running account; the window is P43's"],
        ["KMS.4", "keys rotate"],
        ["KMS.5", "keys are not open to everybody"],
        ["IAM.1", "policies do not allow everything on everything"],
        [
            "IAM.2",
            "users have no policies of their own",
            "people of a Studio come by roles; their policies are judged wherever they stand",
        ],
        ["IAM.21", "policies do not allow every action of a service"],
    ]),
    ...checksOf("checkov", [
        ["CKV_AWS_7", "keys rotate"],
        ["CKV_AWS_33", "policies of keys do not admit everybody"],
        ["CKV_AWS_227", "keys are enabled"],
        ["CKV2_AWS_64", "keys have a policy"],
        ["CKV_AWS_60", "roles do not trust everybody"],
        ["CKV_AWS_61", "roles do not trust all services of an account"],
        ["CKV_AWS_62", "policies do not allow full administration"],
        ["CKV_AWS_63", "policies do not allow every action"],
        ["CKV2_AWS_40", "policies do not allow all of IAM"],
        ["CKV_AWS_107", "policy documents expose no credentials", SINGLE_ACTIONS],
        ["CKV_AWS_108", "policy documents let no data out", SINGLE_ACTIONS],
        ["CKV_AWS_109", "policy documents do not manage permissions without limits", SINGLE_ACTIONS],
        ["CKV_AWS_110", "policy documents do not let anybody gain rights", SINGLE_ACTIONS],
        ["CKV_AWS_111", "policy documents do not allow unlimited writing", SINGLE_ACTIONS],
        ["CKV_AWS_283", "resource policies do not admit everybody"],
        ["CKV_AWS_286", "policies do not let anybody gain rights"],
        ["CKV_AWS_287", "policies expose no credentials", SINGLE_ACTIONS],
        ["CKV_AWS_288", "policies let no data out", SINGLE_ACTIONS],
        ["CKV_AWS_289", "policies do not manage permissions without limits", SINGLE_ACTIONS],
        ["CKV_AWS_290", "policies do not allow unlimited writing", SINGLE_ACTIONS],
        ["CKV_AWS_355", "policies do not name every resource where they could name some", SINGLE_ACTIONS],
        ["CKV_AWS_356", "policy documents do not name every resource where they could name some", SINGLE_ACTIONS],
        ["CKV_AWS_66", "log groups have a retention"],
        ["CKV_AWS_158", "log groups are under a key"],
        ["CKV_AWS_338", "log groups are kept for a year"],
    ]),
    ...checksOf("cdk-nag", [
        ["AwsSolutions-KMS5", "keys rotate"],
        ["AwsSolutions-IAM4", "no policies of AWS's are attached"],
        ["AwsSolutions-IAM5", "policies have no wildcards"],
    ]),
    ...checksOf("trivy", [
        ["AWS-0065", "keys rotate"],
        ["AWS-0057", "policies have no wildcards"],
        ["AWS-0342", "passing roles is not allowed for every role"],
        ["AWS-0017", "log groups are under a key"],
    ]),
    ...checksOf("config", [["CMK_BACKING_KEY_ROTATION_ENABLED", "keys rotate"]]),
    ...checksOf("guard", [
        ["CMK_BACKING_KEY_ROTATION_ENABLED", "keys rotate"],
        ["KMS_NO_WILDCARD_PRINCIPAL", "policies of keys do not admit everybody"],
    ]),
    ...checksOf("prowler", [
        ["kms_cmk_rotation_enabled", "keys rotate"],
        ["kms_key_not_publicly_accessible", "keys are not open to everybody"],
        ["iam_role_cross_service_confused_deputy_prevention", "roles trust services for one account only"],
    ]),
    ...checksOf("cis", [["3.0/3.6", "keys rotate"]]),
    ...checksOf("fsbp", [
        ["SecretsManager.1", "secrets rotate", NOT_STUDIO],
        [
            "CloudTrail.1",
            "a trail records all Regions",
            "of the account, not of a Studio; the product's baseline has it",
        ],
        ["GuardDuty.1", "GuardDuty is on", "of the account, not of a Studio; the product's baseline has it"],
    ]),
];
