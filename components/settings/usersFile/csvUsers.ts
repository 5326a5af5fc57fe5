import { tagKeyRule } from "../keys/tags";
import { nearest } from "../nearest";
import type { Location, Problem, SettingPath } from "../problems";
import { type CsvMistake, type CsvRecord, parseCsv } from "./csv";

/** The users of a CSV file as a stack file would list them, and where each stands. */
export interface CsvUsers {
    readonly users: readonly unknown[];
    /** Place of a path within the list. */
    readonly locate: (path: SettingPath) => Location;
    readonly problems: readonly Problem[];
}

const COLUMNS = ["name", "tag", "group", "userName", "profile", "persona", "team"];
/** Columns of further tags: `tag:team` holds each user's value of the tag `team`. */
const TAG_PREFIX = "tag:";

const RULES: Readonly<Record<CsvMistake["kind"], readonly [rule: string, fix: string]>> = {
    "quote in a plain field": [
        'a field that contains " stands in quotes as a whole, without spaces around them',
        'put the field in quotes and write each " in it twice',
    ],
    "text after the closing quote": [
        "a comma or the end of the line follows the closing quote",
        'write each " within the quotes twice',
    ],
    "no closing quote": ["a quote that opens a field is closed", 'add the closing "'],
    "lone CR": ["a line ends in LF or CRLF", "save the file with the line endings of Windows or Unix"],
};

/**
 * Reads users from CSV (RFC 4180). The first line names the columns; an empty field is a key left out, and an empty line
 * nothing. `name` is the file's in messages. Lines that cannot be read are left out of the list, the others kept, so
 * that their mistakes are found too. With a column wrong there is no list.
 *
 * @param required columns that must be there
 */
export function csvUsers(text: string, name: string, required: readonly string[]): CsvUsers {
    const { records, mistakes } = parseCsv(text);
    const [header, ...rows] = records;
    const at = (line: number, key?: string): Location => ({ file: name, line, ...(key !== undefined && { key }) });
    if (mistakes.length > 0) {
        return none(
            name,
            mistakes.map(({ line, column, kind, found }) => {
                const [rule, fix] = RULES[kind];
                return { path: [], found, rule, fix, at: at(line, `column ${column}`) };
            }),
        );
    }
    const wrong = headerProblems(header, at, required);
    if (header === undefined || wrong.length > 0) {
        return none(name, wrong);
    }
    const columns = header.fields;
    const people = rows.filter(({ fields }) => !isEmpty(fields));
    const complete = people.filter(({ fields }) => fields.length === columns.length);
    return {
        users: complete.map(({ fields }) => toUser(columns, fields)),
        locate: ([index, key, tagKey]) => {
            const column = key === "tags" ? tagKey && `${TAG_PREFIX}${tagKey}` : key;
            return at(complete[Number(index)]?.line ?? 1, column === undefined ? undefined : `column ${column}`);
        },
        problems: people
            .filter(({ fields }) => fields.length !== columns.length)
            .map(({ line, fields }) => ({
                path: [],
                found: fields,
                rule: `every line has ${columns.length} fields, one for each column of the first line; this one has ${fields.length}`,
                fix: "add what is missing, as nothing between two commas where there is nothing; a field that contains a comma stands in quotes",
                at: at(line),
            })),
    };
}

function none(name: string, problems: readonly Problem[]): CsvUsers {
    return { users: [], locate: () => ({ file: name, line: 1 }), problems };
}

function isEmpty(fields: readonly string[]): boolean {
    return fields.length === 1 && fields[0] === "";
}

function headerProblems(
    header: CsvRecord | undefined,
    at: (line: number, key?: string) => Location,
    required: readonly string[],
): Problem[] {
    if (header === undefined || isEmpty(header.fields)) {
        const rule = `the first line names the columns ${required.join(" and ")} and, where wanted, profile, persona, team and tag:KEY`;
        const fix = `begin the file with the line ${required.join(",")}`;
        return [{ path: [], found: undefined, rule, fix, at: at(1) }];
    }
    const columns = header.fields;
    const separated = columns.length === 1 ? /[;\t]/.exec(columns[0] ?? "")?.[0] : undefined;
    if (separated !== undefined) {
        const rule = "columns are separated by commas";
        return [{ path: [], found: columns[0], rule, fix: "save the file with commas between the columns", at: at(1) }];
    }
    const problems = columns.flatMap((column, index): Problem[] => {
        const mistake = columnMistake(column, columns.indexOf(column) !== index);
        return mistake === undefined ? [] : [{ path: [], found: column, ...mistake, at: at(1, `column ${index + 1}`) }];
    });
    const missing = required.filter((column) => !columns.includes(column));
    return [
        ...problems,
        ...missing.map((column) => ({
            path: [],
            found: columns,
            rule: `the column ${column} is required`,
            fix: `add ${column} to the first line and a field for it to every other`,
            at: at(1),
        })),
    ];
}

function columnMistake(column: string, again: boolean): { rule: string; fix: string } | undefined {
    if (again) {
        return { rule: "each column stands once", fix: "remove or rename one of the two" };
    }
    if (column.startsWith(TAG_PREFIX)) {
        const rule = tagKeyRule(column.slice(TAG_PREFIX.length));
        return rule === undefined ? undefined : { rule, fix: `rename the column, for example ${TAG_PREFIX}team` };
    }
    if (COLUMNS.includes(column)) {
        return undefined;
    }
    const meant = nearest(column, COLUMNS);
    return {
        rule: `unknown column; the columns are ${COLUMNS.join(", ")} and ${TAG_PREFIX}KEY for further tags`,
        fix: meant === undefined ? "remove the column, or rename it" : `did you mean ${meant}?`,
    };
}

function toUser(columns: readonly string[], fields: readonly string[]): Record<string, unknown> {
    const given = columns
        .map((column, index) => [column, fields[index] ?? ""] as const)
        .filter(([, text]) => text !== "");
    const tags = given
        .filter(([column]) => column.startsWith(TAG_PREFIX))
        .map(([column, text]) => [column.slice(TAG_PREFIX.length), text]);
    return {
        ...Object.fromEntries(given.filter(([column]) => !column.startsWith(TAG_PREFIX))),
        ...(tags.length > 0 && { tags: Object.fromEntries(tags) as Record<string, string> }),
    };
}
