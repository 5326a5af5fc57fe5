import { readFile } from "node:fs/promises";

export = async (): Promise<void> => {
    await readFile("/nonexistent");
};
