import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import type { Place } from "./place";
import { Provider } from "./provider";
import { Store } from "./store";
import type { Properties } from "./values";

const PLACE: Place = { account: "111122223333", region: "eu-west-1", defaultTags: {} };
const DOMAIN = "aws:sagemaker/domain:Domain";
const CONFIG = "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig";

describe("emulated aws: settings of a domain", () => {
    let directory: string;
    let provider: Provider;
    let settings: Properties;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "studio-domain-"));
        provider = new Provider(new Store(directory));
        const vpcId = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        const subnetId = make("aws:ec2/subnet:Subnet", { vpcId, cidrBlock: "10.0.0.0/24" });
        const group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId, description: "apps" });
        make("aws:iam/role:Role", { name: "apps", assumeRolePolicy: '{"Version":"2012-10-17","Statement":[]}' });
        settings = {
            domainName: "studio",
            authMode: "IAM",
            appNetworkAccessType: "VpcOnly",
            vpcId,
            subnetIds: [subnetId],
            defaultUserSettings: {
                executionRole: "arn:aws:iam::111122223333:role/apps",
                securityGroups: [group],
            },
        };
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    function failuresOf(type: string, inputs: Properties): string[] {
        return provider.check({ type, name: "it", place: PLACE }, inputs, {}).failures.map(({ property }) => property);
    }

    function make(type: string, inputs: Properties): string {
        assert.deepEqual(failuresOf(type, inputs), []);
        return provider.create({ type, name: "it", place: PLACE }, inputs, false).id;
    }

    /** The domain's inputs with more in the settings of people. */
    function withUserSettings(more: Properties): Properties {
        return { ...settings, defaultUserSettings: { ...(settings["defaultUserSettings"] as Properties), ...more } };
    }

    function withScript(name: string): Properties {
        const arn = `arn:aws:sagemaker:eu-west-1:111122223333:studio-lifecycle-config/${name}`;
        return withUserSettings({ codeEditorAppSettings: { builtInLifecycleConfigArn: arn } });
    }

    const script = {
        studioLifecycleConfigName: "start",
        studioLifecycleConfigAppType: "CodeEditor",
        studioLifecycleConfigContent: "IyEvYmluL3No",
    };

    it("keep a lifecycle configuration as long as a domain runs it", () => {
        const config = make(CONFIG, script);
        const domain = make(DOMAIN, withScript("start"));
        const remove = (): void => {
            provider.delete({ type: CONFIG, name: "it", place: PLACE }, config, {});
        };
        assert.throws(remove, /api error ResourceInUse/);
        provider.update({ type: DOMAIN, name: "it", place: PLACE }, domain, {}, settings, false);
        remove();
        assert.deepEqual(
            provider.store.list().filter(({ type }) => type === CONFIG),
            [],
        );
    });

    it("name no lifecycle configuration that is not there", () => {
        assert.throws(() => make(DOMAIN, withScript("start")), /api error ResourceNotFound/);
    });

    it("trust at most twenty accounts, by their ids", () => {
        const docker = (accounts: readonly string[]): Properties => ({
            ...settings,
            domainSettings: {
                dockerSettings: { enableDockerAccess: "ENABLED", vpcOnlyTrustedAccounts: [...accounts] },
            },
        });
        const many = Array.from({ length: 21 }, (_, index) => String(100000000000 + index));
        assert.throws(() => make(DOMAIN, docker(many)), /api error ValidationException: .*at most 20/);
        assert.throws(() => make(DOMAIN, docker(["me"])), /api error ValidationException/);
        make(DOMAIN, docker(many.slice(1)));
    });

    it("name instance types, apps and tools that SageMaker has", () => {
        const hidden = {
            hiddenAppTypes: ["Canvas", "Paint"],
            hiddenInstanceTypes: ["ml.m5.large", "m5.large"],
            hiddenMlTools: ["JumpStart", "Jump"],
        };
        const wrong = withUserSettings({
            studioWebPortalSettings: hidden,
            jupyterLabAppSettings: { defaultResourceSpec: { instanceType: "m5.large" } },
        });
        const portal = "defaultUserSettings.studioWebPortalSettings";
        assert.deepEqual(failuresOf(DOMAIN, wrong).sort(), [
            "defaultUserSettings.jupyterLabAppSettings.defaultResourceSpec.instanceType",
            `${portal}.hiddenAppTypes[]`,
            `${portal}.hiddenInstanceTypes[]`,
            `${portal}.hiddenMlTools[]`,
        ]);
    });
});
