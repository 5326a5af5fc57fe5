import { type AccessServiceArgs, EXECUTION_LOG_GROUPS, presignRoleArn } from "../../access";
import type { Hub, HubKeys, HubKeysArgs } from "../../hub";
import { accessRoleArn } from "../../names";
import type { Lob, MultiSettings } from "../../settings";
import type { Places } from "./places";

/** Keys of the access service: its directory and its alarms have one each. */
export function accessKeysArgs(settings: MultiSettings, { access: place }: Places): HubKeysArgs {
    const { access, hub, partition, protect, tags } = settings;
    return {
        place,
        partition,
        administrators: access.keyAdministrators,
        deletionDays: hub.keyDeletionDays,
        purposes: { tables: true, topics: true },
        logDelivery: hub.flowLogDestination === "bucket",
        logGroups: [EXECUTION_LOG_GROUPS],
        functionRoles: [presignRoleArn(place, partition)],
        protect,
        tags,
    };
}

/** What stands before the access service. */
interface Made {
    readonly hub: Hub;
    readonly keys: HubKeys;
}

/** The access service a stack file describes. */
export function accessArgs(settings: MultiSettings, places: Places, { hub, keys }: Made): AccessServiceArgs {
    const { access, lobs, partition, production, protect, tags } = settings;
    const executeApiEndpointId = hub.endpointIds["execute-api"];
    const { logsKeyArn, tablesKeyArn, topicsKeyArn } = keys;
    if (executeApiEndpointId === undefined || tablesKeyArn === undefined || topicsKeyArn === undefined) {
        throw new Error("the hub has an endpoint of execute-api, and the keys were asked for, whatever the settings");
    }
    return {
        place: places.access,
        partition,
        network: {
            cidr: access.cidr,
            subnets: access.subnets,
            gatewayId: hub.gatewayId,
            gatewayAccount: places.hub.account,
            shared: hub.sharedWith(places.access.account),
            endpointRanges: hub.endpointRanges,
            flowLogs: {
                destination: settings.hub.flowLogDestination,
                retentionDays: settings.hub.flowLogRetentionDays,
            },
            dnsLogRetentionDays: settings.hub.dns.logRetentionDays,
            protections: production,
        },
        executeApiEndpointId,
        signIn: access.signIn,
        people: access.createUsers ? peopleOf(lobs) : [],
        tagKey: access.tag,
        lobs: lobs.map(({ lob }) => {
            const place = places.lob(lob);
            return { name: lob, account: place.account, accessRoleArn: accessRoleArn(place, partition) };
        }),
        link: access.link,
        throttle: access.throttle,
        alarms: access.alarms,
        keys: { logsKeyArn, tablesKeyArn, topicsKeyArn },
        logRetentionDays: access.logRetentionDays,
        protect,
        tags,
    };
}

/** Everybody with a profile, once. */
function peopleOf(lobs: readonly Lob[]): string[] {
    return [...new Set(lobs.flatMap(({ users }) => users.flatMap(({ tag }) => tag ?? [])))].sort();
}
