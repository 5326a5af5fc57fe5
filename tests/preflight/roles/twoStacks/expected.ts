/** Where roles ask from: through endpoints of their own VPC or, with their credentials carried there, of the other's. */
export const PLACES = ["own VPC", "other's VPC"] as const;
export type Place = (typeof PLACES)[number];

/** Statements that deny, by kind of thing. */
export type Denied = Readonly<Record<string, readonly string[]>>;

/** What stops the roles of one stack at the things of the other; no statement: nothing allows it, in which layer. */
export const DENIED: Denied = {
    profiles: [
        "BOUNDARY › OnlyOwnProfile",
        "BOUNDARY › OnlyOwnProfile + studio-teamless › NothingOfTeams",
        "studio-boundaries-service › MakesAndOpensNothing",
        // Without the person's tag in the session; with it, the Allow names the own domain's profiles.
        "ROLE-guard › DenyMissingPrincipalTag + ROLE-guard › DenyOtherProfiles",
        "no Allow of the role",
    ],
    "spaces and apps": [
        "no Allow of the role",
        "BOUNDARY › NoOtherDoors",
        "studio-boundaries-service › MakesAndOpensNothing",
        "ROLE-guard › NoOtherLinks",
    ],
    domain: [
        "no Allow of the role",
        "BOUNDARY › NoOtherDoors",
        "studio-boundaries-service › MakesAndOpensNothing",
        "ROLE-guard › ProfilesAreTheDeployers",
    ],
    "what its people made": [
        "ROLE-spaces › NothingOfOtherDomains",
        "ROLE-spaces › NothingOfOtherDomains + studio-teamless › NothingOfTeams",
        "ROLE-spaces › NothingOfOtherDomains + studio-teams-1 › ActOnOwnTeams1",
        "ROLE-spaces › NothingOfOtherDomains + studio-teams-1 › ActOnOwnTeams2",
        "studio-teamless › NothingOfTeams",
        "studio-teams-1 › ActOnOwnTeams1",
        "studio-teams-1 › ActOnOwnTeams2",
        "studio-boundaries-service › MakesAndOpensNothing",
        "no Allow of the role",
    ],
    objects: ["no Allow of the role", "studio-buckets-access-logs › NobodyWritesLogs"],
    keys: ["no Allow of the role", "no Allow of the key"],
    roles: ["no Allow of the role", "no Allow of the trust policy", "ROLE-guard › NoOtherIdentity"],
    logs: ["no Allow of the role", "ROLE-logs › OnlyOwnStreams"],
    operations: ["no Allow of the role"],
};

/**
 * The same for a unit's roles at its stack's things: the stack's buckets count every role under its path as one of
 * Studio's and hold it to their own endpoint, and the stack has the account's group that apps write to.
 */
export const DENIED_BELOW: Readonly<Record<Place, Denied>> = {
    "own VPC": below([
        "studio-buckets-data › DataThroughTheEndpointOnly",
        "studio-buckets-data › DataThroughTheEndpointOnly + studio-buckets-data › FilesOfTheDeployment",
        "studio-buckets-models › DataThroughTheEndpointOnly",
    ]),
    "other's VPC": below(["studio-buckets-data › FilesOfTheDeployment"]),
};

function below(byTheWay: readonly string[]): Denied {
    return {
        ...DENIED,
        objects: [
            ...(DENIED.objects ?? []),
            "studio-buckets-access-logs › NotForStudio",
            "studio-buckets-access-logs › NobodyWritesLogs + studio-buckets-access-logs › NotForStudio",
            "studio-buckets-data › StudioManagesNothing",
            "studio-buckets-models › StudioManagesNothing",
            ...byTheWay,
        ],
        logs: [...(DENIED.logs ?? []), "ROLE-logs › NoSearchOfWholeGroups"],
    };
}

/**
 * What does cross, each known and bounded by something else than these documents:
 * the drain looks whether a domain is gone; a job's role deletes network interfaces, which AWS refuses for one in use;
 * a pipeline's session tells no domain, so that what another domain's people made is open to the pipelines of a team of
 * the same name, and what those without a team made to the pipelines of those without one.
 */
export const CROSSES = [
    "domain: drain-network-function may sagemaker:DescribeDomain",
    ...["job", "model", "monitor"].flatMap((kind) =>
        ["", "_research", "_risk"].map((team) => `operations: ${kind}${team} may ec2:DeleteNetworkInterface`),
    ),
    ...["pipeline", "pipeline_research"].flatMap((role) =>
        ["DeleteModel", "DescribeModel", "DescribeTrainingJob", "StopTrainingJob"].map(
            (action) => `what its people made: ${role} may sagemaker:${action}`,
        ),
    ),
];

/** The function that stops what breaks the rules sees the whole account; which things those are it reads, see its tests. */
export const CROSSES_WITH_RESPONSE = [
    ...CROSSES,
    ...["DeleteEndpoint", "DeleteModel", "DescribeModel", "DescribeTrainingJob", "StopTrainingJob"].map(
        (action) => `what its people made: response-stop may sagemaker:${action}`,
    ),
];
