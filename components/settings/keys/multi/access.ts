import { z } from "zod";

import { setting } from "../../setting";
import { booleanKey, distinct, retentionDays } from "../../values";
import { email } from "../baseline";
import { keyAdministrators } from "./keyAdministrators";
import { accountName, rangesByZone, vpcRange } from "./places";
import { signInSchema } from "./signIn";

const link = setting(
    z.strictObject({
        seconds: setting(z.int().min(5).max(30), {
            description: "Seconds for which a link can be opened",
            example: 10,
            rule: "whole seconds, 5 to 30",
        }).default(20),
        sessionMinutes: setting(z.int().min(30).max(720), {
            description: "Minutes until Studio, opened with it, asks to sign in again",
            example: 240,
            rule: "whole minutes, 30 to 720",
        }).default(480),
    }),
    {
        description: "Links to Studio and the sessions they open",
        example: { seconds: 10, sessionMinutes: 240 },
        rule: "a map of seconds and sessionMinutes",
    },
).prefault({});

const throttle = setting(
    z.strictObject({
        requestsPerSecond: setting(z.int().min(1).max(10000), {
            description: "Requests a second, of all people together",
            example: 50,
            rule: "a whole number, 1 to 10000",
        }).default(20),
        burst: setting(z.int().min(1).max(5000), {
            description: "Requests at once",
            example: 100,
            rule: "a whole number, 1 to 5000; not less than requestsPerSecond, unless that is more than 5000",
        }).default(40),
    }),
    {
        description: "What the API answers before it says 429",
        example: { requestsPerSecond: 50, burst: 100 },
        rule: "a map of requestsPerSecond and burst",
    },
).prefault({});

export const accessServiceSchema = setting(
    z.strictObject({
        account: accountName("the access service"),
        cidr: vpcRange("the access service's VPC", "10.17.0.0/16"),
        subnets: setting(
            z.strictObject({
                functions: rangesByZone("functions", "10.17.8.0/24", "access"),
                transit: rangesByZone("the attachment to the transit gateway", "10.17.64.0/24", "access"),
            }),
            {
                description: "Ranges to use in place of the computed ones",
                example: { functions: { "euw1-az1": "10.17.8.0/24" }, transit: { "euw1-az1": "10.17.64.0/24" } },
                rule: "functions and transit, each with a range for every zone of hub.zones",
            },
        ).optional(),
        tag: setting(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/), {
            description:
                "Key of the tag that joins a person to their profile: it stands on the profile and on the session with which the service opens it. Where it is not the default, name it in the policy pack's configuration too (`abacTagKeys`)",
            example: "personId",
            rule: "a letter, then letters, digits and _ . -, at most 128 in all",
        }).default("studiouserid"),
        link,
        throttle,
        logRetentionDays: retentionDays("Days to keep the logs of API and functions, audit records included"),
        alarms: setting(
            z.strictObject({
                emails: setting(distinct(z.array(email)), {
                    description: "Who is told of the service's alarms",
                    example: ["platform@example.com"],
                    rule: "e-mail addresses, each once",
                    fix: "write for example platform@example.com",
                }).default([]),
            }),
            {
                description: "Alarms on errors, refusals and throttling",
                example: { emails: ["platform@example.com"] },
                rule: "a map of emails",
            },
        ).prefault({}),
        keyAdministrators: keyAdministrators("the access service"),
        signIn: signInSchema,
        createUsers: booleanKey(
            "Whether the user pool gets a user for each person of the lines of business; no password is set. Without it: true, but false with an identity provider of yours, whose people need none",
            { example: false, rule: "true or false; not true with signIn.saml or signIn.oidc" },
        ).optional(),
    }),
    {
        description: "The access service: the private API through which people open their own profiles",
        example: { account: "shared", cidr: "10.17.0.0/16" },
        rule: "a map with at least account and cidr",
        noDefault: "account and range are decisions only you can make",
    },
);
