import { Keys, type KeysArgs } from "../../../components/security";
import { type AccessRequest, evaluate, type PolicyDocument } from "../../../policy-pack/iam";
import { inputsOf, recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";

/** Role that uses the domain's key. */
export const EXECUTION = "arn:aws:iam::111122223333:role/execution";
/** Role jobs run under. */
export const JOB = "arn:aws:iam::111122223333:role/job";
/** Role that makes the stack. */
export const DEPLOYER = "arn:aws:iam::111122223333:role/deployer";
/** Pulumi type token of keys. */
export const KEY = "aws:kms/key:Key";

const ARGS: KeysArgs = {
    place: PLACE,
    partition: "aws",
    roles: { execution: [EXECUTION], jobs: [JOB] },
    administrators: [],
    deletionDays: 30,
    protect: true,
    tags: {},
};

/** Policy of a role whose own policies allow everything. */
export const EVERYTHING = {
    name: "everything",
    document: { Version: "2012-10-17", Statement: { Effect: "Allow" as const, Action: "*", Resource: "*" } },
};

/** Records the keys. */
export function build(changes: Partial<KeysArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        new Keys("keys", { ...ARGS, ...changes }, inPlace());
    }, STACK);
}

/** Policy of a key, by its logical name. */
export function policyOf(recording: RecordedComponent, name: string): PolicyDocument {
    return JSON.parse(String(inputsOf(recording, KEY, name).policy)) as PolicyDocument;
}

/** What the key policy says to a role of the account whose own policies allow everything. */
export function ask(
    document: PolicyDocument,
    roleArn: string,
    action: string,
    context: AccessRequest["context"] = {},
): string {
    const account = "111122223333";
    return evaluate(
        {
            caller: {
                arn: `arn:aws:sts::${account}:assumed-role/${roleArn.split("/").pop()}/session`,
                roleArn,
                account,
                type: "role-session",
            },
            action,
            resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
            resourceAccount: account,
            context: { "aws:PrincipalArn": roleArn, ...context },
        },
        {
            identity: [EVERYTHING],
            resource: { name: "key policy", document },
        },
    ).verdict;
}

/** What the key policy says to a service of AWS that calls in its own name. */
export function askService(
    document: PolicyDocument,
    service: string,
    action: string,
    context: AccessRequest["context"] = {},
): string {
    return evaluate(
        {
            caller: { arn: service, account: "", type: "service" },
            action,
            resource: "arn:aws:kms:eu-west-1:111122223333:key/1",
            resourceAccount: "111122223333",
            context: { "aws:PrincipalIsAWSService": "true", ...context },
        },
        { identity: [], resource: { name: "key policy", document } },
    ).verdict;
}
