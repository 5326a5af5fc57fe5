import { cidr, cidrContains, cidrsOverlap, isCidrMistake, parseCidr } from "../../../../policy-pack/net";
import { pathText, type Problem, type SettingPath } from "../../problems";
import type { MultiValues } from "../../schema";
import type { Surroundings } from "./surroundings";

/** A range that is one network's alone, and where it stands. */
interface Placed {
    readonly path: SettingPath;
    readonly text: string;
}

/** One address is in one network: what overlaps is routed to one of the two, and the other is never reached. */
export function rangeProblems({ values, lobs }: Surroundings): Problem[] {
    const { hub } = values;
    // A line's range is compared as soon as it is one, whatever else is wrong with the line.
    const lines = lobs.flatMap(({ index, value }) => placed(["lobs", index, "network", "cidr"], value.network.cidr));
    const others = othersOf(values);
    // A line that lies in another network has its mistake told, and is outside the lines' ranges only because of it.
    const apart = lines.filter((line) => !others.some((other) => overlap(line, other)));
    return [...overlaps([...others, ...lines]), ...(hub ? supernetProblems(hub.lobRanges, others, apart) : [])];
}

function othersOf({ hub, access, onprem }: Partial<MultiValues>): Placed[] {
    return [
        ...(hub ? placed(["hub", "cidr"], hub.cidr) : []),
        ...(access ? placed(["access", "cidr"], access.cidr) : []),
        ...(hub?.clients?.ranges ?? []).flatMap((range, index) => placed(["hub", "clients", "ranges", index], range)),
        ...(onprem ? placed(["onprem", "cidr"], onprem.cidr) : []),
    ];
}

function placed(path: SettingPath, text: unknown): Placed[] {
    return typeof text === "string" && !isCidrMistake(parseCidr(text)) ? [{ path, text }] : [];
}

function overlap(one: Placed, other: Placed): boolean {
    return cidrsOverlap(cidr(one.text), cidr(other.text));
}

function overlaps(ranges: readonly Placed[]): Problem[] {
    return ranges.flatMap((range, index) =>
        ranges
            .slice(0, index)
            .filter((earlier) => overlap(range, earlier) && !(isClient(range) && isClient(earlier)))
            .map((earlier) => ({
                path: range.path,
                found: range.text,
                rule: `every network has addresses of its own; this one has some of ${pathText(earlier.path)}, ${earlier.text}`,
                fix: "move one of the two",
            })),
    );
}

/** Client ranges lie behind one attachment: a narrower one in a wider changes nothing. */
function isClient({ path }: Placed): boolean {
    return path[1] === "clients";
}

function supernetProblems(texts: readonly string[], others: readonly Placed[], lines: readonly Placed[]): Problem[] {
    const supernets = texts.map((text, index) => ({ path: ["hub", "lobRanges", index], text }));
    return [
        ...supernets.flatMap((supernet, index) =>
            supernets
                .slice(0, index)
                .filter((earlier) => overlap(supernet, earlier))
                .map((earlier) => ({
                    path: supernet.path,
                    found: supernet.text,
                    rule: `the ranges of lobRanges are apart; this one has addresses of ${earlier.text}`,
                    fix: "remove the narrower one, or move it",
                })),
        ),
        ...supernets.flatMap((supernet) =>
            others
                .filter((other) => overlap(supernet, other))
                .map((other) => ({
                    path: supernet.path,
                    found: supernet.text,
                    rule: `lobRanges hold lines of business only: what goes there from a line is dropped; this one has addresses of ${pathText(other.path)}, ${other.text}`,
                    fix: "use narrower ranges, or move the other network",
                })),
        ),
        ...lines
            .filter(({ text }) => !texts.some((supernet) => cidrContains(cidr(supernet), cidr(text))))
            .map(({ path, text }) => ({
                path,
                found: text,
                rule: `a line of business lies in one of hub.lobRanges: ${texts.join(", ")}`,
                fix: "choose a range in one of them, or add one to hub.lobRanges",
            })),
    ];
}
