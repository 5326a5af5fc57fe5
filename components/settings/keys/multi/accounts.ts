import { z } from "zod";

import { setting } from "../../setting";
import { checked } from "../../values";
import { accountId, assumeRole } from "../account";

/** Room for the purposes and lines of business a stack can have. */
const MOST_ACCOUNTS = 202;

const ACCOUNT_NAME = /^[a-z][a-z0-9-]{0,31}$/;

const account = setting(z.strictObject({ id: accountId, assumeRole: assumeRole.optional() }), {
    description: "One account and the role the deployment assumes in it",
    example: { id: "111122223333", assumeRole: { arn: "arn:aws:iam::111122223333:role/deployer" } },
    rule: "a map with at least id",
});

export const accountsSchema = setting(
    checked(z.record(z.string(), account), (accounts, report) => {
        const names = Object.keys(accounts);
        if (names.length > MOST_ACCOUNTS) {
            report({ rule: `at most ${MOST_ACCOUNTS} accounts`, fix: "divide the lines of business among stacks" });
        }
        for (const name of names.filter((each) => !ACCOUNT_NAME.test(each))) {
            report({
                path: [name],
                rule: "an account's name has 1 to 32 lower-case letters, digits and hyphens and begins with a letter",
                fix: "rename it, for example shared",
            });
        }
    }),
    {
        description:
            "The accounts, each under a name of yours by which `hub`, `access`, `lobs` and `onprem` say where they are. One account may serve several of them. All are of one organization that shares resources within itself (RAM)",
        example: { shared: { id: "111122223333" }, retail: { id: "444455556666" } },
        rule: "a map of names to maps with id; each id once, each name used",
        noDefault: "policy documents name the accounts and must be readable at preview",
    },
);
