import { loadConfiguration } from "./configuration";
import { createBootstrap } from "./program";
import { parseBootstrapSettings } from "./settings";

const outputs = createBootstrap(loadConfiguration(parseBootstrapSettings));

export = outputs;
