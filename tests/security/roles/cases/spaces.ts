import { ALICE, CREATING, ofSageMaker, OWN, space, withoutProfile } from "./shape";

/** Spaces, apps and what the UI reads. */
export const SPACES = ofSageMaker([
    ["its own private space", "CreateSpace", "space/d-1/new", OWN, "allowed by OwnPrivateSpaces"],
    ["changing its own space", "UpdateSpace", "space/d-1/mine", OWN, "allowed by OwnPrivateSpaces"],
    ["deleting its own space", "DeleteSpace", "space/d-1/mine", OWN, "allowed by OwnPrivateSpaces"],
    ["an app in its own space", "CreateApp", "app/d-1/mine/jupyterlab/default", OWN, "allowed by OwnPrivateSpaces"],
    ["stopping its app", "DeleteApp", "app/d-1/mine/jupyterlab/default", OWN, "allowed by OwnPrivateSpaces"],
    ["a shared space", "CreateSpace", "space/d-1/new", space("alice", "Shared"), "no Allow in identity"],
    ["a space for a colleague", "CreateSpace", "space/d-1/new", space("bob", "Private"), "no Allow in identity"],
    ["a colleague's space", "DeleteSpace", "space/d-1/his", space("bob", "Private"), "no Allow in identity"],
    ["a colleague's app", "DeleteApp", "app/d-1/his/jupyterlab/x", space("bob", "Private"), "no Allow in identity"],
    ["an app of no space", "CreateApp", "app/d-1/alice/jupyterserver/default", ALICE, "no Allow in identity"],
    ["a space of another domain", "CreateSpace", "space/d-2/new", OWN, "no Allow in identity"],
    ["a space out of a shared space", "CreateSpace", "space/d-1/new", withoutProfile(OWN), "no Allow in identity"],
    [
        "remote access to its space",
        "CreateSpace",
        "space/d-1/new",
        space("alice", "Private", { "sagemaker:RemoteAccess": "ENABLED" }),
        "denied by NoRemoteAccess",
    ],
    [
        "remote access later",
        "UpdateSpace",
        "space/d-1/mine",
        space("alice", "Private", { "sagemaker:RemoteAccess": "ENABLED" }),
        "denied by NoRemoteAccess",
    ],
    [
        "a space that says no to remote access",
        "CreateSpace",
        "space/d-1/new",
        space("alice", "Private", { "sagemaker:RemoteAccess": "DISABLED" }),
        "allowed by OwnPrivateSpaces",
    ],
    ["its own domain", "DescribeDomain", "domain/d-1", ALICE, "allowed by ReadOwnDomain"],
    [
        "a colleague's profile, to list who there is",
        "DescribeUserProfile",
        "user-profile/d-1/bob",
        ALICE,
        "allowed by ReadOwnDomain",
    ],
    ["another domain", "DescribeDomain", "domain/d-2", ALICE, "no Allow in identity"],
    ["the list of spaces", "ListSpaces", "*", ALICE, "allowed by List"],
]);

/** Tags of what exists and of what is created. */
export const TAGS = ofSageMaker([
    [
        "tags of what it creates",
        "AddTags",
        "space/d-1/new",
        { ...ALICE, ...CREATING, "aws:TagKeys": ["team"] },
        "allowed by TagWhatIsCreated",
    ],
    [
        "tags of its app",
        "AddTags",
        "app/d-1/mine/jupyterlab/default",
        { ...ALICE, ...CREATING },
        "allowed by TagWhatIsCreated",
    ],
    ["tags later", "AddTags", "space/d-1/mine", { ...ALICE, "aws:TagKeys": ["team"] }, "no Allow in identity"],
    ["tags of its profile", "AddTags", "user-profile/d-1/alice", { ...ALICE, ...CREATING }, "no Allow in identity"],
    [
        "the person's tag, even at creation",
        "AddTags",
        "space/d-1/new",
        { ...ALICE, ...CREATING, "aws:TagKeys": ["team", "employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking away the person's tag",
        "DeleteTags",
        "user-profile/d-1/bob",
        { ...ALICE, "aws:TagKeys": ["employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking away any tag",
        "DeleteTags",
        "space/d-1/mine",
        { ...ALICE, "aws:TagKeys": ["team"] },
        "no Allow in identity",
    ],
]);
