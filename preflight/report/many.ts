import type { Proof } from "../proofs/proof";
import { apiText } from "./api";
import { colours } from "./colour";
import { item, table, wrap } from "./layout";
import { proofText } from "./proof";
import { roomText } from "./room";
import { rolesText } from "./roles";
import type { LobReport, ManyReport, Report } from "./types";
import { counted } from "./words";

/** The accounts with what each is for. */
export function accountsText({ accounts }: ManyReport): string {
    const rows = accounts.map(({ cost, holds, id, name, resources }) => [
        name,
        id,
        holds.join(", ") || "nothing",
        String(resources),
        `${cost.isLowerBound ? "from " : ""}${cost.total.toFixed(2)}`,
    ]);
    return table(["account", "id", "holds", "resources", "USD/month"], rows);
}

/** What will be made, by part and by the components in it. */
export function partsText({ parts }: ManyReport): string {
    const rows = parts.map(({ components, monthly, name, resources }) => [
        name,
        String(resources),
        monthly.toFixed(2),
        components.map(({ count, type }) => `${count}\u00a0${type}`).join(", "),
    ]);
    const total = parts.reduce((sum, { resources }) => sum + resources, 0);
    return [
        table(["part", "", "USD", "resources by component"], rows, [11, 5, 9, 54]),
        `  ${total} resources; USD a month by standing there`,
    ]
        .join("\n")
        .replace(/\u00a0/g, " ");
}

/** What holds across the accounts, and who opens which profile. */
export function acrossText({ access, network }: Report, { api }: ManyReport): string {
    return [
        colours.bold("Across the accounts"),
        network.map(proofText).join("\n"),
        "",
        colours.bold("Who can open which profile, through the access service"),
        apiText(api),
        access.proofs.map(proofText).join("\n"),
    ].join("\n");
}

/** Each line of business by itself; lines that say the same are told together. */
export function lobsText({ lobs }: ManyReport): string {
    const alike = new Map<string, LobReport[]>();
    for (const lob of lobs) {
        const key = bodyOf(lob);
        alike.set(key, [...(alike.get(key) ?? []), lob]);
    }
    return [...alike]
        .map(([body, group]) => {
            const names = group.map(({ account, lob }) => `${lob} (account ${account})`).join(", ");
            return [colours.bold(wrap(`${group.length > 1 ? "Lines" : "Line"} of business ${names}`, 0)), body].join(
                "\n",
            );
        })
        .join("\n\n");
}

function bodyOf({ access, lob, network, roles, room }: LobReport): string {
    const neutral = (text: string): string => text.replaceAll(`studio-${lob}-`, "studio-LOB-");
    return [
        summary("network", network),
        summary("apps' own links", access.proofs),
        summary("roles", roles.proofs),
        roomText(room),
        rolesText(roles.classes),
    ]
        .filter((text) => text !== "")
        .map(neutral)
        .join("\n");
}

/** What holds in a line, the rest in full. */
function summary(about: string, proofs: readonly Proof[]): string {
    const holding = proofs.filter(({ verdict }) => verdict === "holds");
    const rest = proofs.filter(({ verdict }) => verdict !== "holds");
    const endpoints = holding.flatMap(({ id }) => (id.startsWith(ENDPOINT) ? [id.slice(ENDPOINT.length)] : []));
    const others = holding.filter(({ id }) => !id.startsWith(ENDPOINT)).map(({ claim }) => claim);
    return [
        ...(holding.length === 0
            ? []
            : [
                  item(
                      `${about}: ${colours.green(`${counted(holding.length, "proof")} ${holding.length === 1 ? "holds" : "hold"}`)}. ${[
                          ...others,
                          ...(endpoints.length > 0 ? [`Reachable on 443 and by name: ${endpoints.join(", ")}`] : []),
                      ].join(". ")}.`,
                  ),
              ]),
        ...rest.map(proofText),
    ].join("\n");
}

const ENDPOINT = "network.endpoint.";
