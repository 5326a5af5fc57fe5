/** The part of dynalite the tests use; it brings no types. */
declare module "dynalite" {
    import type { Server } from "node:http";

    export default function dynalite(options?: { readonly createTableMs?: number }): Server;
}
