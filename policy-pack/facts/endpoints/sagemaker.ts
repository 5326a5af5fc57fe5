import { endpointsPage, interfaces, sagemakerApps } from "./row";

/** The rest of SageMaker's own endpoints. */
export const SAGEMAKER = {
    ...interfaces({
        "sagemaker.featurestore-runtime": {
            hosts: ["featurestore-runtime.sagemaker"],
            source: "https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-storage-configurations-online-store.html",
            offered: {
                except: [
                    "ap-east-2",
                    "ap-south-2",
                    "ap-southeast-4",
                    "ap-southeast-5",
                    "ap-southeast-6",
                    "ap-southeast-7",
                    "ca-west-1",
                    "me-central-1",
                    "mx-central-1",
                ],
                source: endpointsPage("sagemaker"),
            },
        },
        "sagemaker.metrics": { hosts: ["metrics.sagemaker"] },
        "sagemaker-data-science-assistant": {
            source: "https://docs.aws.amazon.com/sagemaker/latest/dg/canvas-vpc.html",
        },
        "sagemaker-geospatial": { offered: { only: ["us-west-2"], source: endpointsPage("sagemaker") } },
    }),
    ...sagemakerApps({
        notebook: {
            names: (region) => [`notebook.${region}.sagemaker.aws`, `*.notebook.${region}.sagemaker.aws`],
            source: "https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html",
        },
        // The Region stands before `experiments`, unlike in the names of studio and notebook.
        experiments: {
            names: (region) => [`${region}.experiments.sagemaker.aws`, `*.${region}.experiments.sagemaker.aws`],
            source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-private-link.html",
        },
        // AWS tells the names of this one and the next at deployment only.
        mlflow: { source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-private-link.html" },
        "partner-app": { source: "https://docs.aws.amazon.com/sagemaker/latest/dg/partner-app-onboard.html" },
    }),
};
