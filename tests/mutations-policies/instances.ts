import { UNKNOWN } from "../../policy-pack/graph";
import type { Resources } from "../mutations-network/edit";
import { add, all, find } from "./mutation";

const ACCOUNT = "111122223333";
const IMAGE = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/studio:1`;
const TAGS = { project: "studio" };
const INSTANCE = { instanceType: "ml.m5.xlarge", instanceCount: 2, volumeSizeInGb: 50 };

/** One good instance of each kind of SageMaker resource that our stacks do not deploy themselves. */
export function withInstances(resources: Resources): Resources {
    const subnets = ["Subnet studio-network-studio-euw1-az1", "Subnet studio-network-studio-euw1-az2"].map((which) =>
        find(resources, which),
    );
    const [first] = subnets;
    const group = find(resources, "SecurityGroup studio-network-jobs");
    const key = find(resources, "Key studio-keys-data");
    const domainKey = find(resources, "Key studio-keys-domain");
    const domain = find(resources, "Domain studio-domain");
    const profile = find(resources, "UserProfile studio-profiles-ada");
    const arn = (which: string): unknown => find(resources, which).props.arn ?? UNKNOWN;
    const keyArn = key.props.arn ?? UNKNOWN;
    const job = arn("Role studio-job");
    const model = arn("Role studio-model");
    const vpc = { subnets: subnets.map(({ id }) => id), securityGroupIds: [group.id] };
    const output = { s3OutputPath: "s3://example-models/out", kmsKeyId: keyArn };
    const made = all(
        add("aws:sagemaker/space:Space", "space", () => ({
            domainId: domain,
            spaceName: "ada",
            spaceSettings: { appType: "JupyterLab" },
            ownershipSettings: { ownerUserProfileName: profile.props.userProfileName },
            spaceSharingSettings: { sharingType: "Private" },
            tags: { ...TAGS, employeeNumber: "1001" },
        })),
        add("aws:sagemaker/app:App", "app", () => ({
            domainId: domain,
            spaceName: "ada",
            appName: "default",
            appType: "JupyterLab",
            resourceSpec: { instanceType: "ml.t3.medium" },
            tags: TAGS,
        })),
        add("aws:sagemaker/notebookInstance:NotebookInstance", "notebook", () => ({
            instanceType: "ml.t3.medium",
            roleArn: job,
            subnetId: first,
            securityGroups: [group.id],
            kmsKeyId: domainKey,
            directInternetAccess: "Disabled",
            rootAccess: "Disabled",
            platformIdentifier: "notebook-al2023-v1",
            instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
            tags: TAGS,
        })),
        add("aws:sagemaker/model:Model", "model", () => ({
            executionRoleArn: model,
            enableNetworkIsolation: true,
            vpcConfig: vpc,
            primaryContainer: { image: IMAGE },
            tags: TAGS,
        })),
        add("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "endpoint", () => ({
            kmsKeyArn: keyArn,
            productionVariants: [
                { variantName: "main", modelName: "model", instanceType: "ml.m5.xlarge", initialInstanceCount: 2 },
            ],
            tags: TAGS,
        })),
        add("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "quality", () => ({
            roleArn: job,
            dataQualityAppSpecification: { imageUri: IMAGE },
            networkConfig: {
                enableNetworkIsolation: true,
                enableInterContainerTrafficEncryption: true,
                vpcConfig: vpc,
            },
            jobResources: { clusterConfig: { ...INSTANCE, volumeKmsKeyId: keyArn } },
            dataQualityJobOutputConfig: {
                kmsKeyId: keyArn,
                monitoringOutputs: { s3Output: { s3Uri: "s3://example-models/q" } },
            },
            tags: TAGS,
        })),
        add("aws:sagemaker/trainingJob:TrainingJob", "training", () => ({
            trainingJobName: "training",
            roleArn: job,
            algorithmSpecification: { trainingImage: IMAGE, trainingInputMode: "File" },
            enableNetworkIsolation: true,
            enableInterContainerTrafficEncryption: true,
            vpcConfig: vpc,
            resourceConfig: { ...INSTANCE, volumeKmsKeyId: keyArn },
            outputDataConfig: output,
            tags: TAGS,
        })),
        add("aws:sagemaker/featureGroup:FeatureGroup", "features", () => ({
            featureGroupName: "features",
            recordIdentifierFeatureName: "id",
            eventTimeFeatureName: "at",
            roleArn: job,
            onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: keyArn } },
            offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://example-features", kmsKeyId: keyArn } },
            tags: TAGS,
        })),
    )(resources);
    // What stands for an id that is not known yet must tell where it comes from, as the engine does.
    const from: Readonly<Record<string, readonly string[]>> = {
        roleArn: [find(resources, "Role studio-job").urn],
        executionRoleArn: [find(resources, "Role studio-model").urn],
        vpcConfig: [...subnets, group].map(({ urn }) => urn),
        networkConfig: [...subnets, group].map(({ urn }) => urn),
        securityGroups: [group.urn],
        kmsKeyArn: [key.urn],
        jobResources: [key.urn],
        dataQualityJobOutputConfig: [key.urn],
        resourceConfig: [key.urn],
        outputDataConfig: [key.urn],
        onlineStoreConfig: [key.urn],
        offlineStoreConfig: [key.urn],
    };
    const instances = new Set(made.filter((each) => !resources.includes(each)));
    return made.map((each) =>
        instances.has(each)
            ? {
                  ...each,
                  propertyDependencies: {
                      ...Object.fromEntries(
                          Object.keys(each.props).map((property) => [property, from[property] ?? []]),
                      ),
                      ...each.propertyDependencies,
                  },
              }
            : each,
    );
}
