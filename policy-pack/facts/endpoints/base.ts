import { gateways, interfaces, sagemakerApps } from "./row";

/** What Studio and jobs need; the first in every list. */
export const BASE = {
    ...gateways({ s3: { source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html" } }),
    ...interfaces({
        "sagemaker.api": { hosts: ["api.sagemaker"] },
        "sagemaker.runtime": { hosts: ["runtime.sagemaker"] },
    }),
    ...sagemakerApps({
        studio: {
            names: (region) => [`studio.${region}.sagemaker.aws`, `*.studio.${region}.sagemaker.aws`],
            source: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html",
        },
    }),
    ...interfaces({
        sts: {},
        logs: {},
        "ecr.api": { hosts: ["api.ecr"] },
        "ecr.dkr": { hosts: ["dkr.ecr", "*.dkr.ecr"] },
        monitoring: {},
        kms: {},
    }),
};
