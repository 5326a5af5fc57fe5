import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { sourced } from "../../graph/identity";
import type { Statement } from "../../iam";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { Attachments } from "../network/attachments";
import { isLimited } from "../network/ownTies";
import { placed, unreadable } from "./documents";
import { atItsWidest, forEverybody } from "./everybody";
import { type Answer, cite } from "./statements";

/** Types of keys that have a policy of their own. */
const KEYS = [
    "aws:kms/key:Key",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
] as const;
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

const ACCOUNT = /^\d{12}$/;

/** Keys that tie a request to one's own principals, or to a service acting for one's own account, with their form. */
const OWN_CALLERS = {
    "kms:calleraccount": ACCOUNT,
    "aws:principalaccount": ACCOUNT,
    "aws:sourceaccount": ACCOUNT,
    "aws:principalorgid": /^o-[a-z0-9]+$/,
    "aws:sourceorgid": /^o-[a-z0-9]+$/,
    "aws:principalorgpaths": /^o-[a-z0-9]+\//,
    "aws:principalarn": /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/,
} as const;

/**
 * P44: a key policy alone can open a key to the world; without one of its own, everybody whom IAM lets may use the key.
 *
 * A stack policy, because the document may stand on the key or in a separate `KeyPolicy`.
 */
export const keyPolicy = stackPolicy({
    id: "P44",
    name: "kms-key-policy-no-public-principal",
    title: "KMS keys are open to nobody outside",
    description: "The KMS key must have a policy of its own that admits no principal of other accounts unnamed.",
    why: "A wildcard in a key policy lets anybody with an AWS account decrypt. With AWS's default policy the key adds nothing to IAM: whoever may administer permissions reads the data.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("SC-12", "Cryptographic Key Establishment and Management"),
    publishedIds: [
        "fsbp:KMS.5",
        "checkov:CKV_AWS_33",
        "checkov:CKV2_AWS_64",
        "checkov:CKV_AWS_283",
        "prowler:kms_key_not_publicly_accessible",
        "guard:KMS_NO_WILDCARD_PRINCIPAL",
    ],
    remediationSteps:
        "Give the key a policy that names its principals, or limit each wildcard with StringEquals kms:CallerAccount, aws:PrincipalAccount or aws:PrincipalOrgID.",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    config: NO_CONFIG,
    scope: "all",
    subjects: KEYS,
    checkStack: (graph) =>
        KEYS.flatMap((type) => {
            const separate = new Attachments(graph, KEY_POLICY, "keyId", type);
            return graph.ofType(type).flatMap((key) => checkKey(graph, key, separate));
        }),
});

function checkKey(graph: ResourceGraph, key: GraphResource, separate: Attachments): Finding[] {
    // What stands in a resource of its own is put on the key after the key's own.
    const attached = separate.of(key);
    const sources = attached.length > 0 ? attached : hasPolicy(key) ? [key] : [];
    const [loose] = separate.perhapsOf(key);
    if (sources.length === 0) {
        return [
            loose === undefined
                ? violation(
                      key,
                      "policy is not set, which means AWS's default: every principal of the account by IAM alone. Name its principals.",
                  )
                : undecided(key, `policy is not set, and which key ${label(loose)} is for is not known yet.`),
        ];
    }
    return sources.flatMap((source) => checkDocument(graph, source));
}

/** An unknown policy that the program did not set was taken out of the graph; a known default names itself. */
function hasPolicy({ props, propertyDependencies }: GraphResource): boolean {
    const { policy } = props;
    if (policy === undefined || policy === null || policy === "") {
        return false;
    }
    const inputs = Object.keys(propertyDependencies);
    const isOutput = inputs.length > 0 && !inputs.includes("policy");
    return !(isOutput && typeof policy === "string" && policy.includes('"key-default-1"'));
}

function checkDocument(graph: ResourceGraph, source: GraphResource): Finding[] {
    const document = sourced(source.name, source.urn, source.props.policy);
    if (isUnknown(document.document)) {
        return [unreadable(graph, document, "whom it admits")];
    }
    const all = placed([document]);
    const statements = all.map(({ statement }) => statement);
    return all.flatMap(({ statement, index }): Finding[] => {
        const anybody = admitsAnybody(statement, statements);
        const where = cite(statement, index);
        const message = `${where} admits principals of any account. Name them, or limit it with kms:CallerAccount or aws:PrincipalOrgID.`;
        return anybody === "yes"
            ? [violation(source, message)]
            : anybody === "maybe"
              ? [undecided(source, `${where} cannot be read in full, so whether it admits anybody cannot be told.`)]
              : [];
    });
}

function admitsAnybody(statement: Statement, others: readonly Statement[]): Answer {
    const everybody = forEverybody(statement);
    if (statement.Effect !== "Allow" || everybody === "no" || isLimited(atItsWidest(statement), others, OWN_CALLERS)) {
        return "no";
    }
    return everybody === "maybe" || isLimited(statement, others, OWN_CALLERS) ? "maybe" : "yes";
}
