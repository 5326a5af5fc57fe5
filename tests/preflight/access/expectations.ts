/**
 * For each condition of the roles: what changes, and how, when it is taken away (from an Allow) or when its
 * statement is (a Deny). Written by hand from what each statement is for.
 */
export interface Expectation {
    /** Name of the matrix cell or probe to verdict and deciding statements afterwards. */
    readonly changes: Readonly<Record<string, string>>;
    /** Where no verdict turns to "yes" on purpose: the statement that still denies. */
    readonly stillDeniedBy?: string;
}

const APP = "studio-execution-data-scientist";
const FALLBACK = "studio-execution";
const BOUNDARY = "studio-execution-boundary";
const SERVICES = `${BOUNDARY} › ServicesOfStudio`;
const JOBS = "studio-persona-data-scientist-1 › Jobs";
const OTHER_DOMAINS = [
    "Null aws:ResourceTag/sagemaker:domain-arn",
    "StringNotEquals aws:ResourceTag/sagemaker:domain-arn",
];
const STUDIO_ENDPOINT = "studio-network-studio › OpenProfiles";
const PERSON = "studio-boundaries-person › OpeningProfiles";
const OPEN = "studio-user-presign › OpenProfileWithSameTag";
const OTHER = "studio-user-guard › DenyOtherProfiles";
const NO_PRINCIPAL_TAG = "studio-user-guard › DenyMissingPrincipalTag";
const NO_PROFILE_TAG = "studio-user-guard › DenyMissingProfileTag";

const PLACES = ["company network", "VPC", "internet", "colleague's notebook"];
const INSIDE = PLACES.filter((place) => place !== "internet");

function from(places: readonly string[], who: string, outcome: string): Record<string, string> {
    return Object.fromEntries(places.map((place) => [`${who} from ${place}`, outcome]));
}

function allowed(...statements: readonly string[]): string {
    return ["allowed", ...statements].join(" | ");
}

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
    // Roles of apps: what no role of Studio does, whatever is attached.
    [`${BOUNDARY} › PersonTagIsTheDeployers › ForAnyValue:StringEqualsIgnoreCase aws:TagKeys`]: {
        changes: { "app sets the person's tag": allowed(SERVICES, `${APP}-spaces › TagWhatIsCreated`) },
    },
    [`${BOUNDARY} › NoRemoteAccess › StringEquals sagemaker:RemoteAccess`]: {
        changes: { "app makes a space with remote access": allowed(SERVICES, `${APP}-spaces › OwnPrivateSpaces`) },
    },
    [`${BOUNDARY} › NoRemoteDebug › Bool sagemaker:EnableRemoteDebug`]: {
        changes: { "app trains with remote debug": allowed(SERVICES, JOBS) },
    },
    [`${BOUNDARY} › JobsNeedSubnets › Null sagemaker:VpcSubnets`]: {
        // The guardrails say the same of more actions; the boundary holds when they are not attached.
        changes: { "app trains without subnets": "denied | studio-guardrails-jobs › MissingSubnets" },
        stillDeniedBy: "studio-guardrails-jobs › MissingSubnets",
    },
    [`${BOUNDARY} › JobsNeedGroups › Null sagemaker:VpcSecurityGroupIds`]: {
        changes: { "app trains without groups": "denied | studio-guardrails-jobs › MissingGroups" },
        stillDeniedBy: "studio-guardrails-jobs › MissingGroups",
    },

    // The role of data scientists' apps.
    [`trust of ${APP} › SageMakerOfThisAccount › StringEquals aws:SourceAccount`]: {
        changes: {
            "SageMaker of another account assumes": allowed(`trust policy of ${APP} › SageMakerOfThisAccount`),
        },
    },
    [`${APP}-spaces › OwnPrivateSpaces › ArnLike sagemaker:OwnerUserProfileArn`]: {
        changes: { "app makes a space for a colleague": allowed(SERVICES, `${APP}-spaces › OwnPrivateSpaces`) },
    },
    [`${APP}-spaces › OwnPrivateSpaces › StringEquals sagemaker:SpaceSharingType`]: {
        changes: { "app makes a shared space": allowed(SERVICES, `${APP}-spaces › OwnPrivateSpaces`) },
    },
    [`${APP}-spaces › TagWhatIsCreated › Null sagemaker:TaggingAction`]: {
        changes: { "app tags what exists": allowed(SERVICES, `${APP}-spaces › TagWhatIsCreated`) },
    },
    // Either condition takes the same statement away.
    ...Object.fromEntries(
        OTHER_DOMAINS.map((condition) => [
            `${APP}-spaces › NothingOfOtherDomains › ${condition}`,
            { changes: { "app stops a job of another domain": allowed(SERVICES, JOBS) } },
        ]),
    ),
    [`${APP}-pass › PassJobRoles › StringEquals iam:PassedToService`]: {
        changes: { "app passes a job's role to Lambda": allowed(SERVICES, `${APP}-pass › PassJobRoles`) },
    },
    [`${APP}-key › DomainKeyForServices › Bool kms:GrantIsForAWSResource`]: {
        changes: { "app grants the key itself": allowed(SERVICES, `${APP}-key › DomainKeyForServices`) },
    },
    [`${APP}-key › DataKey › StringEquals kms:ViaService`]: {
        changes: { "app decrypts data itself": allowed(SERVICES, `${APP}-key › DataKey`) },
    },
    [`${APP}-data › ListOwnFolders › StringLike s3:prefix`]: {
        changes: { "app lists a colleague's folder": allowed(SERVICES, `${APP}-data › ListOwnFolders`) },
    },
    [`${APP}-presign › OpenOwnProfile › StringEquals aws:SourceVpc`]: {
        changes: {
            "Studio app (own profile) from internet": ["yes", SERVICES, `${APP}-presign › OpenOwnProfile`].join(" | "),
        },
    },

    // The domain's default role, which looks and opens nothing.
    [`trust of ${FALLBACK} › SageMakerOfThisAccount › StringEquals aws:SourceAccount`]: {
        changes: {
            "SageMaker of another account assumes the default": allowed(
                `trust policy of ${FALLBACK} › SageMakerOfThisAccount`,
            ),
        },
    },
    ...Object.fromEntries(
        OTHER_DOMAINS.map((condition) => [
            `${FALLBACK}-spaces › NothingOfOtherDomains › ${condition}`,
            {
                changes: {
                    "default app reads what another domain made": allowed(
                        SERVICES,
                        `${FALLBACK}-spaces › ReadImageConfigs`,
                    ),
                },
            },
        ]),
    ),
    [`${FALLBACK}-key › DomainKeyForServices › Bool kms:GrantIsForAWSResource`]: {
        changes: {
            "default app grants the key itself": allowed(SERVICES, `${FALLBACK}-key › DomainKeyForServices`),
        },
    },

    // User role.
    "trust of studio-user › PeopleWithTheirOwnTag › ForAllValues:StringEquals aws:TagKeys": {
        changes: { "person passes a second tag": allowed("trust policy of studio-user › PeopleWithTheirOwnTag") },
    },
    "trust of studio-user › PeopleWithTheirOwnTag › StringEquals aws:RequestTag/employeeNumber": {
        changes: {
            ...from(PLACES, "person (missing)", `no | ${NO_PRINCIPAL_TAG} | ${OTHER}`),
            ...from(INSIDE, "person (claims colleague's)", `yes | ${PERSON} | ${STUDIO_ENDPOINT} | ${OPEN}`),
            ...from(["internet"], "person (claims colleague's)", `no | ${OPEN}`),
        },
    },
    "trust of studio-user › OperatorsForOthers › ForAllValues:StringEquals aws:TagKeys": {
        changes: { "operator passes a second tag": allowed("trust policy of studio-user › OperatorsForOthers") },
    },
    "trust of studio-user › OperatorsForOthers › Null aws:RequestTag/employeeNumber": {
        // A session without the tag opens nothing.
        changes: from(PLACES, "operator (missing)", `no | ${NO_PRINCIPAL_TAG} | ${OTHER}`),
        stillDeniedBy: NO_PRINCIPAL_TAG,
    },
    "studio-user-presign › OpenProfileWithSameTag › StringEquals aws:SourceVpc": {
        changes: {
            ...from(["internet"], "person (same)", `yes | ${PERSON} | ${OPEN}`),
            ...from(["internet"], "operator (on behalf)", `yes | ${PERSON} | ${OPEN}`),
        },
    },
    "studio-user-presign › OpenProfileWithSameTag › StringEquals sagemaker:ResourceTag/employeeNumber": {
        // The guard says the same as a Deny, for policies attached later.
        changes: {},
        stillDeniedBy: OTHER,
    },
    "studio-user-guard › DenyOtherProfiles › StringNotEquals sagemaker:ResourceTag/employeeNumber": {
        // The Allow asks for the same tag as well.
        changes: {
            ...from(PLACES, "person (other)", `no | ${OPEN}`),
            ...from(PLACES, "person (other case)", `no | ${OPEN}`),
            "session without a tag makes a link": `denied | ${NO_PRINCIPAL_TAG}`,
            "session opens a profile without a tag": `denied | ${NO_PROFILE_TAG}`,
        },
        stillDeniedBy: OPEN,
    },
    "studio-user-guard › DenyMissingPrincipalTag › Null aws:PrincipalTag/employeeNumber": {
        changes: { "session without a tag makes a link": `denied | ${OTHER}` },
        stillDeniedBy: OTHER,
    },
    "studio-user-guard › DenyMissingProfileTag › Null sagemaker:ResourceTag/employeeNumber": {
        changes: { "session opens a profile without a tag": `denied | ${OTHER}` },
        stillDeniedBy: OTHER,
    },
    "studio-user-guard › PersonTagIsTheDeployers › ForAnyValue:StringEqualsIgnoreCase aws:TagKeys": {
        // Nothing allows it either; the Deny holds against policies attached later.
        changes: { "session retags a profile": "denied" },
        stillDeniedBy: "no Allow",
    },
};

/** Denies without a condition: the same for the statement as a whole. */
export const WHOLE_DENIES: Readonly<Record<string, Expectation>> = {
    [`${BOUNDARY} › OnlyOwnProfile`]: {
        // The Allow names the own profile only; the Deny holds against policies attached later.
        changes: { "Studio app (own profile) from colleague's notebook": "no" },
        stillDeniedBy: "no Allow",
    },
    [`${BOUNDARY} › NoOtherDoors`]: { changes: { "app makes a profile": "denied" }, stillDeniedBy: "no Allow" },
    [`${BOUNDARY} › OnlyDraftsOfImageConfigs`]: {
        changes: { "app changes an image config": "denied" },
        stillDeniedBy: "no Allow",
    },
    [`${APP}-logs › OnlyOwnStreams`]: {
        changes: { "app reads a colleague's stream": "denied" },
        stillDeniedBy: "no Allow",
    },
    [`${APP}-logs › NoSearchOfWholeGroups`]: {
        changes: { "app searches all streams": "denied" },
        stillDeniedBy: "no Allow",
    },
    "studio-user-guard › NoOtherLinks": { changes: {}, stillDeniedBy: "no Allow" },
    "studio-user-guard › ProfilesAreTheDeployers": { changes: {}, stillDeniedBy: "no Allow" },
    "studio-user-guard › NoOtherIdentity": { changes: {}, stillDeniedBy: "no Allow" },
};
