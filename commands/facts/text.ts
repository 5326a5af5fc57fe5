import { serviceNamed } from "../../policy-pack/facts";
import type { Facts } from "../../preflight/facts";
import { item, table, wrap } from "../../preflight/report/layout";
import type { Finding } from "./finding";
import type { Need } from "./need";
import { servingTable } from "./zones";

/** What the command prints: where the facts are, what the VPC has, what Studio misses in it. */
export function factsText(facts: Facts, found: readonly Finding[], file: string, need?: Need): string {
    return [
        wrap(`Wrote ${file}: ${facts.vpc.id} of account ${facts.account} in ${facts.region}.`, 0),
        "",
        table(["subnet", "range", "zone", "route table"], subnetRows(facts)),
        "",
        table(["endpoint", "service", "type"], endpointRows(facts)),
        "",
        ...missing(found, need),
    ].join("\n");
}

function subnetRows(facts: Facts): string[][] {
    return facts.subnets.map((subnet) => [
        subnet.id,
        subnet.cidr,
        subnet.zoneId,
        servingTable(facts, subnet)?.id ?? "none",
    ]);
}

function endpointRows({ endpoints }: Facts): string[][] {
    return endpoints.map(({ id, serviceName, type }) => [id, serviceNamed(serviceName)?.key ?? serviceName, type]);
}

function missing(found: readonly Finding[], need: Need | undefined): string[] {
    const scope =
        need === undefined
            ? "Subnets, routes and endpoints were not checked: name the stack with --stack or --config-file."
            : need.vpc === undefined
              ? "The stack file does not use this VPC (network.vpc.id): its subnets and routes were not checked."
              : made(need, need.vpc);
    if (found.length === 0) {
        return [wrap(`Nothing is missing for Studio. ${scope}`, 0)];
    }
    return [
        wrap(`Missing for Studio (${found.length}):`, 0),
        ...found.flatMap(({ what, fix }) => [item(`- ${what}`), item(`  Fix: ${fix}`)]),
        "",
        wrap(scope, 0),
    ];
}

function made({ services }: Need, vpc: NonNullable<Need["vpc"]>): string {
    const keys = services.filter((key) => vpc.endpoints[key] === undefined);
    return keys.length === 0
        ? "The stack makes no endpoint in the VPC."
        : `Endpoints the stack makes in the VPC: ${keys.join(", ")}.`;
}
