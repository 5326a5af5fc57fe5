import type { PolicyDefinition } from "../definition";
import { notebookDirectInternet } from "./directInternet";
import { notebookInVpc } from "./inVpc";
import { notebookKmsKey } from "./kmsKey";
import { notebookMetadataService } from "./metadataService";
import { notebookPlatform } from "./platform";
import { notebookRootAccess } from "./rootAccess";

/** Of notebook instances. */
export const NOTEBOOK_POLICIES: readonly PolicyDefinition[] = [
    notebookDirectInternet,
    notebookInVpc,
    notebookRootAccess,
    notebookKmsKey,
    notebookMetadataService,
    notebookPlatform,
];
