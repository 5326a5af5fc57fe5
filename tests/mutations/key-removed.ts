import { changeInputs, runProgram } from "./program";

changeInputs("aws:sagemaker/domain:Domain", (props) => ({ ...props, kmsKeyId: undefined }));

export = runProgram();
