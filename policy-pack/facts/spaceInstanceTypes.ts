const FROM_LARGE = ["large", "xlarge", "2xlarge", "4xlarge"];
const GENERATION_5 = [...FROM_LARGE, "8xlarge", "12xlarge", "16xlarge", "24xlarge"];
const GENERATION_6 = [...GENERATION_5, "32xlarge"];
const GENERATION_7 = [...GENERATION_5, "48xlarge"];
const G = ["xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];
const NEWER_G = [...G, "24xlarge", "48xlarge"];

/** Sizes by family. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
    t3: ["micro", "small", "medium", "large", "xlarge", "2xlarge"],
    m5: GENERATION_5,
    m5d: GENERATION_5,
    m6i: GENERATION_6,
    m6id: GENERATION_6,
    m7i: GENERATION_7,
    c5: [...FROM_LARGE, "9xlarge", "12xlarge", "18xlarge", "24xlarge"],
    c6i: GENERATION_6,
    c6id: GENERATION_6,
    c7i: GENERATION_7,
    r5: GENERATION_5,
    r6i: GENERATION_6,
    r6id: GENERATION_6,
    r7i: GENERATION_7,
    g4dn: G,
    g5: NEWER_G,
    g6: NEWER_G,
    g6e: NEWER_G,
    p3: ["2xlarge", "8xlarge", "16xlarge"],
    p3dn: ["24xlarge"],
    p4d: ["24xlarge"],
    p4de: ["24xlarge"],
    p5: ["4xlarge", "48xlarge"],
    p5en: ["48xlarge"],
    "p6-b200": ["48xlarge"],
    trn1: ["2xlarge", "32xlarge"],
    trn1n: ["32xlarge"],
};

/**
 * Instance types a JupyterLab or Code Editor space may run on, as the aws provider knows them: it refuses the name of a
 * newer type before it calls AWS. Not every Region offers every type. Left out: `system` and `ml.geospatial.interactive`,
 * which are for Studio Classic.
 *
 * Source: SageMaker API reference, `ResourceSpec.InstanceType`.
 */
export const SPACE_INSTANCE_TYPES: readonly string[] = Object.entries(FAMILIES).flatMap(([family, sizes]) =>
    sizes.map((size) => `ml.${family}.${size}`),
);
