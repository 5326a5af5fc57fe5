import type { PlainSettings } from "../../components/settings";
import type { AccessClass } from "../../preflight/proofs/access";
import type { Report } from "../../preflight/report/types";

/** One profile of a person in a single account. */
export interface OwnProfile {
    /** Name in the stack file. */
    readonly user: string;
    readonly profile: string;
    /** Who opens it from where; absent in mode `identity-center`, where SageMaker makes no links. */
    readonly matrix?: AccessClass;
}

/** What the command says of a person in a single account. */
export interface SingleAnswer {
    readonly deployment: "single-account";
    readonly stack: string;
    readonly person: string;
    readonly account: string;
    readonly region: string;
    readonly mode: PlainSettings["access"]["mode"];
    readonly profiles: readonly OwnProfile[];
}

/** What the preflight's report says of a person's profiles. */
export function answerSingle(report: Report, settings: PlainSettings, person: string): SingleAnswer {
    const { access, account, region, stack, users } = settings;
    return {
        deployment: "single-account",
        stack,
        person,
        account: account.id,
        region,
        mode: access.mode,
        profiles: users
            .filter(({ name, tag = name }) => tag === person)
            .map(({ name, profile }): OwnProfile => {
                const cls = report.access.classes.find(({ profiles }) => profiles.includes(profile));
                return {
                    user: name,
                    profile,
                    ...(cls === undefined ? {} : { matrix: { ...cls, profiles: [profile] } }),
                };
            }),
    };
}

/** 0 every profile of the person's opens for them from somewhere, 1 one does not, 2 not decided. */
export function exitCodeOfSingle({ mode, profiles }: SingleAnswer): 0 | 1 | 2 {
    if (mode === "identity-center") {
        return 2;
    }
    const verdicts = profiles.map(({ matrix }) => {
        const own = matrix?.rows
            .filter(({ persona, relation }) => persona !== "Studio app" && relation === "same")
            .flatMap(({ cells }) => Object.values(cells).map(({ verdict }) => verdict));
        return own?.includes("yes") === true ? "yes" : own?.includes("not decided") === true ? "not decided" : "no";
    });
    return verdicts.length === 0 || verdicts.includes("no") ? 1 : verdicts.includes("not decided") ? 2 : 0;
}
