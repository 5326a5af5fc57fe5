import { loadConfiguration } from "../configuration";
import { createMember } from "./program";
import { parseMemberSettings } from "./settings";

const outputs = createMember(loadConfiguration(parseMemberSettings));

export = outputs;
