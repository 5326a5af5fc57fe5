import { z } from "zod";

import { setting } from "../../setting";
import { retentionDays } from "../../values";
import { cidrSchema, subnetsSchema, zonesSchema } from "./addresses";
import { capacitySchema, distributedTrainingSchema } from "./capacity";
import { clientsSchema } from "./clients";
import { dnsSchema, egressSchema, firewallSchema } from "./egress";
import { endpointsSchema, featuresSchema } from "./services";
import { vpcSchema } from "./vpc";

export const networkSchema = setting(
    z.strictObject({
        cidr: cidrSchema,
        zones: zonesSchema,
        subnets: subnetsSchema.optional(),
        vpc: vpcSchema.optional(),
        egress: egressSchema,
        firewall: firewallSchema.optional(),
        dns: dnsSchema,
        features: featuresSchema,
        endpoints: endpointsSchema,
        capacity: capacitySchema.optional(),
        distributedTraining: distributedTrainingSchema,
        clients: clientsSchema.optional(),
        flowLogRetentionDays: retentionDays("Days to keep the flow logs of all traffic"),
        flowLogDestination: setting(z.enum(["log-group", "bucket"]), {
            description:
                "Where flow logs go. `log-group`: CloudWatch Logs, to search. `bucket`: S3, cheaper for much traffic; a bucket with logs in it stays when the stack is destroyed",
            example: "bucket",
            rule: "one of: log-group, bucket",
        }).default("log-group"),
    }),
    {
        description: "The VPC and who reaches it",
        example: { cidr: "10.20.0.0/16", zones: ["euw1-az1", "euw1-az2"] },
        rule: "a map with at least cidr and zones",
        noDefault: "address range and zones are decisions only you can make",
    },
);
