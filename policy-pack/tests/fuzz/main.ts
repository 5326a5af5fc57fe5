import { parseArgs } from "node:util";
import { POLICIES } from "../../policies";
import { fuzz } from "./fuzz";

const HELP = `npm run fuzz -- [--bags 100000] [--seed NUMBER] [--policy P01]
Shows every policy stacks whose values are garbage. Fails when one crashes, quotes a secret or takes too long.
`;

const PROGRESS_EVERY = 10_000;
/** Longest text of a failing stack to print. */
const SHOWN = 4_000;

async function main(args: readonly string[]): Promise<number> {
    const { values } = parseArgs({
        args: [...args],
        options: {
            bags: { type: "string", default: "100000" },
            seed: { type: "string" },
            policy: { type: "string" },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) {
        process.stdout.write(HELP);
        return 0;
    }
    const policies = POLICIES.filter(({ id }) => values.policy === undefined || id === values.policy);
    const bags = wholeNumber("--bags", values.bags);
    const seed = values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber("--seed", values.seed);
    if (policies.length === 0) {
        throw new Error(`--policy is ${values.policy}; write a number of the catalogue, such as P01`);
    }
    process.stdout.write(`${bags} bags for ${policies.length} policies, --seed ${seed}\n`);
    let done = 0;
    let failures = 0;
    for (const policy of policies) {
        const failure = await fuzz(policy, Math.ceil(bags / policies.length), seed, () => {
            done += 1;
            if (done % PROGRESS_EVERY === 0) {
                process.stdout.write(`${done} bags, at ${policy.id}\n`);
            }
        });
        if (failure !== undefined) {
            failures += 1;
            process.stdout.write(
                `${policy.id} ${policy.name}: ${failure.message}\n` +
                    `  replaced: ${failure.replaced.join(", ")}\n` +
                    `  stack: ${failure.stack.slice(0, SHOWN)}\n` +
                    `  again: npm run fuzz -- --seed ${seed} --policy ${policy.id} --bags ${Math.ceil(bags / policies.length)}\n`,
            );
        }
    }
    process.stdout.write(failures === 0 ? `${done} bags, no failure\n` : `${failures} policies failed\n`);
    return failures === 0 ? 0 : 1;
}

function wholeNumber(flag: string, text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) {
        throw new Error(`${flag} is ${text}; write a whole number`);
    }
    return value;
}

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
    },
);
