export { Drain, type DrainArgs } from "./drain";
export { drainFunctionName, drainTag, NetworkSweep, type NetworkSweepArgs } from "./networkSweep";
