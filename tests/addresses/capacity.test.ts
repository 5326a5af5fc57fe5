import assert from "node:assert/strict";

import fc from "fast-check";

import { isShort, prefixFor, roomOf, type RoomRequest, roomText } from "../../components/addresses";

const NOTHING: RoomRequest = { studio: {}, endpoint: {}, interfaceEndpoints: 0, resolver: false };

/** Needed addresses of each subnet, by tier and zone. */
function needs(request: Partial<RoomRequest>): Record<string, number> {
    return Object.fromEntries(
        roomOf({ ...NOTHING, ...request }).map(({ tier, zone, needed }) => [`${tier} ${zone}`, needed]),
    );
}

const stated = { users: 10, jobs: 0, instancesPerJob: 1, efa: false };
const zones = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`z${index}`, `10.0.${16 * index}.0/20`]));

describe("addresses: room", () => {
    it("is a subnet's addresses but the five that are AWS's", () => {
        const ranges = { a: "10.0.0.0/28", b: "10.0.1.0/24", c: "10.1.0.0/16" };
        assert.deepEqual(
            roomOf({ ...NOTHING, studio: ranges }).map(({ free }) => free),
            [11, 251, 65531],
        );
    });

    it("is needed for the home directories even when nothing is stated", () => {
        assert.deepEqual(needs({ studio: zones(2) }), { "studio z0": 1, "studio z1": 1 });
    });

    it("is four addresses a user, in the zones that are left when one fails", () => {
        const users = (count: number): number | undefined => needs({ studio: zones(count), stated })["studio z0"];
        assert.deepEqual([1, 2, 3, 4, 5, 6].map(users), [41, 41, 21, 15, 11, 9]);
    });

    it("is in every subnet what all instances of all jobs take", () => {
        const jobs = { users: 0, jobs: 3, instancesPerJob: 4, efa: false };
        assert.deepEqual(needs({ studio: zones(3), stated: jobs }), {
            "studio z0": 25,
            "studio z1": 25,
            "studio z2": 25,
        });
        assert.equal(needs({ studio: zones(1), stated: { ...jobs, efa: true } })["studio z0"], 61);
    });

    it("is one address for each endpoint in every zone, and two in all for the resolver", () => {
        const endpoints = (count: number): number[] =>
            Object.values(needs({ endpoint: zones(count), interfaceEndpoints: 7, resolver: true }));
        assert.deepEqual([1, 2, 3].map(endpoints), [[9], [8, 8], [8, 8, 8]]);
        assert.deepEqual(needs({ endpoint: zones(1), interfaceEndpoints: 7 }), { "endpoint z0": 7 });
    });

    it("is nothing in a tier that is not made", () => {
        assert.deepEqual(roomOf({ ...NOTHING, interfaceEndpoints: 7, resolver: true, stated }), []);
    });

    it("is told in one sentence", () => {
        const rooms = roomOf({
            studio: { "euw1-az1": "10.0.0.0/27" },
            endpoint: { "euw1-az1": "10.0.1.0/28" },
            interfaceEndpoints: 1,
            resolver: false,
            stated: { users: 1, jobs: 2, instancesPerJob: 1, efa: true },
        });
        assert.deepEqual(rooms.map(roomText), [
            "studio in euw1-az1 (10.0.0.0/27) has 27 addresses; 1 user takes 4 (4 each), 2 jobs of 1 instance take 10 (5 for each instance with EFA), the mount target of the home directories takes 1, 15 in all",
            "endpoint in euw1-az1 (10.0.1.0/28) has 11 addresses; 1 interface endpoint takes 1",
        ]);
    });

    it("is short from the first address that is missing", () => {
        const room = (interfaceEndpoints: number): boolean[] =>
            roomOf({ ...NOTHING, endpoint: { a: "10.0.0.0/28" }, interfaceEndpoints }).map(isShort);
        assert.deepEqual([room(11), room(12)], [[false], [true]]);
    });

    it("is had by the smallest subnet that is advised, and by no smaller one", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 2 ** 16 - 5 }), (needed) => {
                const prefix = prefixFor(needed);
                assert.ok(prefix !== undefined && prefix >= 16 && prefix <= 28);
                assert.ok(2 ** (32 - prefix) - 5 >= needed);
                assert.ok(prefix === 28 || 2 ** (31 - prefix) - 5 < needed);
            }),
        );
    });

    it("is had by no subnet beyond a /16", () => {
        assert.deepEqual([prefixFor(65531), prefixFor(65532)], [16, undefined]);
    });
});
