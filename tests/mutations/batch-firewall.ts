import { apply, BATCHES } from "./batches";
import { runProgram } from "./program";

apply(BATCHES.firewall);

export = runProgram();
