/** Type token of a notebook instance. */
export const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";
