import { createBootstrap } from "./program";
import { loadBootstrapSettings } from "./settings";

const outputs = createBootstrap(loadBootstrapSettings());

export = outputs;
