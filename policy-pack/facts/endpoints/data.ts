import { endpointsPage, gateways, interfaces } from "./row";

/** Stores, catalogues and queries. */
export const DATA = {
    ...gateways({
        dynamodb: { source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-ddb.html" },
    }),
    ...interfaces({
        athena: {},
        glue: {},
        "glue.sessions": {
            names: () => [],
            source: "https://docs.aws.amazon.com/glue/latest/dg/vpc-interface-endpoints.html",
        },
        "glue.dashboard": { names: () => [] },
        lakeformation: {},
        redshift: {},
        // Last read of VpcEndpointPolicySupported: false. AWS's pages say nothing of a policy either.
        "redshift-data": { supportsPolicy: false },
        "redshift-serverless": {
            offered: { except: ["me-south-1"], source: endpointsPage("redshift-service") },
        },
        rds: {},
        secretsmanager: {},
        elasticfilesystem: {},
        datazone: {},
    }),
};
