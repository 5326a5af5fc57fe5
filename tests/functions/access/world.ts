import { type FunctionOptions, type RunningFunction, startFunction } from "./function";
import { API, type Front, type FrontOptions, startFront } from "./front";
import { accessClaims, CLIENT_ID, type KeySetServer, type PoolKey, poolKey, signed, startKeySet } from "./keySet";
import { LINK_SECONDS, REGION, SESSION_SECONDS, TAG_KEY } from "./lobs";
import { type SageMakerServer, startSageMaker } from "./sageMaker";
import type { Scenario } from "./scenario";
import { PRESIGN_KEY, startSts, type StsServer } from "./sts";
import { startTable, TABLE, type TableServer } from "./table";

/** Everything between a person's browser and AWS, running. */
export interface World {
    readonly pool: KeySetServer;
    /** The pool's present key. */
    readonly key: PoolKey;
    readonly table: TableServer;
    readonly sts: StsServer;
    readonly sagemaker: SageMakerServer;
    readonly authorizer: RunningFunction;
    readonly presign: RunningFunction;
    readonly front: Front;
    /** Asks for `GET <api><path>`; redirects are not followed. */
    get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
    /** As {@link get} for `session`, signed in. */
    session(username: string, headers?: Readonly<Record<string, string>>, query?: string): Promise<Response>;
    close(): Promise<void>;
}

export interface WorldOptions {
    readonly scenarios: readonly Scenario[];
    /** Further environment of the authorizer, as for hosted sign-in. */
    readonly authorizer?: Readonly<Record<string, string>>;
    readonly front?: Pick<FrontOptions, "clock" | "resultSeconds" | "routes" | "throttle">;
}

/** The authorizer's environment for a pool, as the access service sets it for sign-in on our own page. */
export function authorizerEnvironment({ issuer, jwksUri }: KeySetServer): Record<string, string> {
    return {
        USER_POOL_ISSUER: issuer,
        JWKS_URI: jwksUri,
        CLIENT_ID,
        API_ID: API.apiId,
        STAGE: API.stage,
        SIGN_IN: "private",
    };
}

/** The presign function's environment, with the addresses of AWS's services. */
export function presignEnvironment(
    urls: Readonly<Record<"dynamodb" | "sts" | "sagemaker", string>>,
): Record<string, string> {
    return {
        TABLE,
        TAG_KEY,
        LINK_SECONDS: String(LINK_SECONDS),
        SESSION_SECONDS: String(SESSION_SECONDS),
        REGION,
        PARTITION: "aws",
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: PRESIGN_KEY.accessKeyId,
        AWS_SECRET_ACCESS_KEY: PRESIGN_KEY.secretAccessKey,
        AWS_SESSION_TOKEN: PRESIGN_KEY.sessionToken,
        AWS_ENDPOINT_URL_DYNAMODB: urls.dynamodb,
        AWS_ENDPOINT_URL_STS: urls.sts,
        AWS_ENDPOINT_URL_SAGEMAKER: urls.sagemaker,
    };
}

/** Starts the presign function; `options` may change its code or time limit. */
export function startPresign(
    { table, sts, sagemaker }: Pick<World, "table" | "sts" | "sagemaker">,
    options: Partial<FunctionOptions> = {},
): Promise<RunningFunction> {
    const environment = presignEnvironment({ dynamodb: table.url, sts: sts.url, sagemaker: sagemaker.url });
    return startFunction("assets/functions/presign/index.ts", { environment, ...options });
}

/** Starts everything, with the scenarios' people in the directory. */
export async function startWorld({ scenarios, ...options }: WorldOptions): Promise<World> {
    const key = poolKey("kid-2026-11");
    const pool = await startKeySet(key);
    const table = await startTable();
    for (const { item } of scenarios) {
        await table.put({ ...item });
    }
    const sts = await startSts(scenarios);
    const sagemaker = await startSageMaker(sts);
    const authorizer = await startFunction("assets/functions/authorizer/index.ts", {
        environment: { ...authorizerEnvironment(pool), ...options.authorizer },
        certificates: pool.certificates,
        timeoutSeconds: 5,
    });
    const presign = await startPresign({ table, sts, sagemaker });
    const front = await startFront({ authorizer, presign, ...options.front });
    const get: World["get"] = (path, headers = {}) => fetch(`${front.url}${path}`, { headers, redirect: "manual" });
    return {
        ...{ pool, key, table, sts, sagemaker, authorizer, presign, front, get },
        session: async (username, headers = {}, query = "") => {
            const token = await signed(key, accessClaims(pool.issuer, username));
            return get(`session${query}`, { Authorization: `Bearer ${token}`, ...headers });
        },
        close: async () => {
            await front.close();
            await Promise.all([authorizer.stop(), presign.stop()]);
            await Promise.all([sagemaker.close(), sts.close(), table.close(), pool.close()]);
        },
    };
}
