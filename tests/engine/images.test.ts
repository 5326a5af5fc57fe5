import { strict as assert } from "node:assert";

import type { Emulator } from "./aws/serve";
import { stepsOf } from "./events";
import { Bench } from "./harness";
import type { Project } from "./pulumi";
import { requireEngine } from "./requireEngine";

const DOMAIN = "aws:sagemaker/domain:Domain";
const VERSION = "aws:sagemaker/imageVersion:ImageVersion";
const FIRST = `sha256:${"0a1b2c3d".repeat(8)}`;
const SECOND = `sha256:${"4e5f6071".repeat(8)}`;

/** From the push of an image to people's menus; awsx builds the repository, as a plugin does. */
describe("engine: container images for Studio", function () {
    let bench: Bench;
    let aws: Emulator;
    let project: Project;

    before(async function () {
        bench = new Bench(requireEngine(this));
        aws = await bench.aws();
        project = await bench.repository({ aws, program: "tests/engine/programs/images.ts" });
    });
    after(() => bench?.dispose());

    /** What changed, as `operation name`, but for components and providers. */
    async function up(): Promise<string[]> {
        const { events } = await project.expectSuccess(["up", "--yes", "--skip-preview"]);
        return stepsOf(events)
            .filter(({ type }) => type.startsWith("aws:"))
            .map(({ operation, name }) => `${operation} ${name}`)
            .filter((step) => !step.startsWith("same "));
    }

    function propertiesOf(type: string): Readonly<Record<string, unknown>>[] {
        return aws.store
            .list()
            .filter((stored) => stored.type === type)
            .map(({ properties }) => properties);
    }

    /** The images people can choose in JupyterLab, with their versions. */
    function offered(): unknown {
        const [domain] = propertiesOf(DOMAIN);
        const { jupyterLabAppSettings } = domain?.["defaultUserSettings"] as {
            jupyterLabAppSettings: { customImages?: { imageVersionNumber: number }[] };
        };
        return jupyterLabAppSettings.customImages?.map(({ imageVersionNumber }) => imageVersionNumber);
    }

    it("begin with an empty repository, and nothing that needs an image in it", async () => {
        await up();
        assert.deepEqual(
            propertiesOf("aws:ecr/repository:Repository").map((repository) => [
                repository["imageTagMutability"],
                repository["imageScanningConfiguration"],
            ]),
            [["IMMUTABLE", { scanOnPush: true }]],
        );
        assert.deepEqual(propertiesOf(VERSION), []);
        assert.equal(offered(), undefined);
    });

    it("are offered once their digest is known, on the same domain", async () => {
        project.configure({ "images:digest": FIRST });
        const steps = await up();
        assert.deepEqual(
            steps.filter((step) => !step.startsWith("create ")),
            ["update domain"],
        );
        assert.deepEqual(offered(), [1]);
    });

    it("change with the digest: the new version stands and is offered before the old one goes", async () => {
        project.configure({ "images:digest": SECOND });
        assert.deepEqual(await up(), [
            "create-replacement images-genomics-version",
            "replace images-genomics-version",
            "update domain",
            "delete-replaced images-genomics-version",
        ]);
        assert.deepEqual(offered(), [2]);
        assert.deepEqual(
            propertiesOf(VERSION).map(({ baseImage }) => String(baseImage).split("@")[1]),
            [SECOND],
        );
    });

    it("go with everything else", async () => {
        await project.expectSuccess(["destroy", "--yes"]);
        assert.deepEqual(aws.store.list(), []);
    });
});
