import { strict as assert } from "node:assert";
import * as path from "node:path";

import { engineEnvironment } from "./environment";

describe("engineEnvironment", () => {
    const setting = {
        cli: { command: "/cli/pulumi", directory: "/cli", origin: "built" },
        backend: "/state",
        home: "/home",
        passphrase: "secret words",
        awsPort: 4711,
    } as const;

    it("keeps the caller's credentials, backend and Pulumi settings out of the run", () => {
        const caller = {
            PATH: "/usr/bin",
            LANG: "C",
            AWS_PROFILE: "production",
            AWS_ACCESS_KEY_ID: "AKIA",
            PULUMI_ACCESS_TOKEN: "pul-1",
            PULUMI_BACKEND_URL: "s3://production",
        };
        const environment = engineEnvironment(setting, caller);
        assert.deepEqual(
            Object.keys(environment).filter((name) => /^AWS_|TOKEN/.test(name)),
            [],
        );
        assert.equal(environment["PULUMI_BACKEND_URL"], "file:///state");
        assert.equal(environment["PULUMI_HOME"], "/home");
        assert.equal(environment["LANG"], "C");
    });

    it("finds the helpers first, the emulated provider by port, and the network never", () => {
        const environment = engineEnvironment(setting, { PATH: "/usr/bin" });
        assert.equal(environment["PATH"], ["/cli", path.join(__dirname, "plugins"), "/usr/bin"].join(path.delimiter));
        assert.equal(environment["PULUMI_DEBUG_PROVIDERS"], "aws:4711");
        assert.equal(environment["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"], "true");
        assert.equal(environment["PULUMI_SKIP_UPDATE_CHECK"], "true");
    });
});
