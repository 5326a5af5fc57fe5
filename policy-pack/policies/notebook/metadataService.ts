import { isUnknown, readPath } from "../../graph";
import { nist, NO_CONFIG, resourcePolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair, section } from "../remediation";
import { NOTEBOOK } from "./tokens";

const BLOCK = "instanceMetadataServiceConfiguration";
const VERSION = "minimumInstanceMetadataServiceVersion";
const WANTED = "2";

/** P23: version 1 answers any request that reaches the metadata address. */
export const notebookMetadataService = resourcePolicy({
    id: "P23",
    name: "sagemaker-notebook-imdsv2-required",
    title: "Notebook requires IMDSv2",
    description: "The notebook instance must require version 2 of the instance metadata service.",
    why: "Version 1 hands the instance's credentials to any process that can be talked into one GET request, for example through a proxy or a hole in a web application. Version 2 asks for a session token first.",
    severity: "medium",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: ["checkov:CKV_AWS_371"],
    remediationSteps: `Set ${BLOCK}.${VERSION} to "${WANTED}".`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html",
    config: NO_CONFIG,
    types: [NOTEBOOK],
    checkResource(notebook) {
        const version = readPath(notebook.props, `${BLOCK}.${VERSION}`);
        if (isWanted(version)) {
            return [];
        }
        if (isUnknown(version)) {
            return [undecided(notebook, `${BLOCK}.${VERSION} is not known yet; it must be ${WANTED}.`)];
        }
        const found = version === undefined ? "not set, which means 1" : shown(version, ["1"]);
        return [violation(notebook, `${BLOCK}.${VERSION} is ${found}. Set it to "${WANTED}".`)];
    },
    remediate(props) {
        const block = section(props, BLOCK);
        return block !== undefined && repair(block, VERSION, (version) => !isWanted(version), WANTED);
    },
});

/** The provider takes a number for the text. */
function isWanted(version: unknown): boolean {
    return version === WANTED || version === Number(WANTED);
}
