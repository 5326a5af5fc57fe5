import * as aws from "@pulumi/aws";

import {
    AccessService,
    type AccessServiceArgs,
    type HostedSignIn,
    LobAccess,
    type PrivateSignIn,
    presignRoleArn,
} from "../../components/access";
import { accessRoleArn, externalIdOf, type Place } from "../../components/names";
import { personBoundary } from "../../components/security/roles/otherBoundaries";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE as ROOT, STACK } from "../place";

/** Where the access service of these tests is. */
export const PLACE: Place = { ...ROOT, unit: "access" };

/** Where their lines of business are. */
export const LOB_A: Place = { ...ROOT, account: "222233334444", unit: "lob-a" };
export const LOB_B: Place = { ...ROOT, account: "333344445555", unit: "lob-b" };

const PRIVATE: PrivateSignIn = { mode: "private", plan: "essentials" };
export const HOSTED: HostedSignIn = { mode: "hosted", plan: "plus", domainPrefix: "acme-studio" };

/** The hub's endpoints. */
export const API_ENDPOINT = "vpce-0bbbbbbbbbbbbbbbb";
export const STUDIO_ENDPOINT = "vpce-0cccccccccccccccc";

const key = (id: string): string => `arn:aws:kms:eu-west-1:${PLACE.account}:key/${id}`;

/** A service with everything it needs, and what is changed of it. */
export function accessArgs(changes: Partial<AccessServiceArgs> = {}): AccessServiceArgs {
    return {
        place: PLACE,
        partition: "aws",
        network: {
            cidr: "10.17.0.0/16",
            subnets: {
                functions: { "euw1-az1": "10.17.8.0/24", "euw1-az2": "10.17.16.0/24" },
                transit: { "euw1-az1": "10.17.64.0/28", "euw1-az2": "10.17.64.16/28" },
            },
            gatewayId: "tgw-0123456789abcdef0",
            gatewayAccount: "999988887777",
            shared: [],
            endpointRanges: ["10.0.8.0/21", "10.0.16.0/21"],
            flowLogs: { destination: "log-group", retentionDays: 365 },
            dnsLogRetentionDays: 90,
            protections: true,
        },
        executeApiEndpointId: "vpce-0aaaaaaaaaaaaaaaa",
        signIn: PRIVATE,
        people: ["ada", "jon.doe@example.com"],
        tagKey: "studiouserid",
        lobs: [LOB_A, LOB_B].map((place) => ({
            name: String(place.unit),
            account: place.account,
            accessRoleArn: accessRoleArn(place, "aws"),
        })),
        link: { seconds: 20, sessionMinutes: 480 },
        throttle: { requestsPerSecond: 20, burst: 40 },
        alarms: { emails: ["ops@example.com"] },
        keys: { logsKeyArn: key("logs"), tablesKeyArn: key("tables"), topicsKeyArn: key("topics") },
        logRetentionDays: 365,
        protect: true,
        tags: { project: "fixture" },
        ...changes,
    };
}

/** Records the service, as a first preview sees it with `unknown`. */
export function recordAccess(changes: Partial<AccessServiceArgs> = {}, unknown = false): Promise<RecordedComponent> {
    return recordComponent(() => void new AccessService("access", accessArgs(changes), inPlace()), {
        ...STACK,
        unknown,
    });
}

/** Records the access role of line of business A, with the boundary of roles that open profiles. */
export function recordLobAccess(): Promise<RecordedComponent> {
    return recordComponent(() => {
        const provider = new aws.Provider("lob-a", { region: LOB_A.region, allowedAccountIds: [LOB_A.account] });
        const boundary = new aws.iam.Policy("person", { policy: JSON.stringify(personBoundary()) }, { provider });
        new LobAccess(
            "lob-a-access",
            {
                place: LOB_A,
                partition: "aws",
                presignRoleArn: presignRoleArn(PLACE, "aws"),
                externalId: externalIdOf(LOB_A),
                tagKey: "studiouserid",
                domainId: "d-abcdefghijkl",
                endpointIds: { api: API_ENDPOINT, studio: STUDIO_ENDPOINT },
                boundaryArn: boundary.arn,
                tags: {},
            },
            { providers: [provider] },
        );
    }, STACK);
}

/** A policy document or template as an object. */
export function parsed(text: unknown): unknown {
    return JSON.parse(String(text));
}
