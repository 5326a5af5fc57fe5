export { createFlowLogs, type FlowLogArgs } from "./flowLogs";
