import type { Cost, CostRow, PriceKey, UnpricedRow } from "../cost";
import { colours } from "./colour";
import { item, table } from "./layout";
import { counted } from "./words";

/** A priced thing in the singular and the plural. */
const NAMES: Readonly<Record<PriceKey, readonly [one: string, many: string]>> = {
    interfaceEndpoint: ["interface endpoint in one zone", "interface endpoints, by zone"],
    natGateway: ["NAT gateway", "NAT gateways"],
    publicIpv4: ["public IPv4 address", "public IPv4 addresses"],
    firewallEndpoint: ["firewall endpoint", "firewall endpoints"],
    transitGatewayAttachment: ["transit gateway attachment", "transit gateway attachments"],
    resolverInterface: ["inbound resolver address", "inbound resolver addresses"],
    dnsFirewallDomain: ["DNS firewall domain", "DNS firewall domains"],
    dnsFirewallAdvanced: ["DNS Firewall Advanced", "DNS Firewall Advanced associations"],
    hostedZone: ["private hosted zone", "private hosted zones"],
    kmsKey: ["KMS key", "KMS keys"],
    secret: ["secret", "secrets"],
};

/** The fixed monthly cost for a terminal of 80 columns, without a heading. */
export function costText(cost: Cost): string {
    const { rows, unpriced, byPurpose, byUse, total, oldestRate } = cost;
    return [
        rows.length === 0 && unpriced.length === 0 ? "  Nothing that costs by standing there." : costTable(cost),
        ...unpriced.map((row) => colours.yellow(item(unpricedText(row)))),
        ...(unpriced.length > 0
            ? [item(`So ${usd(total)} is a lower bound; --prices FILE adds rates (form: assets/prices/aws.yaml).`)]
            : []),
        ...(byPurpose.length > 1
            ? [item(`For: ${byPurpose.map(({ purpose, monthly }) => `${purpose} ${usd(monthly)}`).join("; ")}.`)]
            : []),
        ...(byUse.length > 0 ? [item(`By use, not counted: ${byUse.join("; ")}.`)] : []),
        ...(oldestRate === undefined
            ? []
            : [item(`List prices without tax and discounts, 730 hours a month; the oldest rate is of ${oldestRate}.`)]),
    ].join("\n");
}

function costTable({ rows, total, unpriced }: Cost): string {
    const body = rows.map((row) => [nameFor(row), String(row.count), rateText(row), money(row.monthly)]);
    const sum = unpriced.length > 0 ? "priced so far" : "total";
    const cells = [...body, [sum, "", "", money(total)]];
    const width = Math.max(...cells.map((row) => row[3]?.length ?? 0), "USD/month".length);
    return table(
        ["what", "", "rate, USD", "USD/month".padStart(width)],
        cells.map(([what = "", count = "", rate = "", monthly = ""]) => [
            what,
            count.padStart(4),
            rate,
            monthly.padStart(width),
        ]),
    );
}

function nameFor({ key, count }: CostRow): string {
    return NAMES[key][count === 1 ? 0 : 1];
}

function rateText({ price }: CostRow): string {
    return `${price.usd} ${price.unit === "hour" ? "an hour" : "a month"}`;
}

function unpricedText({ key, count, why }: UnpricedRow): string {
    const [one, many] = NAMES[key];
    return `Not priced: ${count === undefined ? many : counted(count, one, many)}; ${why}.`;
}

function usd(amount: number): string {
    return `${money(amount)} USD`;
}

/** Dollars and cents with thousands apart: `1,234.50`. */
function money(amount: number): string {
    return amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
