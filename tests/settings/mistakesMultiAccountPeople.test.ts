import { describeMistakes } from "./mistakes";

describeMistakes("settings: many accounts, people", [
    {
        name: "a person's tag with upper case",
        sample: "multi/egress",
        edits: [["tag: jon ", "tag: Jon.Doe "]],
        problems: [
            {
                line: "- { name: jon, tag: Jon.Doe }",
                path: "lobs[1].users[0].tag",
                found: "Jon.Doe",
                rule: "a person's tag is the name they sign in with, of 2 to 64 lower-case letters, digits and . _ + = @ -, with a letter or digit at both ends",
                fix: "write jon.doe",
            },
        ],
    },
    {
        name: "a person's tag nobody signs in with",
        sample: "multi/egress",
        edits: [
            ["tag: jon ", "tag: a/b "],
            ["tag: ann ", "tag: x "],
        ],
        problems: [
            {
                line: "- { name: ann, tag: x }",
                path: "lobs[0].users[0].tag",
                found: "x",
                rule: "a person's tag is the name they sign in with, of 2 to 64 lower-case letters, digits and . _ + = @ -, with a letter or digit at both ends",
                fix: "write a name such as jon.doe, and use it at the sign-in",
            },
            {
                line: "- { name: jon, tag: a/b }",
                path: "lobs[1].users[0].tag",
                found: "a/b",
                rule: "a person's tag is the name they sign in with, of 2 to 64 lower-case letters, digits and . _ + = @ -, with a letter or digit at both ends",
                fix: "write a name such as jon.doe, and use it at the sign-in",
            },
        ],
    },
    {
        name: "a person without a tag",
        sample: "multi/egress",
        edits: [[", tag: jon }", " }"]],
        problems: [
            {
                line: "- { name: jon }",
                path: "lobs[1].users[0].tag",
                found: undefined,
                rule: "required: without it the profile would open for nobody",
                fix: 'add it, for example tag: "a00001"',
            },
        ],
    },
    {
        name: "the ABAC tag as a tag of a user",
        sample: "multi/egress",
        edits: [["tag: jon }", "tag: jon, tags: { studiouserid: x } }"]],
        problems: [
            {
                line: "- { name: jon, tag: jon, tags: { studiouserid: x } }",
                path: "lobs[1].users[0].tags.studiouserid",
                found: "x",
                rule: "a user's tags do not contain studiouserid (access.tag), which decides whose the profile is",
                fix: "remove it; the person's value stands in tag",
            },
        ],
    },
    {
        name: "two profiles of one name in a line",
        sample: "multi/egress",
        edits: [
            [
                "        - { name: jon, tag: jon }",
                "        - { name: jon, tag: jon }\n        - { name: JON, tag: jon }",
            ],
        ],
        problems: [
            {
                line: "- { name: JON, tag: jon }",
                path: "lobs[1].users[1].name",
                found: "JON",
                rule: 'users "jon" and "JON" would both have the profile "jon"',
                fix: "add profile: with another name to one of them",
            },
        ],
    },
    {
        name: "profiles of two lines that the directory would call the same",
        sample: "multi/local",
        edits: [["name: jon-admin", "name: eu-ann"]],
        problems: [
            {
                line: "- { name: ann, tag: ann@example.com }",
                path: "lobs[1].users[0].name",
                found: "ann",
                rule: "the entry of this profile in the directory would be called retail-eu-ann, as one of retail is",
                fix: "give one of the two profiles another name",
            },
        ],
    },
    {
        name: "a user of IAM Identity Center",
        sample: "multi/egress",
        edits: [["tag: jon }", "tag: jon, group: people }"]],
        problems: [
            {
                line: "- { name: jon, tag: jon, group: people }",
                path: "lobs[1].users[0].group",
                found: "people",
                rule: "group is of IAM Identity Center: it counts in mode identity-center only",
                fix: "remove group",
            },
        ],
    },
    {
        name: "the ABAC tag as a tag of everything, and of a user",
        sample: "multi/egress",
        edits: [
            ["config:\n", "config:\n  private-studio:tags: { StudioUserId: all }\n"],
            ["tag: ann }", "tag: ann, tags: { employee: x } }"],
        ],
        problems: [
            {
                line: "private-studio:tags: { StudioUserId: all }",
                path: "tags.StudioUserId",
                found: "all",
                rule: "tags do not contain studiouserid (access.tag), which would give every profile the same value",
                fix: "remove it, or choose another key in access.tag",
            },
        ],
    },
]);
