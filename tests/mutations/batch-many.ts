import { apply, BATCHES } from "./batches";
import { runProgram } from "./program";

apply(BATCHES.many);

export = runProgram();
