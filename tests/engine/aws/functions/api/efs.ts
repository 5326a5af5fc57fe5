import { AwsError } from "../../errors";
import { allOf } from "../../lookup";
import type { Place } from "../../place";
import type { Provider } from "../../provider";
import type { Stored } from "../../store";
import { isObject, type Properties, textAt } from "../../values";
import type { Api, ApiRequest } from "./request";

const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
const MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";

type Operation = (id: string, request: ApiRequest, provider: Provider, place: Place) => Properties;

/** Operations of the EFS API by method and path. Source: EFS API reference. */
const OPERATIONS: readonly { readonly on: RegExp; readonly does: Operation }[] = [
    {
        on: /^GET \/2015-02-01\/file-systems$/,
        does: (_, { query }, provider, place) => {
            const id = query.get("FileSystemId");
            const found = allOf(provider.store, place, FILE_SYSTEM).filter((each) => id === null || each.id === id);
            if (id !== null && found.length === 0) {
                throw new AwsError("FileSystemNotFound", `${id} does not exist`);
            }
            return {
                FileSystems: found.map((each) => ({
                    FileSystemId: each.id,
                    LifeCycleState: "available",
                    Tags: tagsOf(each),
                })),
            };
        },
    },
    {
        on: /^GET \/2015-02-01\/mount-targets$/,
        does: (_, { query }, provider, place) => ({
            MountTargets: mountTargetsOf(provider, place, query.get("FileSystemId") ?? "").map((each) => ({
                MountTargetId: each.id,
                FileSystemId: each.properties["fileSystemId"],
                SubnetId: each.properties["subnetId"],
                LifeCycleState: departing(provider, each),
            })),
        }),
    },
    {
        on: /^DELETE \/2015-02-01\/mount-targets\/([^/]+)$/,
        does: (id, _, { store }, place) => {
            const found = required(allOf(store, place, MOUNT_TARGET), id, "MountTargetNotFound");
            // Takes its time, as in AWS: the next list still shows it.
            store.put({ ...found, properties: { ...found.properties, lifeCycleState: "deleting" } });
            return {};
        },
    },
    {
        on: /^DELETE \/2015-02-01\/file-systems\/([^/]+)$/,
        does: (id, _, provider, place) => {
            const found = required(allOf(provider.store, place, FILE_SYSTEM), id, "FileSystemNotFound");
            if (mountTargetsOf(provider, place, id).length > 0) {
                throw new AwsError("FileSystemInUse", `${id} has mount targets`);
            }
            provider.delete({ type: FILE_SYSTEM, name: id, place }, id, found.properties);
            return {};
        },
    },
    {
        on: /^POST \/2015-02-01\/resource-tags\/([^/]+)$/,
        does: (id, { body }, { store }, place) => {
            const found = required(allOf(store, place, FILE_SYSTEM), id, "FileSystemNotFound");
            const { Tags } = JSON.parse(body) as { readonly Tags: readonly { Key: string; Value: string }[] };
            const added = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
            const tags = { ...(isObject(found.properties["tags"]) ? found.properties["tags"] : {}), ...added };
            store.put({ ...found, properties: { ...found.properties, tags } });
            return {};
        },
    },
];

/** REST with JSON: method and path are the operation. */
export const efs: Api = (request, provider, place) => {
    const line = `${request.method} ${request.path}`;
    const operation = OPERATIONS.find(({ on }) => on.test(line));
    if (operation === undefined) {
        throw new Error(`EFS's ${line} is not emulated`);
    }
    const type = { "content-type": "application/json" };
    try {
        const answer = operation.does(operation.on.exec(line)?.[1] ?? "", request, provider, place);
        return { status: 200, headers: type, body: JSON.stringify(answer) };
    } catch (error) {
        if (error instanceof AwsError) {
            const headers = { ...type, "x-amzn-errortype": error.code };
            return { status: 409, headers, body: JSON.stringify({ ErrorCode: error.code, Message: error.message }) };
        }
        throw error;
    }
};

function mountTargetsOf({ store }: Provider, place: Place, fileSystemId: string): Stored[] {
    return allOf(store, place, MOUNT_TARGET).filter(({ properties }) => properties["fileSystemId"] === fileSystemId);
}

/** A mount target that is being deleted is shown once more, and is gone then. */
function departing({ store }: Provider, target: Stored): string {
    const state = textAt(target.properties, "lifeCycleState") ?? "available";
    if (state === "deleting") {
        store.remove(target);
    }
    return state;
}

function tagsOf({ properties: { tags } }: Stored): readonly Properties[] {
    return Object.entries(isObject(tags) ? tags : {}).map(([Key, Value]) => ({ Key, Value }));
}

function required(all: readonly Stored[], id: string, code: string): Stored {
    const found = all.find((each) => each.id === id);
    if (found === undefined) {
        throw new AwsError(code, `${id} does not exist`);
    }
    return found;
}
