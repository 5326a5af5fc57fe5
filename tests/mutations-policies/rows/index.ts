import type { Mutation } from "../mutation";
import { DOMAIN } from "./domain";
import { IDENTITY } from "./identity";
import { INSTANCES } from "./instances";
import { NETWORK } from "./network";
import { PORTAL } from "./portal";

/** At least one change for each policy. */
export const MUTATIONS: readonly Mutation[] = [...DOMAIN, ...INSTANCES, ...NETWORK, ...IDENTITY, ...PORTAL];
