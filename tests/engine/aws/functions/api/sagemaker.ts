import { AwsError } from "../../errors";
import { allOf } from "../../lookup";
import type { Place } from "../../place";
import type { Provider } from "../../provider";
import type { Stored } from "../../store";
import { isObject, type Properties, textAt } from "../../values";
import type { Api } from "./request";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const SPACE = "aws:sagemaker/space:Space";
const APP = "aws:sagemaker/app:App";

type Operation = (input: Properties, provider: Provider, place: Place) => Properties;

/** Operations of the SageMaker API that functions of this project call. Source: SageMaker API reference. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
    DescribeDomain: (input, provider, place) => {
        const domain = required(allOf(provider.store, place, DOMAIN), ({ id }) => id === input["DomainId"]);
        return {
            DomainId: domain.id,
            DomainArn: domain.properties["arn"],
            HomeEfsFileSystemId: domain.properties["homeEfsFileSystemId"],
            Status: "InService",
        };
    },
    ListApps: (input, provider, place) => ({
        Apps: inDomain(provider, place, APP, input["DomainIdEquals"]).map((app) => ({
            ...pascal(app, ["appName", "appType", "domainId", "spaceName", "userProfileName"]),
            Status: departing(provider, app),
        })),
    }),
    ListSpaces: (input, provider, place) => ({
        Spaces: inDomain(provider, place, SPACE, input["DomainIdEquals"]).map((space) => ({
            ...pascal(space, ["domainId", "spaceName"]),
            Status: "InService",
        })),
    }),
    ListUserProfiles: (input, provider, place) => ({
        UserProfiles: inDomain(provider, place, PROFILE, input["DomainIdEquals"]).map((profile) => ({
            ...pascal(profile, ["domainId", "userProfileName"]),
            Status: "InService",
        })),
    }),
    ListTags: (input, provider, place) => {
        const types = [DOMAIN, PROFILE, SPACE, APP];
        const all = types.flatMap((type) => allOf(provider.store, place, type));
        const { tags } = required(all, ({ properties }) => properties["arn"] === input["ResourceArn"]).properties;
        return { Tags: Object.entries(isObject(tags) ? tags : {}).map(([Key, Value]) => ({ Key, Value })) };
    },
    DeleteApp: (input, { store }, place) => {
        const app = required(
            allOf(store, place, APP),
            ({ properties: p }) =>
                p["domainId"] === input["DomainId"] &&
                p["appName"] === input["AppName"] &&
                p["appType"] === input["AppType"] &&
                p["spaceName"] === input["SpaceName"] &&
                p["userProfileName"] === input["UserProfileName"],
        );
        // Takes its time, as in AWS: the next list still shows it.
        store.put({ ...app, properties: { ...app.properties, status: "Deleting" } });
        return {};
    },
    DeleteSpace: (input, provider, place) => remove(provider, place, SPACE, input, "SpaceName"),
    DeleteUserProfile: (input, provider, place) => remove(provider, place, PROFILE, input, "UserProfileName"),
};

/** AWS JSON 1.1: the operation stands in a header. */
export const sagemaker: Api = ({ headers, body }, provider, place) => {
    const name = String(headers["x-amz-target"]).replace("SageMaker.", "");
    const operation = OPERATIONS[name];
    if (operation === undefined) {
        throw new Error(`SageMaker's ${name} is not emulated`);
    }
    const type = { "content-type": "application/x-amz-json-1.1" };
    try {
        const answer = operation(JSON.parse(body) as Properties, provider, place);
        return { status: 200, headers: type, body: JSON.stringify(answer) };
    } catch (error) {
        if (error instanceof AwsError) {
            return { status: 400, headers: type, body: JSON.stringify({ __type: error.code, message: error.message }) };
        }
        throw error;
    }
};

function remove(provider: Provider, place: Place, type: string, input: Properties, key: string): Properties {
    const property = key[0]?.toLowerCase() + key.slice(1);
    const found = required(
        inDomain(provider, place, type, input["DomainId"]),
        ({ properties }) => properties[property] === input[key],
    );
    provider.delete({ type, name: found.id, place }, found.id, found.properties);
    return {};
}

function inDomain({ store }: Provider, place: Place, type: string, domainId: unknown): Stored[] {
    return allOf(store, place, type).filter(({ properties }) => properties["domainId"] === domainId);
}

/** An app that is being deleted is shown once more, and is gone then. */
function departing({ store }: Provider, app: Stored): string {
    const status = textAt(app.properties, "status") ?? "InService";
    if (status === "Deleting") {
        store.remove(app);
    }
    return status;
}

function required(all: readonly Stored[], is: (resource: Stored) => boolean): Stored {
    const found = all.find(is);
    if (found === undefined) {
        throw new AwsError("ResourceNotFound", "there is no such resource");
    }
    return found;
}

/** Properties under the API's names, which begin with a capital. */
function pascal({ properties }: Stored, names: readonly string[]): Properties {
    const given = names.filter((name) => properties[name] !== undefined);
    return Object.fromEntries(given.map((name) => [name[0]?.toUpperCase() + name.slice(1), properties[name]]));
}
