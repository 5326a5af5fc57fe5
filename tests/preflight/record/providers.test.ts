import assert from "node:assert/strict";
import { Providers } from "../../../preflight/record/providers";
import { secret } from "../../../preflight/record/wire";

const STACK = { project: "p", stack: "dev" };

describe("Providers", () => {
    const disabled: readonly [value: string | undefined, aws: boolean, random: boolean][] = [
        [undefined, false, false],
        ["[]", false, false],
        ['["aws"]', true, false],
        ['["*"]', true, true],
        ["aws", true, true],
        ['{"aws":true}', true, true],
    ];
    for (const [value, aws, random] of disabled) {
        it(`disables default providers as configured, all of them where that is unreadable: ${value ?? "not set"}`, () => {
            const providers = new Providers(
                STACK,
                value === undefined ? {} : { "pulumi:disable-default-providers": value },
                [],
            );
            const answers = ["aws:ec2/vpc:Vpc", "random:index/id:Id"].map((type) => providers.isDisabled(type));
            assert.deepEqual(answers, [aws, random]);
        });
    }

    it("configures a default provider from the stack, secrets marked", () => {
        const config = { "aws:region": "eu-west-1", "aws:token": "hush", "p:other": "x" };
        const providers = new Providers(STACK, config, ["aws:token"]);
        assert.deepEqual(providers.select("aws:ec2/vpc:Vpc", "", "7.48.0"), {
            default: {
                urn: "urn:pulumi:dev::p::pulumi:providers:aws::default_7_48_0",
                type: "pulumi:providers:aws",
                name: "default_7_48_0",
                inputs: { region: "eu-west-1", token: secret("hush") },
            },
        });
    });

    it("takes the URN out of a reference, and needs none for what the engine itself provides", () => {
        const providers = new Providers(STACK, {}, []);
        const urn = "urn:pulumi:dev::p::pulumi:providers:aws::home";
        assert.deepEqual(providers.select("aws:ec2/vpc:Vpc", `${urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`, ""), {
            explicit: urn,
        });
        assert.equal(providers.select("pulumi:pulumi:StackReference", "", ""), undefined);
    });
});
