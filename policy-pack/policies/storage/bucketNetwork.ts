import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { type Bucket, BUCKET_TYPES, bucketsOf } from "../../graph/buckets";
import { JOB_ROLE_PATHS, rolesUsedBy, STUDIO_ROLE_PATHS } from "../../graph/roleUses";
import { matchesArn, type Statement } from "../../iam";
import { type Finding, nist, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { placed, unreadable } from "../identity/documents";
import { all, type Answer, any, concerns, conditions } from "../identity/statements";
import { coversObjects, coversTheBucket, ofData, policiesOf } from "./bucketDocuments";
import { absent } from "./bucketParts";
import { heldPrincipals, isCarveOut, isForTheRest, isOutside, namesNetworks } from "./carveOuts";

interface NetworkConfig extends Record<string, unknown> {
    readonly networks: readonly string[];
    readonly holdOnlyExecutionRoles: boolean;
}

/** What reads, writes, deletes and lists; a Deny on these is one on the data. */
const DATA = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"] as const;

/** P62: whoever carries a role's credentials outside still reads the data, unless the bucket asks where they come from. */
export const bucketNetwork = stackPolicy<NetworkConfig>({
    id: "P62",
    name: "sagemaker-s3-bucket-vpce-restricted",
    title: "Data is reached from named networks only",
    description: "The policy of a bucket that SageMaker uses must deny requests from outside named VPCs and endpoints.",
    why: "Credentials of a notebook work from anywhere on the internet. A bucket that answers its own network only leaves whoever carries them out with nothing.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["prowler:vpc_endpoint_connections_trust_boundaries", "fsbp:S3.6", "nist:SC-7"],
    remediationSteps:
        'Add a Deny for Principal "*" on the object actions with StringNotEquals aws:SourceVpce (or aws:SourceVpc); spare AWS services with BoolIfExists aws:PrincipalIsAWSService and aws:ViaAWSService "false", and the deploy role with ArnNotEquals aws:PrincipalArn.',
    url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html",
    config: {
        properties: {
            networks: {
                type: "array",
                items: { type: "string", pattern: "^vpce?-[0-9a-z]+$" },
                description: "ids of the VPCs and endpoints that may be named; empty: any, each by its id",
            },
            holdOnlyExecutionRoles: {
                type: "boolean",
                description:
                    "whether it is enough that the roles SageMaker's resources run as are held to the network, by aws:PrincipalArn",
            },
        },
        defaults: { networks: [], holdOnlyExecutionRoles: false },
    },
    scope: "sagemaker",
    subjects: BUCKET_TYPES,
    checkStack: (graph, config) => {
        const roles = executionRoles(graph);
        return bucketsOf(graph)
            .filter(({ takesLogs }) => takesLogs !== "yes")
            .flatMap((bucket) => ofData(bucket, checkBucket(graph, bucket, config, rolesBeside(bucket, roles))));
    },
});

function checkBucket(
    graph: ResourceGraph,
    bucket: Bucket,
    config: NetworkConfig,
    roles: readonly string[] | undefined,
): Finding[] {
    const documents = policiesOf(bucket);
    const fix = "Deny them to whoever does not come through a named VPC or endpoint (aws:SourceVpce, aws:SourceVpc).";
    if (documents.length === 0) {
        return absent(bucket, "policy", `has no policy, so its data is reached from any network. ${fix}`);
    }
    const denies = placed(documents).map(({ statement }) => statement);
    const answers = DATA.map((action) => ({
        action,
        answer: any(denies.map((statement) => deniesOutside(statement, action, config, roles))),
    }));
    const open = answers.filter(({ answer }) => answer !== "yes");
    if (open.length === 0) {
        return [];
    }
    const unread = documents.filter(({ document }) => isUnknown(document));
    if (unread.length > 0) {
        return unread.map((document) => unreadable(graph, document, "from which networks it admits requests"));
    }
    const certain = open.filter(({ answer }) => answer === "no").map(({ action }) => action);
    return documents.map(({ urn }) => {
        const holder: GraphResource = graph.get(urn) ?? bucket.resource;
        return certain.length > 0
            ? violation(holder, `admits ${certain.join(", ")} to ${label(bucket.resource)} from any network. ${fix}`)
            : undecided(
                  holder,
                  `its Deny statements cannot be read in full, so from where data is reached cannot be told.`,
              );
    });
}

/** Whether a statement denies an action to everybody outside the network, carve-outs aside. */
function deniesOutside(
    statement: Statement,
    action: (typeof DATA)[number],
    { networks, holdOnlyExecutionRoles }: NetworkConfig,
    roles: readonly string[] | undefined,
): Answer {
    const entries = conditions(statement);
    const outside = entries.filter(isOutside);
    if (statement.Effect !== "Deny" || outside.length === 0) {
        return "no";
    }
    const others = entries.filter((entry) => !isOutside(entry));
    return all([
        isForTheRest(statement),
        concerns(statement, action),
        action === "s3:ListBucket" ? coversTheBucket(statement) : coversObjects(statement),
        ...outside.map((entry) => namesNetworks(entry, networks)),
        ...others.map((entry) => {
            const held = holdOnlyExecutionRoles ? heldPrincipals(entry) : undefined;
            return held === undefined ? isCarveOut(entry) : holdsAll(held, roles);
        }),
    ]);
}

/** An execution role. */
interface ExecutionRole {
    /** Its ARN, or its name before it is made; absent where it is not certain. */
    readonly shown?: string;
    /** URN of the provider that makes it. */
    readonly provider?: string;
}

function executionRoles(graph: ResourceGraph): readonly ExecutionRole[] {
    return rolesUsedBy(graph, { ...STUDIO_ROLE_PATHS, ...JOB_ROLE_PATHS }).map(({ role, external }) => {
        const shown = [role?.props.arn, role?.props.name, external].find((value) => typeof value === "string");
        return {
            ...(shown !== undefined && { shown }),
            ...(role?.provider !== undefined && { provider: role.provider }),
        };
    });
}

/**
 * The execution roles of the bucket's own account; `undefined` where one is not certain. Roles that another provider makes
 * may be of another account, which no policy of this one's lets in by itself.
 */
function rolesBeside({ resource }: Bucket, roles: readonly ExecutionRole[]): readonly string[] | undefined {
    const own = roles
        .filter(({ provider }) => provider === undefined || provider === resource.provider)
        .map(({ shown }) => shown);
    return own.every((role) => role !== undefined) ? own : undefined;
}

function holdsAll(patterns: readonly string[], roles: readonly string[] | undefined): Answer {
    return roles === undefined
        ? "maybe"
        : all(roles.map((role) => any(patterns.map((pattern) => holds(pattern, role)))));
}

/** A role whose ARN does not exist yet is compared by its name, in the account that the pattern is about. */
function holds(pattern: string, role: string): Answer {
    const account = pattern.split(":").slice(0, 5).join(":");
    return matchesArn(pattern, role.startsWith("arn:") ? role : `${account}:role/${role}`) ? "yes" : "no";
}
