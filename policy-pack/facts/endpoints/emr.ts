import { endpointsPage, interfaces } from "./row";

/** EMR on EC2, on EKS and serverless. */
export const EMR = interfaces({
    elasticmapreduce: { source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/interface-vpc-endpoint.html" },
    "emr-containers": {
        offered: {
            except: [
                "ap-east-2",
                "ap-southeast-4",
                "ap-southeast-5",
                "ap-southeast-6",
                "ca-west-1",
                "eusc-de-east-1",
                "mx-central-1",
            ],
            source: endpointsPage("emr_on_eks"),
        },
    },
    "emr-serverless": {},
    "emr-serverless-services.livy": {
        hosts: ["*.livy.emr-serverless-services"],
        source: "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/interactive-workloads-livy-endpoints.html",
    },
    "emr-serverless.dashboard": { names: () => [] },
});
