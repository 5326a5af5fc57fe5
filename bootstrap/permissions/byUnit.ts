import { ACCESS_ROWS } from "./accessRows";
import { BASELINE_ROWS } from "./baselineRows";
import { BUCKET_ROWS } from "./bucketRows";
import { DEFAULTS_ROWS } from "./defaultsRows";
import { DNS_ROWS } from "./dnsRows";
import { EGRESS_ROWS } from "./egressRows";
import { FUNCTION_ROWS } from "./functionRows";
import { HUB_ROWS } from "./hubRows";
import { IMAGE_ROWS } from "./imageRows";
import { LAMBDA_ROWS } from "./lambdaRows";
import { NETWORK_ROWS } from "./networkRows";
import { ON_PREMISES_ROWS } from "./onPremisesRows";
import { ORGANIZATION_ROWS } from "./organizationRows";
import { QUOTA_ROWS } from "./quotaRows";
import { RESPONSE_ROWS } from "./responseRows";
import type { PermissionTable } from "./row";
import { SECURITY_ROWS } from "./securityRows";
import { SIGN_IN_ROWS } from "./signInRows";
import { STUDIO_ROWS } from "./studioRows";

/** What is deployed somewhere: a single account's Studio, a line of business's, or one of the parts between lines. */
type Part = "single" | "line" | "hub" | "access" | "onprem";

const BETWEEN_LINES: readonly string[] = ["hub", "access", "onprem"];

/** The part a unit is; no unit is the stack of a single account. */
function partOf(unit: string | undefined): Part {
    if (unit === undefined) {
        return "single";
    }
    return BETWEEN_LINES.includes(unit) ? (unit as Part) : "line";
}

const EVERYWHERE: readonly Part[] = ["single", "line", "hub", "access", "onprem"];
const STUDIOS: readonly Part[] = ["single", "line"];

/** Tables of rows, and the parts that need them. */
const TABLES: readonly (readonly [PermissionTable, readonly Part[]])[] = [
    [NETWORK_ROWS, EVERYWHERE],
    [HUB_ROWS, ["hub"]],
    [ACCESS_ROWS, ["access"]],
    [EGRESS_ROWS, EVERYWHERE],
    [DNS_ROWS, EVERYWHERE],
    [BUCKET_ROWS, EVERYWHERE],
    [SECURITY_ROWS, EVERYWHERE],
    [SIGN_IN_ROWS, STUDIOS],
    [STUDIO_ROWS, STUDIOS],
    [IMAGE_ROWS, STUDIOS],
    [DEFAULTS_ROWS, STUDIOS],
    [LAMBDA_ROWS, [...STUDIOS, "access"]],
    [BASELINE_ROWS, STUDIOS],
    [RESPONSE_ROWS, [...STUDIOS, "access"]],
    [FUNCTION_ROWS, EVERYWHERE],
    [ON_PREMISES_ROWS, ["onprem"]],
    [ORGANIZATION_ROWS, STUDIOS],
    [QUOTA_ROWS, EVERYWHERE],
];

/** Single rows that a further part needs: its own side of something another part's table is about. */
const BESIDE: Readonly<Record<string, readonly Part[]>> = {
    "aws:route53/zoneAssociation:ZoneAssociation": ["line", "access", "onprem"],
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": ["hub"],
};

/**
 * Gateways to the internet that a part makes although nothing there may have a way out: awsx gives the simulator's VPC one
 * that no route names.
 */
const UNROUTED: Readonly<Record<string, readonly Part[]>> = {
    "aws:ec2/internetGateway:InternetGateway": ["onprem"],
};

/** Whether a unit makes a resource of this type whatever way out its environment has. */
export function isMadeUnrouted(type: string, unit: string | undefined): boolean {
    return UNROUTED[type]?.includes(partOf(unit)) === true;
}

/** What the deployer needs of IAM for every resource type the program registers and every function it asks. */
export const PERMISSIONS: PermissionTable = Object.assign({}, ...TABLES.map(([table]) => table)) as PermissionTable;

/** Types and functions that are made or asked where this unit stands; without one, by a single account's stack. */
export function typesOf(unit: string | undefined): string[] {
    const part = partOf(unit);
    return TABLES.flatMap(([table, parts]) =>
        Object.keys(table).filter((type) => parts.includes(part) || BESIDE[type]?.includes(part) === true),
    );
}
