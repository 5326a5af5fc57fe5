import { createRequire } from "node:module";

import { stackFileSchema } from "../../components/settings/jsonSchema";

/** The validator eslint brings along; it knows draft 7. */
type Validator = new () => { compile: (schema: object) => (value: unknown) => boolean };
const Ajv = createRequire(require.resolve("eslint"))("ajv") as Validator;

/** Whether an editor would accept the parsed stack file. */
export const acceptsStackFile = new Ajv().compile(stackFileSchema());
