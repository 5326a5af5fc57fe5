import { describeMistakes, type Mistakes } from "./mistakes";

const USER = "      tags: { team: research, owner: jon }";
const SEVERAL = Array.from({ length: 39 }, (_, index) => `key${index}: x`).join(", ");

const MISTAKES: readonly Mistakes[] = [
    {
        name: "the ABAC tag among a user's own, in another case",
        sample: "full",
        edits: [[USER, "      tags: { PersonID: a00001 }"]],
        problems: [
            {
                line: "tags: { PersonID: a00001 }",
                path: "users[1].tags.PersonID",
                found: "a00001",
                rule: "a user's tags do not contain personId (access.tag), which decides whose the profile is",
                fix: "remove it; the person's value stands in tag",
            },
        ],
    },
    {
        name: "the tag with the user's name among a user's own",
        sample: "full",
        edits: [[USER, "      tags: { username: root }"]],
        problems: [
            {
                line: "tags: { username: root }",
                path: "users[1].tags.username",
                found: "root",
                rule: "a user's tags do not contain userName, which holds the user's name",
                fix: "rename the key, or remove it",
            },
        ],
    },
    {
        name: "a tag key of AWS among a user's own",
        sample: "full",
        edits: [[USER, "      tags: { aws:team: research }"]],
        problems: [
            {
                line: "tags: { aws:team: research }",
                path: "users[1].tags.aws:team",
                found: "research",
                rule: "tag keys that begin with aws: belong to AWS",
                fix: "rename the key",
            },
        ],
    },
    {
        name: "a number as the value of a user's own tag",
        sample: "full",
        edits: [[USER, "      tags: { costCentre: 4711 }"]],
        problems: [
            {
                line: "tags: { costCentre: 4711 }",
                path: "users[1].tags.costCentre",
                found: 4711,
                rule: "at most 256 letters, digits, spaces and _ . : / = + - @, as text",
                fix: 'write it in quotes: "4711"',
            },
        ],
    },
    {
        name: "a secret among a user's own tags",
        sample: "full",
        edits: [[USER, "      tags: { team: { secure: AAAB } }"]],
        problems: [
            {
                line: "tags: { team: { secure: AAAB } }",
                path: "users[1].tags.team",
                found: "(secret)",
                rule: "users is plain, because it decides what is built; only values of tags may be secret",
                fix: "write the value itself, without secure: (pulumi config set without --secret)",
            },
        ],
    },
    {
        name: "a key in another spelling than in tags",
        sample: "full",
        edits: [[USER, "      tags: { Project: own }"]],
        problems: [
            {
                line: "tags: { Project: own }",
                path: "users[1].tags.Project",
                found: "own",
                rule: "a tag key is spelled one way everywhere, because IAM compares keys without case; this one is project elsewhere",
                fix: "write project",
            },
        ],
    },
    {
        name: "a key in two spellings, once for all who have the second",
        sample: "full",
        edits: [
            [
                `      profile: jon-doe-2\n      persona: mlops-engineer\n${USER}`,
                "      profile: jon-doe-2\n      tags: { team: a }\n    - { name: ann, tag: a1, tags: { Team: b } }\n    - { name: eve, tag: a2, tags: { Team: c } }",
            ],
        ],
        problems: [
            {
                line: "- { name: ann, tag: a1, tags: { Team: b } }",
                path: "users[2].tags.Team",
                found: "b",
                rule: "a tag key is spelled one way everywhere, because IAM compares keys without case; this one is team elsewhere; 2 users have it",
                fix: "write team",
            },
        ],
    },
    {
        name: "more tags than a profile has room for, with those of everything",
        sample: "full",
        edits: [[USER, `      tags: { ${SEVERAL} }`]],
        problems: [
            {
                line: "tags: { key0: x, key1: x, key2: x, key3: x, key4: x, key5: x, key6: x, key7: x, key8: x, key9: x, key10: x, key11: x, key12: x, key13: x, key14: x, key15: x, key16: x, key17: x, key18: x, key19: x, key20: x, key21: x, key22: x, key23: x, key24: x, key25: x, key26: x, key27: x, key28: x, key29: x, key30: x, key31: x, key32: x, key33: x, key34: x, key35: x, key36: x, key37: x, key38: x }",
                path: "users[1].tags",
                found: Array.from({ length: 39 }, (_, index) => `key${index}`),
                rule: "a profile has at most 40 tags of its own and of top-level tags together, of the 50 AWS allows; here 41",
                fix: "remove some",
            },
        ],
    },
];

describeMistakes("settings: mistakes in the tags of users", MISTAKES);
