import { type Ref, Text } from "../fixture/build";

/** A value made of outputs of other resources, with the program text that makes it: the reference prints that. */
export class Printed extends Text {
    /**
     * @param code a template literal's or expression's text; names of resources as the reference prints them
     */
    constructor(
        refs: readonly Ref[],
        build: (...values: string[]) => string,
        readonly code: string,
    ) {
        super(refs, build);
    }
}
