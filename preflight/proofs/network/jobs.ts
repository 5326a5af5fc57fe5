import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { networkOf, networkTokens, type Rule } from "../../../policy-pack/graph/network";
import { carriedGroups } from "./carriers";

const GROUPS = [networkTokens.SECURITY_GROUP, networkTokens.DEFAULT_SECURITY_GROUP] as const;

/** Groups jobs carry, or why they cannot be told. */
export interface JobsGroups {
    readonly groups: readonly GraphResource[];
    readonly undecided: readonly string[];
}

/**
 * The group that the stack hands out for jobs in its output `jobsGroupId`. Jobs are started by people later, so no
 * resource carries it; while the output is not known that tells it from the other groups of the VPC.
 */
export function jobsGroups(
    graph: ResourceGraph,
    outputs: Readonly<Record<string, unknown>>,
    vpc: GraphResource | undefined,
): JobsGroups {
    const output = outputs.jobsGroupId;
    if (isUnknown(output)) {
        return onlySpareGroup(graph, vpc, outputs.trainingGroupId !== undefined);
    }
    if (typeof output !== "string") {
        return open("the stack has no output jobsGroupId");
    }
    const groups = graph.identifiedBy(output, GROUPS);
    return groups.length > 0
        ? { groups, undecided: [] }
        : open(`${output} of the output jobsGroupId is not in this stack`);
}

/**
 * A default group does not count: it is in the stack to be closed. Nor does the group that instances of distributed
 * training carry beside it, where the stack hands one out: its members admit each other, those of jobs nobody.
 */
function onlySpareGroup(graph: ResourceGraph, vpc: GraphResource | undefined, hasTraining: boolean): JobsGroups {
    const isCarried = carriedGroups(graph);
    const isTraining = (group: GraphResource): boolean => {
        const ingress = networkOf(graph).securityGroup(group)?.ingress ?? [];
        return hasTraining && ingress.some((rule) => admitsMembers(group, rule));
    };
    const spare = graph.ofType(networkTokens.SECURITY_GROUP).filter((group) => {
        const place = resolveOne(graph, group, "vpcId", [networkTokens.VPC]);
        return (
            !isCarried(group) &&
            !isTraining(group) &&
            (place.undecided !== undefined || place.found.some((found) => found === vpc))
        );
    });
    if (spare.length === 1) {
        return { groups: spare, undecided: [] };
    }
    return open(
        spare.length === 0
            ? "the output jobsGroupId is not known, and something carries every group of its VPC"
            : `the output jobsGroupId may be any of ${spare.map(({ name }) => name).join(", ")}`,
    );
}

function admitsMembers(group: GraphResource, { peer, protocol }: Rule): boolean {
    return protocol === "all" && peer.kind === "group" && peer.group === group;
}

function open(why: string): JobsGroups {
    return { groups: [], undecided: [`jobs: ${why}`] };
}
