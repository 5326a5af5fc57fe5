import { type PermissionTable, SOURCES } from "./row";

/** What a preview asks Service Quotas, by the function's token. */
export const QUOTA_ROWS: PermissionTable = {
    "aws:servicequotas/getServiceQuota:getServiceQuota": {
        create: {},
        read: {
            quotas: ["servicequotas:GetServiceQuota"],
            regionWide: ["servicequotas:GetAWSDefaultServiceQuota"],
        },
        update: {},
        delete: {},
        source: `${SOURCES.TF} servicequotas/service_quota_data_source.go (reads AWS's default, then the value in force)`,
    },
};
