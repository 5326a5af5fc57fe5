import type { ApiCell, ApiPlace } from "../../preflight/proofs/api";

/** What the access API answers to `GET /session`. */
export interface ApiAnswer {
    /** HTTP status; absent when no answer comes back, or none can be told. */
    readonly status?: 302 | 401 | 403 | 404 | 409;
    /** Whether Studio opens at the end. */
    readonly opens: "yes" | "no" | "not decided";
    /** One sentence for people. */
    readonly says: string;
    /** The step that decided. */
    readonly step?: string;
    /** The deciding statements, as `document › statement`. */
    readonly deciding: readonly string[];
    readonly reason?: string;
}

/** What comes of asking for one profile from one place. */
export function answerOf({ verdict, step, deciding, reason }: ApiCell): ApiAnswer {
    const why = { step, deciding, reason };
    if (verdict === "not decided") {
        return { opens: "not decided", says: `What comes of "${step}" is not known yet.`, ...why };
    }
    if (verdict === "yes") {
        return { status: 302, opens: "yes", says: "A link to this profile, which opens.", ...why };
    }
    return { opens: "no", ...refusedAt(step), ...why };
}

/** As the authorizer and the presign function answer; a way that ends before them answers nothing. */
function refusedAt(step: ApiCell["step"]): Pick<ApiAnswer, "status" | "says"> {
    switch (step) {
        case "reach the API":
            return { says: "No answer: the API is not reached from there." };
        case "reach the sign-in":
            return { status: 401, says: "No token can be had: the sign-in is not reached from there." };
        case "pass the API's policy":
            return { status: 403, says: "The API's own policy refuses the call." };
        case "take on the access role":
        case "pass the tag":
        case "pass the name":
            return { status: 403, says: "The line of business does not admit the access service for this person." };
        case "make the link":
            return { status: 403, says: "The access role may not open this profile." };
        case "reach Studio":
        case "use the link":
            return { status: 302, says: "A link that does not open from there." };
    }
}

/** One profile of a person, where it is, and what comes of asking for it. */
export interface ProfileAnswer {
    readonly lob: string;
    /** Name in the stack file's `accounts`. */
    readonly accountName: string;
    readonly account: string;
    readonly region: string;
    /** Name of the domain. */
    readonly domain: string;
    /** `LOB/PROFILE`, as the API's query `profile` names it. */
    readonly profile: string;
    readonly profileName: string;
    /** ARN of the role the access service takes on. */
    readonly role: string;
    /** By the place asked from. */
    readonly from: Readonly<Partial<Record<ApiPlace, ApiAnswer>>>;
}

/**
 * Answer to `GET /session` without a profile, asked from the company network.
 *
 * @param isComplete false while entries of the directory cannot be read: one of them may be the person's
 */
export function sessionAnswer(profiles: readonly ProfileAnswer[], isComplete: boolean): ApiAnswer {
    const [only, ...others] = profiles;
    if (!isComplete && others.length === 0) {
        const says = "Not every entry of the directory is known yet, so how many are the person's cannot be told.";
        return { opens: "not decided", says, deciding: [] };
    }
    if (only === undefined) {
        return { status: 404, opens: "no", says: "The directory has no profile for this person.", deciding: [] };
    }
    return others.length === 0
        ? (only.from["company network"] as ApiAnswer)
        : {
              status: 409,
              opens: "no",
              says: "The person has several profiles and chooses one.",
              deciding: [],
          };
}

/** How the command ends: 0 everything of the person's opens from the company network, 1 something does not, 2 not decided. */
export function exitCodeOf(profiles: readonly ProfileAnswer[], isComplete: boolean): 0 | 1 | 2 {
    const opens = profiles.map(({ from }) => from["company network"]?.opens ?? "no");
    if (opens.includes("no")) {
        return 1;
    }
    return opens.includes("not decided") || !isComplete ? 2 : opens.length === 0 ? 1 : 0;
}
