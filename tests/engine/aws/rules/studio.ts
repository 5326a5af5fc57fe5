import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { textAt, textsAt } from "../values";
import type { Operation, Rule, RuleTable } from "./rule";

/** Names of domains, profiles, spaces and apps. Source: SageMaker API reference. */
const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

/** Characters of a lifecycle script after base64. Source: SageMaker API reference, CreateStudioLifecycleConfig. */
const SCRIPT_LIMIT = 16384;

/** Accounts whose registries Docker reaches. Source: SageMaker API reference, DockerSettings. */
const TRUSTED_ACCOUNT_LIMIT = 20;

/** Security groups of an app that are yours: five, one of which the service adds. Source: SageMaker developer guide. */
const GROUP_LIMIT = 5;

function refuse(text: string): never {
    throw new AwsError("ValidationException", text);
}

function name(path: string): Rule {
    return ({ properties }) => {
        const value = textAt(properties, path) ?? "";
        if (!NAME.test(value)) {
            refuse(`'${value}' at '${path}' failed to satisfy constraint: member must satisfy ${NAME.source}`);
        }
    };
}

function domainNetwork({ store, place, properties }: Operation): void {
    for (const id of textsAt(properties, "subnetIds[]")) {
        if (named(store, place, "subnet", id)?.properties["vpcId"] !== properties["vpcId"]) {
            refuse(`subnet ${id} is not in ${String(properties["vpcId"])}`);
        }
    }
    const groups = textsAt(properties, "defaultUserSettings.securityGroups[]");
    if (properties["appNetworkAccessType"] === "VpcOnly" && groups.length === 0) {
        refuse("security groups are required in defaultUserSettings when appNetworkAccessType is VpcOnly");
    }
}

function trustedAccounts({ properties }: Operation): void {
    const accounts = textsAt(properties, "domainSettings.dockerSettings.vpcOnlyTrustedAccounts[]");
    if (accounts.length > TRUSTED_ACCOUNT_LIMIT || accounts.some((account) => !/^\d{12}$/.test(account))) {
        refuse(`vpcOnlyTrustedAccounts must be at most ${TRUSTED_ACCOUNT_LIMIT} ids of accounts`);
    }
}

function groups(path: string): Rule {
    return ({ store, place, properties }) => {
        const ids = textsAt(properties, path);
        if (ids.length > GROUP_LIMIT) {
            refuse(`${path} has ${ids.length} members, at most ${GROUP_LIMIT} are allowed`);
        }
        const vpcId =
            properties["vpcId"] ??
            named(store, place, "domain", textAt(properties, "domainId") ?? "")?.properties["vpcId"];
        for (const id of ids) {
            const group = named(store, place, "securityGroup", id);
            const groupVpc = group?.type === "aws:ec2/vpc:Vpc" ? group.id : group?.properties["vpcId"];
            if (groupVpc !== vpcId) {
                refuse(`security group ${id} is not in ${String(vpcId)}, the VPC of the domain`);
            }
        }
    };
}

/** A profile takes a single sign-on user in SSO mode and in no other. */
function signOn({ store, place, properties }: Operation): void {
    const domain = named(store, place, "domain", textAt(properties, "domainId") ?? "");
    const given = properties["singleSignOnUserValue"] !== undefined;
    if (domain !== undefined && given !== (domain.properties["authMode"] === "SSO")) {
        refuse(
            given
                ? "singleSignOnUserValue is allowed only in a domain with AuthMode SSO"
                : "singleSignOnUserIdentifier and singleSignOnUserValue are required in a domain with AuthMode SSO",
        );
    }
}

function spaceOwner(operation: Operation): void {
    const owner = textAt(operation.properties, "ownershipSettings.ownerUserProfileName");
    if ((owner === undefined) !== (textAt(operation.properties, "spaceSharingSettings.sharingType") === undefined)) {
        refuse("ownershipSettings and spaceSharingSettings need each other");
    }
    if (owner !== undefined) {
        requireMember(operation, "aws:sagemaker/userProfile:UserProfile", "userProfileName", owner);
    }
}

function appOwner(operation: Operation): void {
    const { properties } = operation;
    const profile = textAt(properties, "userProfileName");
    const space = textAt(properties, "spaceName");
    if ((profile === undefined) === (space === undefined)) {
        refuse("an app belongs to a user profile or to a space: exactly one of userProfileName and spaceName");
    }
    if (profile !== undefined) {
        requireMember(operation, "aws:sagemaker/userProfile:UserProfile", "userProfileName", profile);
    }
    if (space !== undefined) {
        requireMember(operation, "aws:sagemaker/space:Space", "spaceName", space);
    }
}

/** Refuses an owner that does not exist in the domain. */
function requireMember({ store, place, properties }: Operation, type: string, property: string, value: string): void {
    const members = allOf(store, place, type).filter(
        (other) => other.properties["domainId"] === properties["domainId"],
    );
    if (!members.some((other) => other.properties[property] === value)) {
        refuse(`RecordNotFound: ${property} '${value}' does not exist in ${textAt(properties, "domainId")}`);
    }
}

function script({ properties }: Operation): void {
    const content = textAt(properties, "studioLifecycleConfigContent") ?? "";
    if (content.length > SCRIPT_LIMIT || !/^[A-Za-z0-9+/]+={0,2}$/.test(content)) {
        refuse(`studioLifecycleConfigContent must be base64 of at most ${SCRIPT_LIMIT} characters`);
    }
}

/** Rules about SageMaker Studio. Source: SageMaker API reference. */
export const STUDIO: RuleTable = {
    "aws:sagemaker/domain:Domain": [
        name("domainName"),
        domainNetwork,
        trustedAccounts,
        groups("defaultUserSettings.securityGroups[]"),
    ],
    "aws:sagemaker/userProfile:UserProfile": [name("userProfileName"), signOn, groups("userSettings.securityGroups[]")],
    "aws:sagemaker/space:Space": [name("spaceName"), spaceOwner],
    "aws:sagemaker/app:App": [name("appName"), appOwner],
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": [name("studioLifecycleConfigName"), script],
};
