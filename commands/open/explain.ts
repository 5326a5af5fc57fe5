import type { Report } from "../../preflight/report/types";
import { accessText } from "../../preflight/report/access";
import { wrap } from "../../preflight/report/layout";

/** Says who could open the profile from where and which statement decides, from the preflight's matrix. */
export function explain(report: Report, user: string, profile: string): string {
    const cls = report.access.classes.find(({ profiles }) => profiles.includes(profile));
    if (cls === undefined) {
        return `The program registers no profile ${profile} for ${user}.`;
    }
    return [
        wrap(
            `${user} has the profile ${profile} in stack ${report.stack}. Nothing was called; this is what the documents say:`,
            0,
        ),
        "",
        accessText([cls]),
        "",
        wrap(
            '"yes" for person and tag "same" is this command run by the person; "on behalf" is the same run by an operator. The link would work for 20 seconds, the session for 8 hours.',
            0,
        ),
    ].join("\n");
}
