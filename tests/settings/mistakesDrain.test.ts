import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a drain that is said in words",
        sample: "full",
        edits: [["drain: true", "drain: always"]],
        problems: [
            {
                line: "drain: always",
                path: "domain.drain",
                found: "always",
                rule: "true or false",
                fix: "write true or false, without quotes",
            },
        ],
    },
    {
        name: "a drain in quotes, which is a text",
        sample: "full",
        edits: [["drain: true", 'drain: "true"']],
        problems: [
            {
                line: 'drain: "true"',
                path: "domain.drain",
                found: "true",
                rule: "true or false",
                fix: "write true or false, without quotes",
            },
        ],
    },
    {
        name: "a drain with nothing behind it",
        sample: "full",
        edits: [["drain: true", "drain:"]],
        problems: [
            {
                line: "drain:",
                path: "domain.drain",
                found: null,
                rule: "true or false",
                fix: "write true or false, without quotes",
            },
        ],
    },
    {
        name: "a drain that is nearly one",
        sample: "full",
        edits: [["drain: true", "drains: true"]],
        problems: [
            {
                line: "drains: true",
                path: "domain.drains",
                found: true,
                rule: "unknown key; the keys of domain are homes, drain, volumes, idleShutdown, instances, lifecycleScripts, images, fileSystems, posixUser, canvas, projectsPortfolio, sharing, docker, tagPropagation",
                fix: "did you mean drain?",
            },
        ],
    },
    {
        name: "a drain of everything, at the wrong place",
        sample: "full",
        edits: [["private-studio:protect: true", "private-studio:protect: true\n  private-studio:drain: true"]],
        problems: [
            {
                line: "private-studio:drain: true",
                path: "drain",
                found: true,
                rule: "unknown key; the keys of private-studio: are deployment, account, production, protect, network, access, domain, security, users, tags",
                fix: "remove it",
            },
        ],
    },
];

describeMistakes("settings: mistakes in domain.drain", MISTAKES);
