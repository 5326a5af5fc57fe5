import { strict as assert } from "node:assert";

import fc from "fast-check";

import { endpointId, type FirewallStatus } from "../../components/network/egress/firewall/endpointId";

type Attachment = { endpointId?: string; subnetId?: string };

function status(...states: [zone: string | undefined, ...attachments: Attachment[]][]): FirewallStatus[] {
    return [{ syncStates: states.map(([availabilityZone, ...attachments]) => ({ availabilityZone, attachments })) }];
}

const place = (subnetId: string, ...zones: (string | undefined)[]): Parameters<typeof endpointId>[1] => ({
    firewall: "fixture",
    subnetId,
    zones,
});

describe("endpointId", () => {
    const two = status(
        ["eu-west-1b", { endpointId: "vpce-b", subnetId: "subnet-b" }],
        ["eu-west-1a", { endpointId: "vpce-a", subnetId: "subnet-a" }],
    );
    const found: [what: string, statuses: FirewallStatus[], at: Parameters<typeof endpointId>[1], expected: string][] =
        [
            ["by subnet, whatever the order", two, place("subnet-a", "euw1-az1"), "vpce-a"],
            ["by subnet, when the zone says otherwise", two, place("subnet-a", "eu-west-1b"), "vpce-a"],
            [
                "by the zone's name, where the answer names no subnet",
                status(
                    ["eu-west-1b", { endpointId: "vpce-b" }],
                    ["eu-west-1a", { endpointId: "vpce-a", subnetId: "" }],
                ),
                place("subnet-a", "euw1-az1", "eu-west-1a"),
                "vpce-a",
            ],
            [
                "by the zone's id, where the answer has ids",
                status(["euw1-az1", { endpointId: "vpce-a" }]),
                place("subnet-a", "eu-west-1a", undefined, "euw1-az1"),
                "vpce-a",
            ],
            ["once, when it is told twice", [...two, ...two], place("subnet-b"), "vpce-b"],
            [
                "beside an endpoint that is going",
                status([
                    "eu-west-1a",
                    { endpointId: "", subnetId: "subnet-a" },
                    { endpointId: "vpce-a", subnetId: "subnet-a" },
                ]),
                place("subnet-a"),
                "vpce-a",
            ],
        ];
    for (const [what, statuses, at, expected] of found) {
        it(`finds an endpoint ${what}`, () => {
            assert.equal(endpointId(statuses, at), expected);
        });
    }

    const missing: [
        what: string,
        statuses: FirewallStatus[] | undefined,
        at: Parameters<typeof endpointId>[1],
        message: RegExp,
    ][] = [
        [
            "nothing is answered",
            undefined,
            place("subnet-a", "euw1-az1"),
            /no endpoint in subnet subnet-a \(euw1-az1\).*nothing/s,
        ],
        ["no state is answered", [{}], place("subnet-a"), /no endpoint/],
        [
            "other subnets have one, even in the zone",
            two,
            place("subnet-c", "eu-west-1a"),
            /vpce-a subnet-a eu-west-1a; vpce-b subnet-b eu-west-1b/,
        ],
        [
            "its id is not there yet",
            status(["eu-west-1a", { subnetId: "subnet-a" }]),
            place("subnet-a"),
            /- subnet-a eu-west-1a/,
        ],
        [
            "neither subnet nor zone is told",
            status([undefined, { endpointId: "vpce-a" }]),
            place("subnet-a", undefined),
            /no endpoint/,
        ],
        [
            "one subnet has two",
            status([
                "eu-west-1a",
                { endpointId: "vpce-a", subnetId: "subnet-a" },
                { endpointId: "vpce-z", subnetId: "subnet-a" },
            ]),
            place("subnet-a"),
            /2 endpoints in subnet subnet-a/,
        ],
    ];
    for (const [what, statuses, at, message] of missing) {
        it(`refuses to guess when ${what}, and says what to do`, () => {
            assert.throws(() => endpointId(statuses, at), message);
            assert.throws(
                () => endpointId(statuses, at),
                /describe-firewall --firewall-name fixture .*pulumi refresh and pulumi up/s,
            );
        });
    }

    it("gives each subnet its own endpoint, however the sets are shuffled and split", () => {
        const letters = fc.uniqueArray(fc.constantFrom(..."abcdef"), { minLength: 1 });
        const statuses = letters.chain((zones) =>
            fc.tuple(
                fc.shuffledSubarray(zones, { minLength: zones.length }),
                fc.nat({ max: zones.length }),
                fc.constantFrom("name", "none"),
            ),
        );
        fc.assert(
            fc.property(statuses, ([zones, cut, subnets]) => {
                const states = zones.map((zone): [string, Attachment] => [
                    `eu-west-1${zone}`,
                    { endpointId: `vpce-${zone}`, ...(subnets === "name" ? { subnetId: `subnet-${zone}` } : {}) },
                ]);
                const answer = [...status(...states.slice(0, cut)), ...status(...states.slice(cut))];
                for (const zone of zones) {
                    assert.equal(
                        endpointId(answer, place(`subnet-${zone}`, "euw1-az9", `eu-west-1${zone}`)),
                        `vpce-${zone}`,
                    );
                }
            }),
        );
    });
});
