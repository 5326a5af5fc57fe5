import type { Feature, ServiceKey } from "../../../policy-pack/facts";
import type { NamedDocument, RequestContext } from "../../../policy-pack/iam";
import type { AccountFacts, RoleView } from "../access";

/** What the stack file says that decides which call keeps to the rules and which does not. */
export interface RoleIntent {
    readonly facts: AccountFacts;
    /** Key of the tag that holds a team. */
    readonly teamTag: string;
    readonly features: readonly Feature[];
    readonly guardrails: {
        /** Types or families such as `ml.m5.*`; empty: all. */
        readonly instances: { readonly apps: readonly string[]; readonly jobs: readonly string[] };
        readonly maxRuntimeHours: number;
        readonly isolation: boolean;
        readonly interContainerEncryption: boolean;
    };
}

/** Where sessions of a role come from, which decides what AWS says of them. */
export type SessionKind =
    /** A person's app: the session knows domain and profile. */
    | "app"
    /** An app in a shared space, which is nobody's: the session knows the domain. */
    | "shared space"
    /** A job, model, monitor or pipeline: the session knows neither. */
    | "job";

/** A role that runs what people write, with the people it serves. */
export interface Subject {
    readonly role: RoleView;
    readonly session: SessionKind;
    /** Value of the role's tag `persona`; for a role of jobs its logical name without the team. */
    readonly persona: string;
    readonly team: string | undefined;
    /** Profiles whose apps run as it, in order of registration; none: the domain's default, or a role of jobs. */
    readonly profiles: readonly string[];
    /** The profile the questions are asked for. */
    readonly own: string;
}

/** One call a role may make. */
export interface Ask {
    readonly action: string;
    readonly resource: string;
    readonly context?: RequestContext;
    /** The endpoint it passes; absent: none, as for `iam:PassRole`, which is no call of its own. */
    readonly through?: ServiceKey;
    /** Policy of the bucket or key itself. */
    readonly resourcePolicy?: NamedDocument | undefined;
    /** Account of the resource. Default: the stack's. */
    readonly resourceAccount?: string;
}

/** `never`: no role of Studio may. `told`: some personas may, others may not. */
export type Expectation = "never" | "told";

/** A question asked of every role. */
export interface Probe {
    /** Words that complete "may" and "may not". */
    readonly label: string;
    readonly expected: Expectation;
    /** The calls it takes; all must be allowed for a yes. */
    readonly asks: readonly [Ask, ...Ask[]];
}

export type Answer = "yes" | "no" | "not decided";

/** What one probe found. */
export interface Finding {
    readonly label: string;
    readonly expected: Expectation;
    readonly answer: Answer;
    /** The call that decided, as `sagemaker:CreateSpace on space/d-…/own`. */
    readonly call: string;
    /** The statements that decided, as `document › statement`. */
    readonly deciding: readonly string[];
    readonly reason: string;
}

/** A role with the answers to all its questions. */
export interface JudgedRole {
    readonly subject: Subject;
    readonly findings: readonly Finding[];
}

/** Roles with one set of answers. */
export interface RoleClass {
    readonly persona: string;
    /** Whether people's apps run as these roles, or what they start: jobs, models, monitors, pipelines. */
    readonly of: "apps" | "jobs";
    readonly teams: readonly string[];
    readonly roles: readonly string[];
    readonly profiles: readonly string[];
    /** Those of the first role; the others differ in names alone. */
    readonly findings: readonly Finding[];
}
