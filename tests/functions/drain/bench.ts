import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { EC2Client } from "@aws-sdk/client-ec2";
import { EFSClient } from "@aws-sdk/client-efs";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";

import type { Clock } from "../../../assets/functions/drain/clock";
import { DRAIN_TAG } from "../../../assets/functions/drain/event";
import type { Clients } from "../../../assets/functions/drain/tasks";
import { accessKeyOf } from "../../engine/aws/functions/api/request";
import { type ApiServer, serveApis } from "../../engine/aws/functions/api/server";
import { makeCompanions } from "../../engine/aws/companions";
import { People } from "../../engine/aws/people";
import { Provider } from "../../engine/aws/provider";
import { Store, type Stored } from "../../engine/aws/store";

export const ACCOUNT = "111122223333";
export const REGION = "eu-west-1";
export const VPC = "vpc-0a1b2c3d4e5f60718";
export const OWNER = "private-studio-dev-drain-0a1b2c3d";

const PLACE = { account: ACCOUNT, region: REGION, defaultTags: {} };

/** An emulated account with one VPC, the SDK's real clients against it, and a clock that does not wait. */
export class DrainBench {
    readonly clients: Clients;
    /** Milliseconds slept so far. */
    slept = 0;

    private constructor(
        private readonly directory: string,
        readonly store: Store,
        private readonly apis: ApiServer,
    ) {
        const config = {
            region: REGION,
            endpoint: apis.url,
            maxAttempts: 1,
            credentials: { accessKeyId: accessKeyOf(ACCOUNT), secretAccessKey: "test" },
        };
        this.clients = {
            sagemaker: unmocked(new SageMakerClient(config)),
            efs: new EFSClient(config),
            ec2: unmocked(new EC2Client(config)),
        };
    }

    static async open(): Promise<DrainBench> {
        const directory = mkdtempSync(path.join(tmpdir(), "drain-"));
        const store = new Store(directory);
        const bench = new DrainBench(directory, store, await serveApis(new Provider(store)));
        bench.put("aws:ec2/vpc:Vpc", VPC, {});
        bench.put("aws:ec2/subnet:Subnet", "subnet-1", { vpcId: VPC });
        bench.put("aws:ec2/subnet:Subnet", "subnet-2", { vpcId: VPC });
        return bench;
    }

    /** A client whose credentials belong to no emulated account: refused before anything is looked up. */
    stranger(): SageMakerClient {
        const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "test" };
        return unmocked(new SageMakerClient({ region: REGION, endpoint: this.apis.url, maxAttempts: 1, credentials }));
    }

    close(): void {
        this.apis.stop();
        rmSync(this.directory, { recursive: true, force: true });
    }

    /** Calls that changed something, in order. */
    get changes(): readonly string[] {
        return this.apis.calls
            .map((call) => call.split(" ").slice(1).join(" "))
            .filter((call) => /^(?:Delete|Revoke|Create|DELETE|POST)/.test(call));
    }

    /** Time for this many milliseconds of sleep. */
    clock(limitMs = 600_000): Clock {
        return {
            left: () => limitMs - this.slept,
            sleep: (milliseconds) => {
                this.slept += milliseconds;
                return Promise.resolve();
            },
        };
    }

    /** A domain with its home file system, mount targets and groups; by its tags it lets the function empty it. */
    domain(
        id: string,
        tags: Readonly<Record<string, string>> = { [DRAIN_TAG]: OWNER },
    ): { readonly domain: Stored; readonly people: People } {
        const arn = `arn:aws:sagemaker:${REGION}:${ACCOUNT}:domain/${id}`;
        const domain = this.put("aws:sagemaker/domain:Domain", id, {
            arn,
            vpcId: VPC,
            subnetIds: ["subnet-1", "subnet-2"],
            homeEfsFileSystemId: `fs-of-${id}`,
            tags,
        });
        makeCompanions(this.store, PLACE, domain);
        return { domain, people: new People(this.store, domain) };
    }

    /** What is left of these kinds, by the last part of the type, with ids or names. */
    left(...kinds: readonly string[]): readonly string[] {
        return this.store
            .list()
            .map(({ type, id, properties: { name } }) => ({
                kind: type.split(":").at(-1) ?? "",
                // Of an ARN what follows the domain's id.
                name: typeof name === "string" ? name : id.startsWith("arn:") ? id.split("/").slice(2).join("/") : id,
            }))
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ kind, name }) => `${kind} ${name}`)
            .sort();
    }

    private put(type: string, id: string, properties: Stored["properties"]): Stored {
        const stored: Stored = { type, id, account: ACCOUNT, region: REGION, inputs: [], properties };
        this.store.put(stored);
        return stored;
    }
}

/** Other suites of the same run put doubles into the classes of these clients; here the real ones are asked. */
function unmocked<T extends SageMakerClient | EC2Client>(client: T): T {
    const base = Object.getPrototypeOf(Object.getPrototypeOf(client)) as Pick<T, "send">;
    return Object.assign(client, { send: base.send });
}
