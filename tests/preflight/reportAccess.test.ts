import assert from "node:assert/strict";

import type { AccessClass, Place } from "../../preflight/proofs/access";
import { itemsBelow, NOT_DECIDED, TO_CHANGE } from "./reportItems";
import {
    CLIENTS_WITHOUT_VIA,
    FROM_ADDRESSES,
    FROM_ADDRESSES_UNCONFIGURED,
    FROM_ANYWHERE,
    FROM_ANYWHERE_EXCEPTED,
    FROM_ANYWHERE_EXPIRED,
    NO_CLIENTS,
    NO_USERS,
} from "./stackCases";
import { type Case, judged, type Judged } from "./stackReports";

const CASES = [
    ...[FROM_ADDRESSES, FROM_ADDRESSES_UNCONFIGURED, FROM_ANYWHERE, FROM_ANYWHERE_EXCEPTED, FROM_ANYWHERE_EXPIRED],
    ...[CLIENTS_WITHOUT_VIA, NO_CLIENTS, NO_USERS],
];
const P60 = "P60 sagemaker-presigned-url-vpce-restricted";
const OPENS = ["person same", "operator on behalf", "Studio app own profile"];

/** Cells of one column: who and tag, and the verdict. */
function column({ report }: Judged, place: Place): Record<string, string | undefined> {
    const [only, ...others] = report.access.classes;
    assert.deepEqual(others, []);
    return Object.fromEntries(
        (only as AccessClass).rows.map((row) => [`${row.persona} ${row.relation}`, row.cells[place]?.verdict]),
    );
}

function everybody(rest: string, special: Readonly<Record<string, string>> = {}): Record<string, string> {
    const people = ["person same", "person other", "person missing", "person other case", "person claims colleague's"];
    const others = ["operator on behalf", "operator missing", "anyone else same", "Studio app own profile"];
    return { ...Object.fromEntries([...people, ...others].map((who) => [who, rest])), ...special };
}

const only = (who: readonly string[], verdict = "yes"): Record<string, string> =>
    everybody("no", Object.fromEntries(who.map((each) => [each, verdict])));

describe("report of who can open which profile from where", function () {
    this.timeout(180_000);

    // Two at a time; each test then finds its report made.
    before(() => Promise.all(CASES.map(judged)));

    const allowing = (statement: string, document: string): string =>
        `${P60}: RolePolicy ${document}: statement ${statement} of ${document} allows ` +
        "sagemaker:CreatePresignedDomainUrl from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.";
    const fromAnyNetwork = [
        allowing("OpenOwnProfile", "studio-execution-data-scientist-presign"),
        allowing("OpenProfileWithSameTag", "studio-user-presign"),
    ];

    it("from addresses: a column of its own, open to the right tag only; elsewhere nobody", async () => {
        const found = await judged(FROM_ADDRESSES);
        assert.deepEqual(column(found, "allowed addresses"), only(OPENS));
        assert.deepEqual(column(found, "internet"), everybody("no"));
        assert.deepEqual(column(found, "company network"), everybody("no"));
        assert.deepEqual(column(found, "VPC"), everybody("no"));
        assert.match(found.text, /^ {2}who +tag +company +VPC +internet +notebook\* +addresses$/m);
        assert.match(
            found.text,
            /^ {2}access\.from is addresses: links work over the internet from\s+203\.0\.113\.0\/24\.$/m,
        );
        assert.equal(found.report.verdict.exitCode, 0);
    });

    const refused: readonly (readonly [string, Case])[] = [
        ["addresses that the pack's configuration does not name", FROM_ADDRESSES_UNCONFIGURED],
        ["from anywhere", FROM_ANYWHERE],
    ];
    for (const [what, stack] of refused) {
        it(`${what}: refused by P60`, async () => {
            const { report, text } = await judged(stack);
            assert.equal(report.verdict.exitCode, 1);
            assert.deepEqual(itemsBelow(text, TO_CHANGE), fromAnyNetwork);
        });
    }

    it("from anywhere with an exception: passes, and says so", async () => {
        const found = await judged(FROM_ANYWHERE_EXCEPTED);
        assert.equal(found.report.verdict.exitCode, 0);
        assert.deepEqual(column(found, "internet"), only(OPENS));
        assert.deepEqual(itemsBelow(found.text, /^Policies$/).slice(1), [
            `excepted ${P60} (studio-execution-data-scientist-presign) until 2999-12-31: trial before the VPN stands`,
            `excepted ${P60} (studio-user-presign) until 2999-12-31: trial before the VPN stands`,
        ]);
        assert.ok(
            itemsBelow(found.text, /^Notices$/).includes(
                "access.from is anywhere: a link works from the whole internet for whoever holds the right tag.",
            ),
        );
        assert.match(found.text, /nothing stops a deployment, with 2 excepted\s+findings\s+above\.$/);
    });

    it("from anywhere with an exception that has expired: refused, with the day", async () => {
        const { report, text } = await judged(FROM_ANYWHERE_EXPIRED);
        assert.equal(report.verdict.exitCode, 1);
        assert.deepEqual(itemsBelow(text, TO_CHANGE), [
            ...fromAnyNetwork,
            `${P60}: exception for studio-(user|execution-data-scientist)-presign: it expired on 2020-12-31. ` +
                "Fix the resource, or renew the exception with a new date.",
        ]);
    });

    it("company ranges without a gateway: not proven", async () => {
        const found = await judged(CLIENTS_WITHOUT_VIA);
        assert.equal(found.report.verdict.exitCode, 2);
        assert.deepEqual(column(found, "company network"), only(OPENS, "not decided"));
        assert.deepEqual(column(found, "VPC"), only(OPENS));
        const [clients, own, ...rest] = itemsBelow(found.text, NOT_DECIDED);
        assert.deepEqual(rest, []);
        assert.equal(
            clients,
            "network.clients not proven: The company network (192.168.0.0/16) reaches the Studio and SageMaker API " +
                "endpoints on 443. Because: subnet studio-network-endpoint-euw1-az1: no route back to 192.168.0.0/16, " +
                "so how the company network comes in lies outside this stack. Name the transit or VPN gateway in " +
                "network.clients.via.",
        );
        assert.match(own ?? "", /^access\.own-profile not proven: .* from company network on jon-doe/);
    });

    it("no company network: nobody opens anything from there, and that is as it should be", async () => {
        const found = await judged(NO_CLIENTS);
        assert.equal(found.report.verdict.exitCode, 0);
        assert.deepEqual(column(found, "company network"), everybody("no"));
        assert.deepEqual(column(found, "VPC"), only(OPENS));
    });

    it("no users: says that nobody has a profile", async () => {
        const { report, text } = await judged(NO_USERS);
        assert.deepEqual(report.access.classes, []);
        assert.equal(itemsBelow(text, /^Who can open which profile$/)[0], "No users: nobody has a profile to open.");
    });
});
