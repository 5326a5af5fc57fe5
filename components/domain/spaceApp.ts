/** Apps people open in spaces. */
export type SpaceApp = "jupyterLab" | "codeEditor";
