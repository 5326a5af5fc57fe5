import assert from "node:assert/strict";
import path from "node:path";

import { ResourceGraph } from "../../policy-pack/graph";
import { notices } from "../../preflight/notices";
import type { Assumption } from "../../preflight/record";
import { DEV, PROJECT_DIR, settingsOf } from "../deployments/devStack";
import { graphOf } from "../../policy-pack/tests/fixture/build";

const NOTHING = new ResourceGraph([]);
const sample = (name: string): string => path.join(PROJECT_DIR, "tests/stacks", `${name}.yaml`);

/** Notices about the network; those about access have tests of their own in stacks.test.ts. */
const CASES: readonly (readonly [what: string, stackFile: string, notices: readonly string[]])[] = [
    [
        "an isolated network whose deployers nobody has named",
        DEV,
        [
            "security.buckets.deployers names nobody: the buckets hold Studio's roles to the S3 endpoint, and leave to IAM which other roles of the account list, write and delete there. What lies there only Studio reads, by its key. Production asks for the names.",
        ],
    ],
    [
        "keys of others and buckets that may be lost",
        sample("existing-keys"),
        [
            "security.keys: the policies of the keys for domain, data, logs are their owners'; who may use these keys is not proven here.",
            "security.buckets.emptyOnDestroy is true: a destroy deletes the buckets with everything in them.",
        ],
    ],
    [
        "NAT",
        sample("nat"),
        [
            "network.egress is nat: apps and jobs reach every address of the internet on 443 and 80, and nothing inspects what they send.",
        ],
    ],
    [
        "a firewall in production",
        sample("firewall"),
        [
            "The firewall lets out to: python-packages, conda, hugging-face, git-hosting, .example.com.",
            "The firewall lets NTP out to: 203.0.113.123/32.",
            "network.dns.allow: these names resolve too: .corp.example.com.",
        ],
    ],
    [
        "one zone and an unprotected firewall",
        sample("preset-network-firewall"),
        [
            "The firewall lets out to: kaggle.",
            "network.firewall.protections is false: AWS refuses neither change nor deletion of the firewall.",
            "network.zones has one zone: Studio stops when it does. Production refuses that.",
        ],
    ],
    [
        "an organization and roles for emergencies",
        sample("full"),
        [
            "network.endpoints.organization: principals of every account of o-a1b2c3d4e5 may pass the endpoints, not of this account alone.",
            "Roles for emergencies read and write the buckets from anywhere: arn:aws:iam::111122223333:role/break-glass.",
        ],
    ],
    [
        "an existing VPC",
        sample("existing-vpc"),
        [
            "vpc-0a1b2c3d4e5f60718 belongs to somebody else: its default group and its other subnets are not judged here.",
            "The DNS Firewall is put on vpc-0a1b2c3d4e5f60718: names that look like tunnels or are generated are blocked for everything in it.",
        ],
    ],
];

describe("notices", () => {
    for (const [what, stackFile, expected] of CASES) {
        it(`tell of ${what}`, () => {
            const found = notices(settingsOf(stackFile), NOTHING).filter((line) => !/^(Operators|access\.)/.test(line));
            assert.deepEqual(
                found.filter((line) => expected.includes(line)),
                expected,
                found.join("\n"),
            );
            if (stackFile === DEV) {
                assert.deepEqual(found, expected);
            }
        });
    }

    it("say who decides names where the owner of an existing VPC does", () => {
        const settings = settingsOf(sample("existing-vpc"), {
            network: (value) => {
                const network = value as { vpc: object };
                return { ...network, vpc: { ...network.vpc, ownDns: true } };
            },
        });
        assert.ok(
            notices(settings, NOTHING).includes(
                "network.vpc.ownDns is true: which names resolve in vpc-0a1b2c3d4e5f60718, its owner decides; it is not proven here.",
            ),
        );
    });

    describe("of quotas", () => {
        const profiles = (count: number): ResourceGraph =>
            graphOf(
                Array.from({ length: count }, (_, index) => ({
                    type: "aws:sagemaker/userProfile:UserProfile",
                    name: `person-${index}`,
                    props: {},
                })),
            );
        const granted = (value: number): Assumption => ({
            token: "aws:servicequotas/getServiceQuota:getServiceQuota",
            args: {},
            answer: { quotaCode: "L-AC46C40F", value },
            why: "as answered",
        });
        const told = (count: number, assumptions: readonly Assumption[]): string[] =>
            notices(settingsOf(DEV), profiles(count), assumptions).filter((line) => line.includes("quota"));

        it("compare with what the recording answered, and with a new account's where nobody was asked", () => {
            const message = (quota: number): string =>
                `3 user profiles, a new account's quota is ${quota}: ask for more of L-AC46C40F in Service Quotas before the first update.`;
            assert.deepEqual(told(3, []), [message(2)]);
            assert.deepEqual(told(3, [granted(2)]), [message(2)]);
            assert.deepEqual(told(3, [granted(3)]), []);
            assert.deepEqual(told(2, []), []);
        });
    });
});
