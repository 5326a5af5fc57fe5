import { some } from "../../assets/functions/drain/clock";
import { appName, type Contents } from "../../assets/functions/drain/contents";
import type { Leftovers } from "../../assets/functions/drain/leftovers";
import type { SweepPlan } from "../../assets/functions/drain/sweep";

/** What would be deleted of a domain that stands: one line a kind, nothing for what there is none of. */
export function contentsText({ apps, spaces, profiles }: Contents): readonly string[] {
    return [
        ...line("apps", apps.map(appName)),
        ...line(
            "spaces, with their volumes and all files on them",
            spaces.map(({ SpaceName = "?" }) => SpaceName),
        ),
        ...line("profiles made outside the program", profiles),
    ];
}

/** What would be deleted of what a domain left. */
export function leftoversText({ fileSystems, groups }: Leftovers, plan: SweepPlan): readonly string[] {
    const homes = fileSystems.map(({ FileSystemId = "?" }) => FileSystemId);
    const names = groups.map(({ GroupName = "?" }) => GroupName);
    return [
        ...(plan.mountTargets ? line("file systems that lose their mount targets", homes) : []),
        ...(plan.fileSystems ? line("home file systems, with everybody's homes", homes) : []),
        ...(plan.groups ? line("NFS security groups with their rules", names) : []),
    ];
}

function line(what: string, names: readonly string[]): string[] {
    return names.length === 0 ? [] : [`  ${names.length} ${what}: ${some(names)}`];
}
