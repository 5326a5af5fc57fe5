import { describeMistakes, type Mistakes } from "./mistakes";

const GENOMICS = `sha256:${"0a1b2c3d".repeat(8)}`;
const CHEMISTRY = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/research/chemistry";
const URI = "a private ECR repository by its URI: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME, without tag and digest";

/** Edits of tests/stacks/full.yaml that make one problem. */
const IMAGES: readonly Mistakes[] = [
    {
        name: "an image by its tag",
        sample: "full",
        edits: [[`digest: ${GENOMICS}`, "digest: latest"]],
        problems: [
            {
                line: "digest: latest",
                path: "domain.images[0].digest",
                found: "latest",
                rule: "sha256: and 64 hexadecimal digits, as `docker push` and `aws ecr describe-images` show it",
                fix: "write the digest, not a tag: a tag says nothing of what it will point at",
            },
        ],
    },
    {
        name: "a repository with its tag",
        sample: "full",
        edits: [[`repository: ${CHEMISTRY}`, `repository: ${CHEMISTRY}:latest`]],
        problems: [
            {
                line: `repository: ${CHEMISTRY}:latest`,
                path: "domain.images[1].repository",
                found: `${CHEMISTRY}:latest`,
                rule: URI,
                fix: `write ${CHEMISTRY}, and the digest under digest`,
            },
        ],
    },
    {
        name: "a public registry",
        sample: "full",
        edits: [[`repository: ${CHEMISTRY}`, "repository: public.ecr.aws/docker/library/python"]],
        problems: [
            {
                line: "repository: public.ecr.aws/docker/library/python",
                path: "domain.images[1].repository",
                found: "public.ecr.aws/docker/library/python",
                rule: URI,
                fix: "write the URI as ECR lists it, without https://",
            },
        ],
    },
    {
        name: "a repository of another region",
        sample: "full",
        edits: [["ecr.eu-west-1.amazonaws.com", "ecr.eu-west-2.amazonaws.com"]],
        problems: [
            {
                line: `repository: ${CHEMISTRY.replace("eu-west-1", "eu-west-2")}`,
                path: "domain.images[1].repository",
                found: CHEMISTRY.replace("eu-west-1", "eu-west-2"),
                rule: "the image is in a repository of the region eu-west-1 (aws:region)",
                fix: "replicate the image to that region and name the repository there",
            },
        ],
    },
    {
        name: "an existing repository whose image nobody names, to be emptied",
        sample: "full",
        edits: [[`        digest: sha256:${"4e5f6071".repeat(8)}`, "        emptyOnDestroy: true"]],
        problems: [
            {
                line: "- name: chemistry",
                path: "domain.images[1].digest",
                found: undefined,
                rule: "an existing repository holds an image already, which its digest names",
                fix: "add the digest of the image",
            },
            {
                line: "emptyOnDestroy: true",
                path: "domain.images[1].emptyOnDestroy",
                found: true,
                rule: "an existing repository is not this stack's to delete",
                fix: "remove emptyOnDestroy",
            },
        ],
    },
    {
        name: "a repository to be emptied in a protected stack",
        sample: "full",
        edits: [["- name: not-pushed-yet", "- name: not-pushed-yet\n        emptyOnDestroy: true"]],
        problems: [
            {
                line: "emptyOnDestroy: true",
                path: "domain.images[2].emptyOnDestroy",
                found: true,
                rule: "a repository is emptied by a destroy only where nothing is protected",
                fix: "remove emptyOnDestroy, or set protect: false",
            },
        ],
    },
    {
        name: "two images of one name",
        sample: "full",
        edits: [["- name: not-pushed-yet", "- name: genomics"]],
        problems: [
            {
                line: "- name: genomics",
                path: "domain.images[2].name",
                found: "genomics",
                rule: "each image has a name of its own; domain.images[0] has this one",
                fix: "rename one of the two, or give one image both apps",
            },
        ],
    },
    {
        name: "a name that ECR would not take",
        sample: "full",
        edits: [["- name: not-pushed-yet", "- name: Not_pushed"]],
        problems: [
            {
                line: "- name: Not_pushed",
                path: "domain.images[2].name",
                found: "Not_pushed",
                rule: "1 to 20 lower-case letters and digits, with single hyphens between them",
                fix: "write a name such as genomics",
            },
        ],
    },
    {
        name: "an image for no app, run by somebody, with a variable of an odd name",
        sample: "full",
        edits: [
            ["apps: [jupyterLab]", "apps: []"],
            ["runAs: root", "runAs: 1001"],
            ['{ PIP_NO_INPUT: "1" }', '{ pip-no-input: "1" }'],
        ],
        problems: [
            {
                line: "apps: []",
                path: "domain.images[0].apps",
                found: [],
                rule: "jupyterLab, codeEditor or both, each once",
                fix: 'write for example ["jupyterLab"]',
            },
            {
                line: 'environment: { pip-no-input: "1" }',
                path: "domain.images[0].environment.pip-no-input",
                found: "1",
                rule: "a variable's name is of letters, digits and _, and does not begin with a digit",
                fix: "rename it",
            },
            {
                line: "runAs: 1001",
                path: "domain.images[0].runAs",
                found: 1001,
                rule: "one of: sagemaker-user, root",
                fix: 'write for example "root"',
            },
        ],
    },
];

const FILE_SYSTEMS: readonly Mistakes[] = [
    {
        name: "a file system by its DNS name",
        sample: "file-systems",
        edits: [["id: fs-0123456789abcdef0", "id: fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com"]],
        problems: [
            {
                line: "- id: fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com",
                path: "domain.fileSystems[0].id",
                found: "fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com",
                rule: "the id of an EFS file system, fs- and 8 or 17 hexadecimal digits",
                fix: "write the id as EFS lists it, not the ARN and not the DNS name",
            },
        ],
    },
    {
        name: "a file system twice",
        sample: "file-systems",
        edits: [
            [
                "    posixUser:",
                "      - { id: fs-0123456789abcdef0, securityGroup: sg-0123456789abcdef0 }\n    posixUser:",
            ],
        ],
        problems: [
            {
                line: "- { id: fs-0123456789abcdef0, securityGroup: sg-0123456789abcdef0 }",
                path: "domain.fileSystems[1].id",
                found: "fs-0123456789abcdef0",
                rule: "each file system is attached once",
                fix: "remove the second mention; a folder above both shows both",
            },
        ],
    },
    {
        name: "numbers for no file system",
        sample: "file-systems",
        edits: [
            [
                "    fileSystems:\n      - id: fs-0123456789abcdef0\n        path: /research\n        securityGroup: sg-0123456789abcdef0\n",
                "",
            ],
        ],
        problems: [
            {
                line: "posixUser: { uid: 20000, gid: 20000 }",
                path: "domain.posixUser",
                found: { uid: 20000, gid: 20000 },
                rule: "the numbers count in fileSystems only, and there are none",
                fix: "remove posixUser, or add the file system",
            },
        ],
    },
    {
        name: "root's numbers",
        sample: "file-systems",
        edits: [["{ uid: 20000, gid: 20000 }", "{ uid: 0, gid: 0 }"]],
        problems: [
            {
                line: "posixUser: { uid: 0, gid: 0 }",
                path: "domain.posixUser.uid",
                found: 0,
                rule: "a whole number, 10000 to 4000000",
                fix: "write for example 20000",
            },
            {
                line: "posixUser: { uid: 0, gid: 0 }",
                path: "domain.posixUser.gid",
                found: 0,
                rule: "a whole number, 1001 to 4000000",
                fix: "write for example 20000",
            },
        ],
    },
];

const BEDROCK_ROLE = "arn:aws:iam::111122223333:role/canvas-bedrock";

const CANVAS: readonly Mistakes[] = [
    {
        name: "switches of Canvas and of Projects without their features",
        sample: "full",
        edits: [["    docker:", "    canvas: { timeSeries: true }\n    projectsPortfolio: true\n    docker:"]],
        problems: [
            {
                line: "canvas: { timeSeries: true }",
                path: "domain.canvas.timeSeries",
                found: true,
                rule: "it counts with the feature canvas only",
                fix: "add canvas to network.features, or set false",
            },
            {
                line: "projectsPortfolio: true",
                path: "domain.projectsPortfolio",
                found: true,
                rule: "it counts with the feature projects only",
                fix: "add projects to network.features, or set false",
            },
        ],
    },
    {
        name: "a role for Bedrock without Bedrock",
        sample: "canvas-and-data",
        edits: [["timeSeries: true", `bedrockRole: "${BEDROCK_ROLE}"`]],
        problems: [
            {
                line: `canvas: { directDeploy: true, modelRegister: true, bedrockRole: "${BEDROCK_ROLE}" }`,
                path: "domain.canvas.bedrockRole",
                found: BEDROCK_ROLE,
                rule: "Canvas customizes models of Bedrock where the network has both features, canvas and bedrock",
                fix: "add bedrock to network.features, or remove bedrockRole",
            },
        ],
    },
    {
        name: "somebody else's role for Bedrock",
        sample: "canvas-and-data",
        edits: [
            ["dataAccess]", "bedrock]"],
            ["      remove: [redshift-serverless]", "      add: []"],
            ["timeSeries: true", 'bedrockRole: "arn:aws:iam::444455556666:role/canvas-bedrock"'],
        ],
        problems: [
            {
                line: 'canvas: { directDeploy: true, modelRegister: true, bedrockRole: "arn:aws:iam::444455556666:role/canvas-bedrock" }',
                path: "domain.canvas.bedrockRole",
                found: "arn:aws:iam::444455556666:role/canvas-bedrock",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "Canvas in one zone",
        sample: "canvas-and-data",
        edits: [["zones: [euw1-az1, euw1-az2]", "zones: [euw1-az1]"]],
        problems: [
            {
                line: "zones: [euw1-az1]",
                path: "network.zones",
                found: ["euw1-az1"],
                rule: "Canvas in a VPC without internet access needs subnets in 2 zones",
                fix: "add a zone before there is a domain, since that divides the network anew; or remove the feature canvas",
            },
        ],
    },
];

describeMistakes("settings: mistakes about images", IMAGES);
describeMistakes("settings: mistakes about file systems", FILE_SYSTEMS);
describeMistakes("settings: mistakes about Canvas and Projects", CANVAS);
