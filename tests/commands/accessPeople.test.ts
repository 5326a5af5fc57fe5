import assert from "node:assert/strict";

import { findPerson, peopleOf } from "../../commands/access/people";
import { UserError } from "../../commands/open/outputs";

const USERS = [
    { name: "Ana (A)", tag: "ana" },
    { name: "Ana (B)", tag: "ana" },
    { name: "Jon", tag: "jon.doe" },
    { name: "twice", tag: "t1" },
    { name: "twice", tag: "t2" },
    // Somebody's name may be somebody else's tag: the tag is what people sign in with.
    { name: "jon.doe", tag: "jon2" },
];

describe("access: whom a name means", () => {
    const people = peopleOf(USERS);

    const means: readonly (readonly [name: string, person: string])[] = [
        ["ana", "ana"],
        ["Ana (B)", "ana"],
        ["Jon", "jon.doe"],
        ["jon.doe", "jon.doe"],
        ["t2", "t2"],
    ];
    for (const [name, person] of means) {
        it(`${name} is ${person}`, () => assert.equal(findPerson(people, name, "prod"), person));
    }

    const mistakes: readonly (readonly [name: string, said: string])[] = [
        ["twice", 'Stack prod has several people called "twice". Give the value of the tag: t1, t2.'],
        ["Jon.Doe", 'Stack prod has nobody called "Jon.Doe". Most like it: jon.doe, Jon, jon2.'],
        ["anna", 'Stack prod has nobody called "anna". Most like it: ana, Ana (A), Ana (B).'],
    ];
    for (const [name, said] of mistakes) {
        it(`${name} is nobody, with help`, () => {
            assert.throws(
                () => findPerson(people, name, "prod"),
                (error: unknown) => {
                    assert.ok(error instanceof UserError);
                    assert.equal(error.message, said);
                    return true;
                },
            );
        });
    }

    it("says so where no name is like it", () => {
        assert.throws(() => findPerson(people, "xyz", "prod"), {
            message: 'Stack prod has nobody called "xyz". No name is like it; see users in the stack file.',
        });
    });

    it("says so where nobody is", () => {
        assert.throws(() => findPerson(new Map(), "ana", "dev"), {
            message: 'Stack dev has nobody called "ana". It has no users.',
        });
    });

    it("takes a user without tag as a person of their own", () => {
        assert.deepEqual(
            [...peopleOf([{ name: "ana" }, { name: "jon" }])],
            [
                ["ana", ["ana"]],
                ["jon", ["jon"]],
            ],
        );
    });
});
