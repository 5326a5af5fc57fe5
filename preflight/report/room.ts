import type { Room } from "../../components/addresses";
import { item } from "./layout";

/** Addresses of each tier in a line: what its smallest subnet has and the fullest needs. */
export function roomText(rooms: readonly Room[]): string {
    return [...new Set(rooms.map(({ tier }) => tier))].map((tier) => item(tierText(tier, rooms))).join("\n");
}

function tierText(tier: Room["tier"], rooms: readonly Room[]): string {
    const subnets = rooms.filter((room) => room.tier === tier);
    const free = Math.min(...subnets.map((room) => room.free));
    const fullest = subnets.reduce((most, room) => (room.needed > most.needed ? room : most));
    const needs = fullest.needs.length === 0 ? "network.capacity states no needs" : fullest.needs.join(", ");
    const where = subnets.length === 1 ? "in its zone" : `in each of ${subnets.length} zones`;
    return `${tier}: ${free} addresses ${where}; ${needs}.`;
}
