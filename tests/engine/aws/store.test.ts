import { strict as assert } from "node:assert";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import * as fc from "fast-check";
import { Store, type Stored } from "./store";

describe("emulated aws: the store", () => {
    let directory: string;
    beforeEach(() => (directory = mkdtempSync(path.join(tmpdir(), "store-"))));
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    const subnet: Stored = {
        id: "subnet-1",
        type: "aws:ec2/subnet:Subnet",
        account: "111122223333",
        region: "eu-west-1",
        inputs: ["cidrBlock"],
        properties: { cidrBlock: "10.0.0.0/24" },
    };

    it("keeps a resource where a person looks for it", () => {
        const store = new Store(directory);
        store.put(subnet);
        assert.equal(
            store.file(subnet),
            path.join(directory, "111122223333", "eu-west-1", "ec2-Subnet", "subnet-1.json"),
        );
        assert.deepEqual(store.get(subnet.type, subnet.account, subnet.region, subnet.id), subnet);
    });

    it("tells accounts, Regions and types apart", () => {
        const store = new Store(directory);
        const others = [{ account: "444455556666" }, { region: "us-east-1" }, { type: "aws:ec2/vpc:Vpc" }].map(
            (part) => ({ ...subnet, ...part }),
        );
        [subnet, ...others].forEach((resource) => store.put(resource));
        assert.deepEqual(store.list({ account: subnet.account, region: subnet.region, type: subnet.type }), [subnet]);
        assert.equal(store.list({ account: subnet.account }).length, 3);
        assert.equal(store.list().length, 4);
    });

    it("leaves no file and no folder behind", () => {
        const store = new Store(directory);
        store.put(subnet);
        store.remove(subnet);
        assert.deepEqual(readdirSync(directory), []);
        store.remove(subnet);
    });

    it("keeps what belongs to somebody else out of the files", () => {
        const store = new Store(directory, [subnet]);
        assert.deepEqual(store.list({ type: subnet.type }), [subnet]);
        assert.deepEqual(store.get(subnet.type, subnet.account, subnet.region, subnet.id), subnet);
        assert.equal(existsSync(store.file(subnet)), false);
    });

    it("names the file that a hand edit broke", () => {
        const store = new Store(directory);
        store.put(subnet);
        writeFileSync(store.file(subnet), "{");
        assert.throws(() => store.list(), /subnet-1\.json cannot be read/);
    });

    it("finds any id again, however long and whatever characters it has", () => {
        const store = new Store(directory);
        fc.assert(
            fc.property(fc.string({ minLength: 1, maxLength: 600, unit: "grapheme-ascii" }), (id) => {
                const resource = { ...subnet, id };
                store.put(resource);
                assert.deepEqual(store.get(resource.type, resource.account, resource.region, id), resource);
                store.remove(resource);
            }),
        );
    });
});
