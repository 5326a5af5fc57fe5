export { type Bundle, bundle, bundledCode, HANDLER, RUNTIME } from "./bundle";
export { type FunctionNames, functionNames } from "./functionNames";
export { type FunctionVpc, NodeFunction, type NodeFunctionArgs } from "./nodeFunction";
