import { deploy } from "./components/deployments";
import { loadSettings } from "./components/settings";

const outputs = deploy(loadSettings());

export = outputs;
