import { named } from "../lookup";
import type { Stored } from "../store";
import { textAt } from "../values";
import type { Operation } from "./rule";

/** The VPC a route table belongs to. */
export function vpcOfTable({
    store,
    place,
    properties,
}: Pick<Operation, "store" | "place" | "properties">): Stored | undefined {
    const table = named(store, place, "routeTable", textAt(properties, "routeTableId") ?? "");
    // A default table is found as its VPC.
    return table?.type === "aws:ec2/vpc:Vpc"
        ? table
        : named(store, place, "vpc", textAt(table?.properties ?? {}, "vpcId") ?? "");
}
