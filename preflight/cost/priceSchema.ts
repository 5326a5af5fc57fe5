import { z } from "zod";

import { setting } from "../../components/settings/setting";
import { checked, inQuotes } from "../../components/settings/values";
import { EVERY_REGION, PRICE_KEYS } from "./priceKeys";

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const row = z.strictObject({
    key: setting(z.enum(PRICE_KEYS), {
        description: "What the rate is for",
        example: "natGateway",
        rule: `one of ${PRICE_KEYS.join(", ")}`,
    }),
    region: setting(
        z.string().refine((text) => text === EVERY_REGION || REGION.test(text)),
        {
            description: "Region the rate holds in",
            example: "eu-west-1",
            rule: `a Region code, or "${EVERY_REGION}" where the source states one rate for every Region`,
        },
    ),
    unit: setting(z.enum(["hour", "month"]), {
        description: "What one rate is for",
        example: "hour",
        rule: "hour or month; what is paid by use is not part of the fixed cost",
    }),
    usd: setting(z.number().min(0), {
        description: "US dollars for one unit",
        example: 0.048,
        rule: "a number of US dollars, not negative",
        fix: "write the number alone, without quotes and currency",
    }),
    source: setting(z.string().trim().min(1), {
        description: "Where the rate was read",
        example: "https://aws.amazon.com/vpc/pricing/",
        rule: "an address or a document people can look up",
        noDefault: "a rate nobody can look up again is a guess",
    }),
    date: setting(
        z.string().refine((text) => DAY.test(text) && isDay(text)),
        {
            description: "Day of the source",
            example: "2026-09-20",
            rule: "a day of the calendar, year-month-day",
            fix: (found) => inQuotes(found, "write it as 2026-09-20"),
        },
    ),
});

/** Rows of a price file: every key of every row is required, and one rate stands for one thing in one Region. */
export const pricesSchema = setting(
    checked(z.array(row), (rows, report) => {
        const first = new Map<string, number>();
        rows.forEach(({ key, region }, index) => {
            const id = JSON.stringify([key, region]);
            const before = first.get(id);
            if (before === undefined) {
                first.set(id, index);
                return;
            }
            report({
                path: [index],
                rule: `a rate stands once for each key and Region; prices[${before}] already has ${key} in ${region}`,
                fix: "remove one of the two rows",
            });
        });
    }),
    {
        description: "Rates",
        example: [
            {
                key: "natGateway",
                region: "eu-west-1",
                unit: "hour",
                usd: 0.048,
                source: "https://aws.amazon.com/vpc/pricing/",
                date: "2026-09-20",
            },
        ],
        rule: "a list of rows with key, region, unit, usd, source and date",
        fix: "write one row a rate, each beginning with - key:",
    },
);

function isDay(text: string): boolean {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
