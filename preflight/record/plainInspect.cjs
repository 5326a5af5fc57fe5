/**
 * Loaded into the recorded program's process before anything else: `util.inspect` never colours.
 *
 * The recorder wants plain text. And colouring a stack frame like `node_modules/@pulumi/output.ts`, which Pulumi's source
 * maps produce, never ends in Node 20.20 and some later versions: https://github.com/nodejs/node/issues/64011
 */
"use strict";
const util = require("node:util");

const inspect = util.inspect;

function plain(value, options, ...rest) {
    return typeof options === "object" && options !== null
        ? inspect(value, { ...options, colors: false })
        : inspect(value, options, ...rest.slice(0, 1));
}

util.inspect = Object.assign(plain, inspect);
