import { z } from "zod";

import { setting } from "../setting";

export const deploymentSchema = setting(z.enum(["single-account", "multi-account"]), {
    description:
        "Which composition is built. `single-account`: network, keys, roles, domain and people in one account. `multi-account`: a hub, an access service and several lines of business, each in an account of its own or together in one. Which other top keys there are depends on it",
    example: "multi-account",
    rule: "one of: single-account, multi-account",
}).default("single-account");

export const productionSchema = setting(z.boolean(), {
    description: "Refuses what is fine for a trial and wrong for real work: one zone, deletable homes, no protection",
    example: true,
    rule: "true or false",
    fix: "write true or false, without quotes",
}).default(false);

export const protectSchema = setting(z.boolean(), {
    description:
        "Pulumi's protection of what holds state (domain, keys): such a resource is neither deleted nor replaced until this is false. Set it false before `pulumi destroy`",
    example: true,
    rule: "true or false; true in production",
    fix: "write true or false, without quotes",
}).default(true);
