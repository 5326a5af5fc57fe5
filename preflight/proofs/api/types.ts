/** Where a person, or code, asks from. */
export const API_PLACES = ["company network", "LOB app", "access VPC", "internet"] as const;
export type ApiPlace = (typeof API_PLACES)[number];

/** Who asks for a profile, in relation to it. */
export type Asker =
    /** The person whose profile it is. */
    | "its person"
    /** Another person with a profile in the same line of business. */
    | "colleague"
    /** A person with profiles in other lines of business only. */
    | "person of another LOB"
    /** Somebody signed in whom the directory does not know. */
    | "nobody's name"
    /** The presign function, were it to leave out the tag. */
    | "function, no tag"
    /** The presign function, were session name and tag two people's. */
    | "function, two names"
    /** The presign function, were it to leave out the external id, or to send another line's. */
    | "function, no external id"
    | "function, other external id"
    /** Another role of the access service, with everything else right. */
    | "other role"
    /** The access role of another line of business, with everything else right. */
    | "other LOB's role"
    /** Whoever got hold of a link made for its person. */
    | "holder of the link";

/** The steps of one attempt, in order; each must be allowed. */
export type ApiStep =
    | "reach the API"
    | "reach the sign-in"
    | "pass the API's policy"
    | "take on the access role"
    | "pass the tag"
    | "pass the name"
    | "make the link"
    | "reach Studio"
    | "use the link";

/** What one step came to. */
export interface ApiOutcome {
    readonly step: ApiStep;
    readonly verdict: "allowed" | "denied" | "undecided";
    /** The deciding statements, as `document › statement`. */
    readonly deciding: readonly string[];
    readonly reason: string;
}

/** Outcome of one attempt. */
export interface ApiCell {
    readonly verdict: "yes" | "no" | "not decided";
    readonly expected: "yes" | "no";
    /** The step that decided; for "yes" the last one. */
    readonly step: ApiStep;
    readonly deciding: readonly string[];
    readonly reason: string;
}

export interface ApiRow {
    readonly asker: Asker;
    readonly cells: Readonly<Partial<Record<ApiPlace, ApiCell>>>;
}

/** Profiles of one line of business that no policy tells apart, with what holds for each of them. */
export interface ApiClass {
    readonly lob: string;
    readonly profiles: readonly string[];
    /** The profile the rows were computed for. */
    readonly representative: string;
    readonly rows: readonly ApiRow[];
}
