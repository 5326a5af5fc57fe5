/** The direction of imports, as docs/architecture.md draws it. */
const from = (path, except) => ({ path, ...(except ? { pathNot: except } : {}) });
const component = "^components/(network|security|domain|profiles|defaults|functions|storage|hub|access|onprem)/";

module.exports = {
    forbidden: [
        { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
        {
            name: "policy-pack-stands-alone",
            comment: "The pack is published by itself; the judge must not depend on the builder.",
            severity: "error",
            from: from("^policy-pack/"),
            to: { pathNot: "^(policy-pack/|node_modules/)", dependencyTypesNot: ["core"] },
        },
        {
            name: "components-take-facts-not-verdicts",
            comment: "A component may use facts and the graph's helpers, never a policy, a proof or the evaluator.",
            severity: "error",
            from: from("^(components/|index\\.ts)"),
            to: { path: "^(preflight/|commands/|policy-pack/(?!(facts|net)/))" },
        },
        {
            name: "pure-bottom",
            comment:
                "Names, addresses, allow-lists and lifecycle scripts are plain values: they know neither settings nor resources.",
            severity: "error",
            from: from("^components/(names|addresses|allowList|lifecycleScripts)/"),
            to: { path: "^(components/(?!(names|addresses|allowList|lifecycleScripts)/)|node_modules/@pulumi)" },
        },
        {
            name: "settings-know-no-component",
            severity: "error",
            from: from("^components/settings/"),
            to: {
                path: "^(components/(?!(settings|names|addresses|allowList|lifecycleScripts)/)|node_modules/@pulumi/aws)",
            },
        },
        {
            name: "components-know-no-deployment",
            severity: "error",
            from: from(component),
            to: { path: "^components/deployments/" },
        },
        {
            name: "index-reads-settings-and-builds-one-deployment",
            severity: "error",
            from: from("^index\\.ts$"),
            to: {
                path: "^(components|preflight|policy-pack|commands)/",
                pathNot: "^components/(settings|deployments)/",
            },
        },
        {
            name: "preflight-runs-the-program-never-imports-it",
            comment: "Preflight reads settings and records the program in its own process.",
            severity: "error",
            from: from("^preflight/"),
            to: { path: "^(index\\.ts|commands/|components/(?!(settings|names|addresses|allowList)/))" },
        },
        {
            name: "commands-are-thin",
            severity: "error",
            from: from("^commands/"),
            to: { path: "^(components/(?!(settings|names)/)|policy-pack/policies/)" },
        },
        {
            name: "nobody-imports-commands",
            severity: "error",
            from: from("^(?!(commands|tests)/)"),
            to: { path: "^commands/" },
        },
        {
            name: "product-knows-no-tests",
            severity: "error",
            from: from("^(?!(tests|bench|policy-pack/tests)/)"),
            to: { path: "(^|/)tests/" },
        },
        { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
        {
            name: "no-dev-dependency-in-the-product",
            severity: "error",
            from: from("^(index\\.ts|components/|preflight/|commands/|policy-pack/(?!tests/))"),
            to: { dependencyTypes: ["npm-dev"] },
        },
    ],
    options: {
        doNotFollow: { path: "node_modules" },
        exclude: { path: "(^|/)(bin|coverage)/" },
        tsConfig: { fileName: "tsconfig.json" },
        tsPreCompilationDeps: true,
        enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "types", "default"] },
    },
};
