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
const REPOSITORY = "aws:ecr/repository:Repository";
const IMAGE = "aws:sagemaker/image:Image";
const VERSION = "aws:sagemaker/imageVersion:ImageVersion";
const CONFIG = "aws:sagemaker/appImageConfig:AppImageConfig";
const HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
const DIGEST = `sha256:${"0a1b2c3d".repeat(8)}`;

describe("emulated aws: container images for Studio", () => {
    let directory: string;
    let provider: Provider;
    let settings: Properties;
    let group: string;
    beforeEach(() => {
        directory = mkdtempSync(path.join(tmpdir(), "studio-images-"));
        provider = new Provider(new Store(directory));
        const vpcId = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId, description: "apps" });
        make("aws:iam/role:Role", { name: "apps", assumeRolePolicy: '{"Version":"2012-10-17","Statement":[]}' });
        make(REPOSITORY, { name: "genomics" });
        make(IMAGE, { imageName: "genomics", roleArn: "arn:aws:iam::111122223333:role/apps" });
        settings = {
            domainName: "studio",
            authMode: "IAM",
            appNetworkAccessType: "VpcOnly",
            vpcId,
            subnetIds: [make("aws:ec2/subnet:Subnet", { vpcId, cidrBlock: "10.0.0.0/24" })],
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

    function remove(type: string, id: string): void {
        provider.delete({ type, name: "it", place: PLACE }, id, {});
    }

    function version(baseImage = `${HOST}/genomics@${DIGEST}`, imageName = "genomics"): string {
        return make(VERSION, { imageName, baseImage });
    }

    function domainWith(more: Properties): string {
        const executionRole = "arn:aws:iam::111122223333:role/apps";
        return make(DOMAIN, {
            ...settings,
            defaultUserSettings: { executionRole, securityGroups: [group], ...more },
        });
    }

    function offering(imageVersionNumber: number | undefined): Properties {
        const image = { appImageConfigName: "genomics-lab", imageName: "genomics" };
        const number = imageVersionNumber === undefined ? {} : { imageVersionNumber };
        return { jupyterLabAppSettings: { customImages: [{ ...image, ...number }] } };
    }

    it("number versions upwards from the newest that stands", () => {
        assert.deepEqual([version(), version(), version()], ["genomics,1", "genomics,2", "genomics,3"]);
        remove(VERSION, "genomics,1");
        assert.equal(version(), "genomics,4");
    });

    const refused: readonly (readonly [what: string, code: RegExp, make: () => unknown])[] = [
        ["a version of no image", /api error ResourceNotFound/, () => version(undefined, "nobodys")],
        [
            "a version from a repository that is not there",
            /api error ValidationException/,
            () => version(`${HOST}/nobodys@${DIGEST}`),
        ],
        [
            "a version from another Region",
            /api error ValidationException/,
            () => version(`${HOST.replace("eu-west-1", "eu-west-2")}/genomics@${DIGEST}`),
        ],
        ["a version by half a digest", /api error ValidationException/, () => version(`${HOST}/genomics@sha256:0a1b`)],
        [
            "a repository twice",
            /api error RepositoryAlreadyExistsException/,
            () => make(REPOSITORY, { name: "genomics" }),
        ],
        [
            "a repository with two hyphens side by side",
            /api error InvalidParameterException/,
            () => make(REPOSITORY, { name: "a--b" }),
        ],
        [
            "a repository under a key that is not there",
            /api error KmsException/,
            () =>
                make(REPOSITORY, {
                    name: "other",
                    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "alias/nobodys" }],
                }),
        ],
        [
            "an image with two hyphens side by side",
            /api error ValidationException/,
            () => make(IMAGE, { imageName: "a--b", roleArn: "arn:aws:iam::111122223333:role/apps" }),
        ],
        [
            "an image read by nobody",
            /api error ValidationException/,
            () => make(IMAGE, { imageName: "other", roleArn: "arn:aws:iam::111122223333:role/nobody" }),
        ],
        [
            "a configuration of two apps",
            /api error ValidationException/,
            () => make(CONFIG, { appImageConfigName: "both", jupyterLabImageConfig: {}, codeEditorAppImageConfig: {} }),
        ],
    ];
    for (const [what, code, attempt] of refused) {
        it(`refuse ${what}`, () => assert.throws(attempt, code));
    }

    it("are offered by a version that is there, which a number left out never is", () => {
        make(CONFIG, { appImageConfigName: "genomics-lab", jupyterLabImageConfig: {} });
        version();
        assert.throws(() => domainWith(offering(undefined)), /api error ResourceNotFound: version 0 /);
        assert.throws(() => domainWith(offering(2)), /api error ResourceNotFound: version 2 /);
        const domain = domainWith(offering(1));
        assert.throws(() => remove(CONFIG, "genomics-lab"), /api error ResourceInUse/);
        assert.throws(() => remove(IMAGE, "genomics"), /api error ResourceInUse/);
        remove(DOMAIN, domain);
        remove(CONFIG, "genomics-lab");
    });

    it("take users, switches of Canvas and numbers of people that AWS has", () => {
        const config = { fileSystemConfig: { defaultUid: 1001, defaultGid: 1001 } };
        assert.deepEqual(failuresOf(CONFIG, { appImageConfigName: "it", jupyterLabImageConfig: config }).sort(), [
            "jupyterLabImageConfig.fileSystemConfig.defaultGid",
            "jupyterLabImageConfig.fileSystemConfig.defaultUid",
        ]);
        const wrong = {
            executionRole: "arn:aws:iam::111122223333:role/apps",
            canvasAppSettings: { kendraSettings: { status: "OFF" } },
            customPosixUserConfig: { uid: 0, gid: 1000 },
        };
        assert.deepEqual(failuresOf(DOMAIN, { ...settings, defaultUserSettings: wrong }).sort(), [
            "defaultUserSettings.canvasAppSettings.kendraSettings.status",
            "defaultUserSettings.customPosixUserConfig.gid",
            "defaultUserSettings.customPosixUserConfig.uid",
        ]);
    });
});
