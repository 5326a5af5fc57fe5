import {
    Boundaries,
    castOf,
    type CastMember,
    executionRoleArn,
    Keys,
    studioRoleArns,
    StudioRoles,
    type StudioRolesArgs,
} from "../../../components/security";
import { recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";

/** A data scientist without a team, as a stack without teams has one. */
const USUAL: readonly CastMember[] = [{ persona: "data-scientist" }];

/** Logical name of the role that a data scientist's apps run as. */
export const SCIENTIST = "studio-execution-data-scientist";
/** ARN of that role. */
export const SCIENTIST_ARN = executionRoleArn(PLACE, "aws", "data-scientist");

/** What a test may have otherwise than usual. */
export type RoleChanges = Partial<Omit<StudioRolesArgs, "boundaryArn" | "cast" | "dataKeyArn" | "domainKeyArn">> & {
    /** Default: a data scientist without a team. */
    readonly users?: readonly CastMember[];
    readonly tagPropagation?: boolean;
};

/** The roles with the keys they use and their boundaries, as the deployment puts them together. */
export function recordRoles(
    { users = USUAL, tagPropagation = false, ...changes }: RoleChanges = {},
    unknown = false,
): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const opts = inPlace();
            const cast = castOf(users);
            const { features = ["studio", "jobs"], partition = "aws", place = PLACE } = changes;
            const keys = new Keys(
                "keys",
                {
                    place,
                    partition,
                    roles: studioRoleArns(place, partition, cast),
                    administrators: [],
                    deletionDays: 30,
                    protect: true,
                    tags: {},
                },
                opts,
            );
            const boundaries = new Boundaries(
                "boundaries",
                {
                    place,
                    partition,
                    features,
                    tagKey: "employeeNumber",
                    teamTag: users.some(({ team }) => team !== undefined) ? (changes.teamTag ?? "team") : undefined,
                    tagPropagation,
                    prefix: "studio",
                    tags: { project: "fixture" },
                },
                opts,
            );
            // The boundary of services' roles is made for the first that asks.
            void boundaries.serviceArn;
            new StudioRoles(
                "roles",
                {
                    place,
                    partition,
                    features,
                    personas: {},
                    teamTag: "team",
                    guardrails: {},
                    dataBuckets: ["example-data"],
                    origin: { from: "vpc", addresses: [], vpcIds: ["vpc-studio"] },
                    prefix: "studio",
                    tags: { project: "fixture" },
                    ...changes,
                    cast,
                    boundaryArn: boundaries.executionArn,
                    domainKeyArn: keys.domainKeyArn,
                    ...(changes.ownBuckets && { dataKeyArn: keys.dataKeyArn }),
                },
                opts,
            );
        },
        { ...STACK, unknown },
    );
}
