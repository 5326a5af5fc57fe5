import { partitionOf } from "../../../policy-pack/facts";

/** Route 53 API, UpdateFirewallDomains: names in one request. The provider sends a list in one (terraform-provider-aws #41433). */
const MOST_NAMES = 1000;

/** Route 53 API, UpdateFirewallDomains: characters of a name. */
const LONGEST_NAME = 255;

/** RFC 1035, 2.3.4: a label has at most 63 characters. */
const NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Endings of all AWS names, of every partition. */
const AWS_ENDINGS = ["us-east-1", "cn-north-1", "eusc-de-east-1"].map((region) => partitionOf(region).dnsSuffix);

/** What makes a list no list of names that may resolve, one line per mistake; empty when it is one. */
export function nameMistakes(names: readonly string[]): string[] {
    const tooMany = `${names.length} names; a domain list takes ${MOST_NAMES}. Name parent domains (.example.com) instead`;
    return [...(names.length > MOST_NAMES ? [tooMany] : []), ...names.flatMap((name) => nameMistake(name) ?? [])];
}

function nameMistake(name: string): string | undefined {
    if (name.length > LONGEST_NAME || !NAME.test(name)) {
        return (
            `"${name}": a name has labels of lower-case letters, digits and hyphens with dots between them, * only as ` +
            `its first label, and at most ${LONGEST_NAME} characters`
        );
    }
    if (AWS_ENDINGS.some((ending) => name === ending || holdsAllOf(name, ending))) {
        return `"${name}": would resolve services and machines of every AWS account. Name the hosts that are needed`;
    }
    return undefined;
}

/** Whether a wildcard holds every name below `ending`. */
function holdsAllOf(name: string, ending: string): boolean {
    return name.startsWith("*") && `.${ending}`.endsWith(name.slice(1));
}
