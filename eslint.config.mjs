import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
    {
        ignores: [
            "**/bin/",
            "**/node_modules/",
            "coverage/",
            "**/*.mjs",
            "**/*.cjs",
            "**/*.js",
            ".emulated/",
            ".cache/",
        ],
    },
    js.configs.recommended,
    ...tseslint.configs.recommendedTypeChecked,
    {
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            curly: "error",
            eqeqeq: ["error", "always"],
            "prefer-const": "error",
            "no-restricted-imports": [
                "error",
                { patterns: [{ group: ["@pulumi/*/bin/*"], message: "Import the package's public entry." }] },
            ],
            "@typescript-eslint/explicit-module-boundary-types": "error",
            "@typescript-eslint/no-explicit-any": "error",
            "@typescript-eslint/no-floating-promises": "error",
            // An Output in a template literal prints a warning text into the resource instead of its value.
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/switch-exhaustiveness-check": "error",
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        },
    },
    {
        files: ["tests/**/*.ts", "policy-pack/tests/**/*.ts"],
        rules: { "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: ["it", "describe"] }] },
    },
);
