import { changeInputs, runProgram } from "./program";

changeInputs("aws:sagemaker/domain:Domain", (props) => ({ ...props, appNetworkAccessType: "PublicInternetOnly" }));

export = runProgram();
