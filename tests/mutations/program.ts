import * as pulumi from "@pulumi/pulumi";

/** Changes the inputs of resources of one type before they are registered; the program itself stays as it is. */
export function changeInputs(
    type: string,
    change: (props: Record<string, unknown>, name: string) => Record<string, unknown>,
): void {
    pulumi.runtime.registerStackTransformation((registration) =>
        registration.type === type
            ? {
                  props: change(registration.props, registration.name),
                  opts: registration.opts,
              }
            : undefined,
    );
}

/** Remembers the first resource of a type whose logical name matches, to hang something on it afterwards. */
export function find<R extends pulumi.Resource>(type: string, name: RegExp): () => R {
    let found: R | undefined;
    pulumi.runtime.registerStackTransformation((registration) => {
        if (registration.type === type && name.test(registration.name)) {
            found ??= registration.resource as R;
        }
        return undefined;
    });
    return () => {
        if (found === undefined) {
            throw new Error(`the program registers no ${type} with a name like ${name.source}`);
        }
        return found;
    };
}

/** Runs the unmodified program and answers its outputs. */
export function runProgram(): unknown {
    // Loaded here and not at the top: what changes the registrations must stand before.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require("../../index");
}
