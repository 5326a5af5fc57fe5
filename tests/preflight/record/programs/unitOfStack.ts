import { deploy } from "../../../../components/deployments";
import { loadSettings } from "../../../../components/settings";

// The names and paths of a unit called `two` of the stack `one`: only the hashes differ from those of a real unit, which
// no setting makes yet.
const outputs = deploy({ ...loadSettings(), stack: "one/unit/two" });

export = outputs;
