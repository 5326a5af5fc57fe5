/**
 * Where what every policy must show does not hold for one of them, with the reason. A row that nothing needs any more
 * fails the tests.
 */
export interface Allowance {
    readonly policy: string;
    /** Places of its examples, by regular expression for the whole `resource.path`. */
    readonly places: RegExp;
    readonly reason: string;
}

/** Silent about a bad example while a property of it cannot be read. */
export const SILENT: readonly Allowance[] = [
    {
        policy: "P59",
        places: /ann\.userSettings(\.executionRole)?/,
        reason: "P57 says of the profile that its role is unknown; a role of the stack that nobody is known to use is not accused.",
    },
];

/** A violation of a good example while a property of it cannot be read. */
export const ACCUSED: readonly Allowance[] = [];

/** Policies that never leave anything undecided. */
export const ALWAYS_DECIDED: Readonly<Record<string, string>> = {
    P10: "ignoreChanges is an option of the program and always known",
};

/** Policies that repair, but not what their example shows. */
export const LEFT_TO_PEOPLE: Readonly<Record<string, string>> = {
    P70: "a second factor changes how everybody signs in; what else it repairs is shown in its own tests",
};

/** What names other resources, address ranges and zones: messages quote them, and none is a secret. */
const IDENTIFIERS =
    /\.(vpcId|subnetIds?|securityGroups|securityGroupIds|referencedSecurityGroupId|routeTableId|gatewayId|natGatewayId|cidrBlock|availabilityZone|executionRole)(\.\d+)?$/;

/** Whether messages may quote what stands at a place. */
export function isIdentifier(place: string): boolean {
    return IDENTIFIERS.test(place);
}

/** What is wrong with the places found for a policy: those that no row allows, and rows that allow nothing. */
export function unallowed(table: readonly Allowance[], policy: string, found: readonly string[]): string[] {
    const rows = table.filter((row) => row.policy === policy).map(({ places }) => new RegExp(`^(?:${places.source})$`));
    return [
        ...new Set(found.filter((place) => !rows.some((row) => row.test(place)))),
        ...rows
            .filter((row) => !found.some((place) => row.test(place)))
            .map((row) => `nothing needs ${row.source} any more`),
    ];
}
