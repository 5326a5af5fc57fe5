import { record } from "../preflight/record";
import { parse } from "yaml"; import { readFileSync } from "node:fs";
(async () => { 
const c = parse(readFileSync("Pulumi.dev.yaml","utf8")).config; const config: Record<string,string> = {}; for (const [k,v] of Object.entries(c)) config[k.includes(":")?k:"private-studio:"+k] = typeof v === "string" ? v : JSON.stringify(v);
for (const unknown of [false,false,false]) { const t=Date.now(); const r = await record({entry:"index.ts", projectDir:process.cwd(), project:"private-studio", stack:"dev", config, secretKeys:[], unknown});
console.log(r.failed, r.resources.length, Date.now()-t,"ms"); }
})();
