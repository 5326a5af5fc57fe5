import { describeMistakes, type Mistakes } from "./mistakes";

const BUILT_IN = "data-scientist, mlops-engineer, administrator, default, multi-domain";
const PERSONA = "      persona: forecaster";
const SETS =
    "reading, studio, administration, data, jobs, tuning, autoMl, experiments, models, endpoints, inference, monitoring, pipelines, images, canvas, jumpstart, featureStore, projects, mlflow, bedrock, emr, glue, dataAccess, codeArtifact, remoteIde, observability";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a persona that is nearly right",
        sample: "full",
        edits: [[PERSONA, "      persona: forecasters"]],
        problems: [
            {
                line: "persona: forecasters",
                path: "users[0].persona",
                found: "forecasters",
                rule: `a persona is built in or stands in security.personas: ${BUILT_IN}, forecaster`,
                fix: "did you mean forecaster?",
            },
        ],
    },
    {
        name: "a persona that is no name",
        sample: "full",
        edits: [[PERSONA, "      persona: Data Scientist"]],
        problems: [
            {
                line: "persona: Data Scientist",
                path: "users[0].persona",
                found: "Data Scientist",
                rule: `one of ${BUILT_IN}, or a key of security.personas`,
                fix: "write for example data-scientist",
            },
        ],
    },
    {
        name: "a team with two hyphens, which stand between a team and a name",
        sample: "full",
        edits: [["      team: research", "      team: re--search"]],
        problems: [
            {
                line: "team: re--search",
                path: "users[0].team",
                found: "re--search",
                rule: "1 to 20 lower-case letters, digits and single hyphens between them, as text",
                fix: "write a short name such as research",
            },
        ],
    },
    {
        name: "a team that is a number",
        sample: "full",
        edits: [["      team: research", "      team: 4711"]],
        problems: [
            {
                line: "team: 4711",
                path: "users[0].team",
                found: 4711,
                rule: "1 to 20 lower-case letters, digits and single hyphens between them, as text",
                fix: 'write it in quotes: "4711"',
            },
        ],
    },
    {
        name: "the team's tag where the person's is",
        sample: "full",
        edits: [["    teamTag: department", "    teamTag: PersonID"]],
        problems: [
            {
                line: "teamTag: PersonID",
                path: "security.teamTag",
                found: "PersonID",
                rule: "the team's tag is neither personId (access.tag) nor persona; IAM compares keys without case",
                fix: "choose another key, for example team",
            },
        ],
    },
    {
        name: "the team's tag among a user's own",
        sample: "full",
        edits: [["tags: { team: research, owner: jon }", "tags: { Department: credit }"]],
        problems: [
            {
                line: "tags: { Department: credit }",
                path: "users[1].tags.Department",
                found: "credit",
                rule: "with teams, a user's tags do not contain department (security.teamTag), which decides what the user may touch",
                fix: "remove it, and write the team in team",
            },
        ],
    },
    {
        name: "the team's tag among a user's own, where the group has the team",
        sample: "identity-center",
        edits: [["group: studio-mlops }\n", "group: studio-mlops, tags: { Team: credit } }\n"]],
        problems: [
            {
                line: "- { name: lwdvin, group: studio-mlops, tags: { Team: credit } }",
                path: "users[1].tags.Team",
                found: "credit",
                rule: "with teams, a user's tags do not contain team (security.teamTag), which decides what the user may touch",
                fix: "remove it, and write the team in team",
            },
        ],
    },
    {
        name: "the persona's tag among the tags of everything",
        sample: "full",
        edits: [["    project: private-studio", "    Persona: private-studio"]],
        problems: [
            {
                line: "Persona: private-studio",
                path: "tags.Persona",
                found: "Persona",
                rule: "tags do not contain persona, which the program gives each role by itself",
                fix: "rename the key, or remove it",
            },
        ],
    },
    {
        name: "a set that is added and removed",
        sample: "full",
        edits: [["        remove: [tuning]", "        remove: [endpoints]"]],
        problems: [
            {
                line: "add: [endpoints]",
                path: "security.personas.forecaster.add[0]",
                found: "endpoints",
                rule: "a set is added or removed, not both",
                fix: "remove endpoints from add or from remove",
            },
        ],
    },
    {
        name: "a set of a feature that is off",
        sample: "full",
        edits: [["        add: [endpoints]", "        add: [remoteIde]"]],
        problems: [
            {
                line: "add: [remoteIde]",
                path: "security.personas.forecaster.add[0]",
                found: "remoteIde",
                rule: "the set remoteIde counts only with the feature remoteIde, whose endpoints it calls",
                fix: "add remoteIde to network.features, or remove it here",
            },
        ],
    },
    {
        name: "an action in place of a set",
        sample: "full",
        edits: [["        add: [endpoints]", '        add: ["sagemaker:*"]']],
        problems: [
            {
                line: 'add: ["sagemaker:*"]',
                path: "security.personas.forecaster.add[0]",
                found: "sagemaker:*",
                rule: `one of: ${SETS}`,
                fix: "choose one of these; single actions cannot be named",
            },
        ],
    },
    {
        name: "a persona of one's own under a built-in name",
        sample: "full",
        edits: [
            ["      forecaster:", "      administrator:"],
            [PERSONA, "      persona: administrator"],
        ],
        problems: [
            {
                line: "administrator:",
                path: "security.personas.administrator",
                found: { like: "data-scientist", add: ["endpoints"], remove: ["tuning"] },
                rule: "a built-in persona stays what it is",
                fix: "choose another name, and name that one in users[].persona",
            },
        ],
    },
];

describeMistakes("settings: personas and teams", MISTAKES);
