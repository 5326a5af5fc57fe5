import assert from "node:assert/strict";

import { answerMany, type ManyAnswer, peopleOfLobs } from "../../commands/access/many";
import { manyText } from "../../commands/access/text";
import type { PlainMultiSettings } from "../../components/settings";
import { type GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { multiSettingsOf, PROD, recordMulti } from "../deployments/multiStack";

interface LobEntry {
    readonly name: string;
    readonly users: readonly { readonly name: string; readonly tag: string }[];
}

/** The prod stack, in which ana works for both lines of business. */
const settings: PlainMultiSettings = multiSettingsOf(PROD, {
    lobs: (lobs) =>
        (lobs as LobEntry[]).map((lob) => ({
            ...lob,
            users: [...lob.users, { name: `ana-${lob.name}`, tag: "ana" }],
        })),
});

describe("access: people of many lines of business", () => {
    let resources: readonly GraphResource[];
    let asked: (person: string, change?: (resource: GraphResource) => GraphResource) => ManyAnswer;

    before(async function () {
        this.timeout(120_000);
        ({ resources } = await recordMulti(settings));
        asked = (person, change = (resource) => resource) =>
            answerMany(new ResourceGraph(resources.map(change)), settings, person);
    });

    /** The resource of this type and name with another text in a document of its own. */
    const rewritten =
        (type: string, name: RegExp, property: string, from: RegExp, to: string) =>
        (resource: GraphResource): GraphResource => {
            if (resource.type !== type || !name.test(resource.name)) {
                return resource;
            }
            const text = String(resource.props[property]);
            assert.match(text, from, "the document does not say what the test changes");
            return { ...resource, props: { ...resource.props, [property]: text.replace(from, to) } };
        };

    it("finds a person's one profile with its account, domain and role, and a link that opens from the company alone", () => {
        const { person, profiles, session, unread } = asked("user-lob-a");
        assert.equal(profiles.length, 1);
        const [only] = profiles;
        assert.ok(only);
        assert.deepEqual(
            [person, only.lob, only.accountName, only.account, only.region, only.profile, only.profileName, unread],
            ["user-lob-a", "lob-a", "lob-a", "444455556666", "eu-west-1", "lob-a/user-lob-a", "user-lob-a", []],
        );
        assert.match(only.domain, /lob-a/);
        assert.match(only.role, /^arn:aws:iam::444455556666:role\//);
        assert.deepEqual([session.status, session.opens], [302, "yes"]);
        assert.deepEqual(
            Object.fromEntries(Object.entries(only.from).map(([place, { status, opens }]) => [place, [status, opens]])),
            {
                "company network": [302, "yes"],
                "LOB app": [undefined, "no"],
                "access VPC": [undefined, "no"],
                internet: [undefined, "no"],
            },
        );
    });

    it("lets somebody with several profiles choose, each opening", () => {
        const { profiles, session } = asked("ana");
        assert.deepEqual([session.status, session.opens], [409, "no"]);
        assert.deepEqual(
            profiles.map(({ profile, account, from }) => [profile, account, from["company network"]?.status]),
            [
                ["lob-a/ana-lob-a", "444455556666", 302],
                ["lob-b/ana-lob-b", "777788889999", 302],
            ],
        );
    });

    it("has nothing for whom the directory does not know", () => {
        const { profiles, session } = asked("user-lob-c");
        assert.deepEqual([profiles, session.status, session.opens], [[], 404, "no"]);
    });

    const broken: readonly (readonly [
        what: string,
        change: (resource: GraphResource) => GraphResource,
        status: number | undefined,
        step: string,
    ])[] = [
        [
            "the access role trusts another external id",
            rewritten(
                "aws:iam/role:Role",
                /^studio-lob-a-access/,
                "assumeRolePolicy",
                /"sts:ExternalId":"[^"]*"/,
                '"sts:ExternalId":"other"',
            ),
            403,
            "take on the access role",
        ],
        [
            "the hub's endpoint of SageMaker admits no principal of these accounts",
            rewritten(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                /^studio-hub-sagemaker-api$/,
                "policy",
                /"aws:PrincipalAccount":(\[[^\]]*\]|"[^"]*")/g,
                '"aws:PrincipalAccount":"000000000000"',
            ),
            403,
            "make the link",
        ],
        [
            "the API's policy names another endpoint",
            rewritten(
                "aws:apigateway/restApiPolicy:RestApiPolicy",
                /./,
                "policy",
                /vpce-[0-9a-f]+/g,
                "vpce-00000000000000000",
            ),
            403,
            "pass the API's policy",
        ],
        [
            "the profile carries another person's tag",
            (resource) =>
                resource.type === "aws:sagemaker/userProfile:UserProfile" && resource.name.endsWith("user-lob-a")
                    ? { ...resource, props: { ...resource.props, tags: { studiouserid: "somebody-else" } } }
                    : resource,
            403,
            "make the link",
        ],
        [
            "the company has no way to the hub",
            (resource) =>
                resource.type === "aws:ec2/route:Route" && resource.name.startsWith("studio-onprem-host-")
                    ? { ...resource, props: { ...resource.props, destinationCidrBlock: "10.1.0.0/16" } }
                    : resource,
            undefined,
            "reach the API",
        ],
    ];
    for (const [what, change, status, step] of broken) {
        it(`answers ${status ?? "nothing"} when ${what}, and says where it ends`, () => {
            const { session } = asked("user-lob-a", change);
            assert.deepEqual([session.status, session.opens, session.step], [status, "no", step]);
            // Nobody else's way is touched by what is lob-a's own.
            if (what.includes("role") || what.includes("profile")) {
                assert.equal(asked("user-lob-b", change).session.status, 302);
            }
        });
    }

    it("decides nothing while a document cannot be read", async function () {
        this.timeout(120_000);
        const { graph } = await recordMulti(settings, true);
        const { session, unread } = answerMany(graph, settings, "user-lob-a");
        assert.notDeepEqual(unread, []);
        assert.deepEqual([session.status, session.opens], [undefined, "not decided"]);
    });

    it("names people by what they sign in with, and by their names in the stack file", () => {
        assert.deepEqual(peopleOfLobs(settings).get("ana"), ["ana-lob-a", "ana-lob-b"]);
    });

    it("is shown with every profile, the choice between them, and the statements that decide", () => {
        const text = manyText(asked("ana"));
        assert.match(text, /GET \/session, from the company network: 409/);
        assert.match(text, /GET \/session\?profile=lob-a\/ana-lob-a\n {4}GET \/session\?profile=lob-b\/ana-lob-b/);
        assert.match(text, /account +777788889999 \(lob-b\), eu-west-1/);
        assert.match(text.replace(/\s+/g, " "), /session policy › OneProfile/);
        assert.ok(text.split("\n").every((line) => line.length <= 100));
    });
});
