import type { Finding } from "./findings";
import { allOf, anyOf, definite, type Match } from "./match";
import type { PrincipalMatch } from "./principals";
import type { LayerName, StatementReference } from "./types";

/** A part of the question "is it allowed?", with what answered it. */
export interface Term {
    readonly match: Match;
    /** For `yes`: the Allows that decided. */
    readonly allows: readonly StatementReference[];
    /** For `maybe`: what could not be decided. */
    readonly unsure: readonly Finding[];
    /** For `no`: the layer without a matching Allow. */
    readonly missing: LayerName;
    /** For `no`: how many requirements were met before it; the alternative that got furthest is the one reported. */
    readonly met: number;
}

/** A requirement that holds, or does not, without any statement. */
export function given(holds: boolean, layer: LayerName): Term {
    return { match: definite(holds), allows: [], unsure: [], missing: layer, met: 0 };
}

/** One of the findings must be a matching Allow. `by` limits it to one way of naming the caller. */
export function someAllow(layer: LayerName, findings: readonly Finding[], by?: keyof PrincipalMatch): Term {
    const allows = findings
        .filter((finding) => finding.effect === "Allow")
        .map((finding) => ({ finding, match: by === undefined ? finding.match : finding.by[by] }));
    return {
        match: anyOf(allows.map(({ match }) => match)),
        allows: allows.filter(({ match }) => match === "yes").map(({ finding }) => finding.reference),
        unsure: allows.filter(({ match }) => match === "maybe").map(({ finding }) => finding),
        missing: layer,
        met: 0,
    };
}

/** All terms are required. */
export function every(terms: readonly Term[]): Term {
    const match = allOf(terms.map((term) => term.match));
    const failed = terms.findIndex((term) => term.match === "no");
    return {
        match,
        allows: terms.flatMap((term) => term.allows),
        unsure: terms.filter((term) => term.match === "maybe").flatMap((term) => term.unsure),
        missing: terms[failed]?.missing ?? "identity",
        met: failed + (terms[failed]?.met ?? 0),
    };
}

/** One of the terms is enough. Of equals that fail, the first is reported. */
export function some(terms: readonly Term[]): Term {
    const furthest = terms.reduce<Term | undefined>(
        (best, term) => (best && best.met >= term.met ? best : term),
        undefined,
    );
    return {
        match: anyOf(terms.map((term) => term.match)),
        allows: terms.filter((term) => term.match === "yes").flatMap((term) => term.allows),
        unsure: terms.filter((term) => term.match === "maybe").flatMap((term) => term.unsure),
        missing: furthest?.missing ?? "identity",
        met: furthest?.met ?? 0,
    };
}
