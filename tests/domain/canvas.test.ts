import { strict as assert } from "node:assert";

import type { StudioDomainArgs } from "../../components/domain";
import { namesOf, one } from "../harness";
import { ARGS, recordDomain } from "./domainStack";

const DOMAIN = "aws:sagemaker/domain:Domain";
const WORKSPACE = { bucket: "fixture-canvas", keyArn: "arn:aws:kms:eu-west-1:111122223333:key/data" };

/** Settings of Canvas for everybody. */
async function canvasWith(changes: Partial<StudioDomainArgs>): Promise<unknown> {
    const { props } = one(await recordDomain(changes), DOMAIN);
    return (props["defaultUserSettings"] as Record<string, unknown>)["canvasAppSettings"];
}

describe("Canvas in the domain", () => {
    it("is not there without its feature, whatever it may do", async () => {
        const canvas = { directDeploy: true, modelRegister: true, timeSeries: true };
        assert.equal(await canvasWith({ canvas, canvasWorkspace: WORKSPACE }), undefined);
    });

    it("may do nothing unless told, and keeps its work in the stack's bucket under the stack's key", async () => {
        assert.deepEqual(await canvasWith({ features: ["studio", "canvas"], canvasWorkspace: WORKSPACE }), {
            directDeploySettings: { status: "DISABLED" },
            modelRegisterSettings: { status: "DISABLED" },
            timeSeriesForecastingSettings: { status: "DISABLED" },
            kendraSettings: { status: "DISABLED" },
            emrServerlessSettings: { status: "DISABLED" },
            workspaceSettings: { s3ArtifactPath: "s3://fixture-canvas", s3KmsKeyId: WORKSPACE.keyArn },
        });
    });

    it("forecasts without a role for Amazon Forecast, and customizes models with the one for Bedrock", async () => {
        const bedrockRole = "arn:aws:iam::111122223333:role/canvas-bedrock";
        const canvas = { directDeploy: true, modelRegister: true, timeSeries: true, bedrockRole };
        assert.deepEqual(await canvasWith({ features: ["studio", "canvas", "bedrock"], canvas }), {
            directDeploySettings: { status: "ENABLED" },
            modelRegisterSettings: { status: "ENABLED" },
            timeSeriesForecastingSettings: { status: "ENABLED" },
            kendraSettings: { status: "DISABLED" },
            emrServerlessSettings: { status: "DISABLED" },
            generativeAiSettings: { amazonBedrockRoleArn: bedrockRole },
        });
    });
});

describe("Projects in the domain", () => {
    const STATUS = "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus";

    it("turn the account's portfolio on only when told to", async () => {
        assert.equal(ARGS.projectsPortfolio, false);
        assert.ok(!namesOf(await recordDomain()).some((name) => name.startsWith(STATUS)));
        const { name, props } = one(await recordDomain({ projectsPortfolio: true }), STATUS);
        assert.deepEqual([name, props["status"]], ["domain-projects", "Enabled"]);
    });
});
