import type { PolicyReport } from "../../policy-pack/policies/run";
import type { Room } from "../../components/addresses";
import type { Cost } from "../cost";
import type { Topology } from "../picture";
import type { AccessClass } from "../proofs/access";
import type { Proof } from "../proofs/proof";
import type { RoleClass } from "../proofs/roles";
import type { Assumption } from "../record";
import type { ComponentSummary } from "./components";

/** Everything a preflight found out; what `--json` prints. */
export interface Report {
    readonly stack: string;
    readonly region: string;
    readonly account: string;
    /** What was judged: the program with made-up ids, the same with ids unknown, or what the engine printed. */
    readonly source: "program" | "program with unknown ids" | "deployed stack" | "preview";
    readonly components: readonly ComponentSummary[];
    readonly policies: PolicyReport;
    readonly network: readonly Proof[];
    /** Addresses the subnets have, and what takes them. */
    readonly room: readonly Room[];
    readonly access: {
        /** Without presigned URLs, in mode `identity-center`, there are no classes. */
        readonly mode: "iam" | "identity-center";
        readonly classes: readonly AccessClass[];
        readonly proofs: readonly Proof[];
    };
    /** What the roles may do that Studio's apps run as. */
    readonly roles: { readonly classes: readonly RoleClass[]; readonly proofs: readonly Proof[] };
    /** What it costs by standing there. */
    readonly cost: Cost;
    /** Things to know that stop nothing: quotas, escape hatches in use. */
    readonly notices: readonly string[];
    /** What the recording had to assume. */
    readonly assumptions: readonly Assumption[];
    readonly verdict: Verdict;
    /** The network as a picture shows it. */
    readonly topology: Topology;
}

export interface Verdict {
    /** 0: all holds; 1: a violation or a broken proof; 2: nothing broken, but something is not decided. */
    readonly exitCode: 0 | 1 | 2;
    /** One line each: what, where, and what to change. */
    readonly problems: readonly string[];
    /** One line each: what, and which value is missing. */
    readonly undecided: readonly string[];
    /** Violations of advisory policies, which stop nothing. */
    readonly advice: readonly string[];
}
