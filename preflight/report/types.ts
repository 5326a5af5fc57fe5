import type { PolicyReport } from "../../policy-pack/policies/run";
import type { Room } from "../../components/addresses";
import type { Cost } from "../cost";
import type { Topology } from "../picture";
import type { AccessClass } from "../proofs/access";
import type { ApiReport } from "../proofs/api";
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
    /** What there is beside in a deployment of many accounts; absent in one of a single account. */
    readonly many?: ManyReport;
    /** The network as a picture shows it. */
    readonly topology: Topology;
}

/** A deployment of many accounts by its parts. What is shown across them stands in the report's own `network` and `access`. */
export interface ManyReport {
    readonly accounts: readonly AccountSummary[];
    readonly parts: readonly PartSummary[];
    readonly lobs: readonly LobReport[];
    /** Who opens which profile through the access service. */
    readonly api: ApiReport;
}

/** One account of the deployment. */
export interface AccountSummary {
    /** As the stack file names it. */
    readonly name: string;
    readonly id: string;
    /** `hub`, `access`, `onprem` and the names of lines of business. */
    readonly holds: readonly string[];
    readonly resources: number;
    /** US dollars a month by standing there. */
    readonly cost: { readonly total: number; readonly isLowerBound: boolean };
}

/** One part of the deployment: hub, access service, a line of business, the simulator, or what stands between them. */
export interface PartSummary {
    readonly name: string;
    readonly resources: number;
    /** US dollars by standing there, as far as rates are known. */
    readonly monthly: number;
    /** Resources by type of the component that makes them. */
    readonly components: readonly { readonly type: string; readonly count: number }[];
}

/** One line of business, judged as a stack of its own in the network of all. */
export interface LobReport {
    readonly lob: string;
    readonly account: string;
    readonly network: readonly Proof[];
    readonly room: readonly Room[];
    /** What its apps open with their own roles. */
    readonly access: { readonly classes: readonly AccessClass[]; readonly proofs: readonly Proof[] };
    readonly roles: { readonly classes: readonly RoleClass[]; readonly proofs: readonly Proof[] };
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
