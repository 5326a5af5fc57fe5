import type { Proof } from "../proofs/proof";
import { colours } from "./colour";
import { wrap } from "./layout";

/** A proof in a line: its verdict and what is claimed. */
export function proofText({ verdict, claim }: Proof): string {
    const line = `  ${verdict.padEnd(12)}${wrap(claim, 14).trimStart()}`;
    switch (verdict) {
        case "holds":
            return line.replace("holds", colours.green("holds"));
        case "broken":
            return colours.red(line);
        case "not proven":
            return colours.yellow(line);
    }
}
