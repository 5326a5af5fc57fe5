#!/usr/bin/env node
/**
 * A language host for `runtime: nodejs`, as small as the tests need. The engine starts it as
 * `pulumi-language-nodejs -root=DIR ADDRESS`, reads a port from its first line and asks it to run programs; this starts
 * the SDK's own `@pulumi/pulumi/cmd/run`. It stands beside a CLI that was built without Pulumi's own host.
 *
 * Plain JavaScript, because the engine starts it with nothing but node.
 */
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

/** The exit code of `cmd/run` for "the error has been shown". Source: @pulumi/pulumi cmd/run. */
const ALREADY_SHOWN = 32;

const sdk = loadSdk();
const grpc = sdk("@grpc/grpc-js");
const rpc = sdk("./proto/language_pb");
const { LanguageRuntimeService } = sdk("./proto/language_grpc_pb");
const { PluginInfo } = sdk("./proto/plugin_pb");
const { Empty } = sdk("google-protobuf/google/protobuf/empty_pb");

let engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
const programs = new Set();

/** Requires from the program's SDK (the engine starts the host in the program's folder), else from this file's. */
function loadSdk() {
    for (const from of [path.join(process.cwd(), "x.js"), __filename]) {
        try {
            return createRequire(createRequire(from).resolve("@pulumi/pulumi/package.json"));
        } catch {
            continue;
        }
    }
    console.error("@pulumi/pulumi is not installed: run npm ci");
    return process.exit(1);
}

/** Config keys as `cmd/run` reads them: `namespace:name` becomes `namespace:config:name`. */
function configuration(request) {
    const entries = [...request.getConfigMap().entries()].map(([key, value]) => {
        const end = key.lastIndexOf(":");
        return [`${key.slice(0, end).replace(/:config$/, "")}:config:${key.slice(end + 1)}`, value];
    });
    return JSON.stringify(Object.fromEntries(entries));
}

function commandLine(request) {
    const info = request.getInfo();
    const directory = info.getProgramDirectory();
    const options = {
        monitor: request.getMonitorAddress(),
        engine: engineAddress,
        organization: request.getOrganization(),
        project: request.getProject(),
        "root-directory": info.getRootDirectory(),
        stack: request.getStack(),
        pwd: directory,
        parallel: request.getParallel(),
    };
    const nodeArguments = info.getOptions()?.toJavaScript().nodeargs ?? "";
    return [
        ...String(nodeArguments).split(/\s+/).filter(Boolean),
        createRequire(path.join(directory, "x.js")).resolve("@pulumi/pulumi/cmd/run"),
        ...Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}`, String(value)] : [])),
        ...(request.getDryrun() ? ["--dry-run"] : []),
        info.getEntryPoint(),
        ...request.getArgsList(),
    ];
}

function run({ request }, done) {
    const options = request.getInfo().getOptions()?.toJavaScript() ?? {};
    const program = spawn(process.execPath, commandLine(request), {
        stdio: ["ignore", "inherit", "inherit"],
        env: {
            ...process.env,
            PULUMI_CONFIG: configuration(request),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
            ...(options.typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
            ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
        },
    });
    programs.add(program);
    program.on("error", done);
    program.on("close", (code, signal) => {
        programs.delete(program);
        const response = new rpc.RunResponse();
        if (code === ALREADY_SHOWN) {
            response.setBail(true);
        } else if (code !== 0) {
            response.setError(`Program exited with non-zero exit code: ${code ?? signal}`);
        }
        done(null, response);
    });
}

function pluginInfo() {
    const response = new PluginInfo();
    response.setVersion(sdk("./package.json").version);
    return response;
}

function about() {
    const response = new rpc.AboutResponse();
    response.setExecutable(process.execPath);
    response.setVersion(process.version);
    return response;
}

function programDependencies({ request }) {
    const response = new rpc.GetProgramDependenciesResponse();
    for (const { name, version } of installed(request.getInfo().getProgramDirectory())) {
        const dependency = new rpc.DependencyInfo();
        dependency.setName(name);
        dependency.setVersion(version);
        response.addDependencies(dependency);
    }
    return response;
}

/** Packages of the nearest package.json; `main` may point into a folder that has none. */
function installed(directory) {
    const file = path.join(directory, "package.json");
    if (!fs.existsSync(file)) {
        const parent = path.dirname(directory);
        return parent === directory ? [] : installed(parent);
    }
    const { dependencies = {} } = JSON.parse(fs.readFileSync(file, "utf8"));
    return Object.entries(dependencies).map(([name, version]) => ({ name, version }));
}

function stop() {
    programs.forEach((program) => program.kill("SIGINT"));
}

const answer = (make) => (call, done) => done(null, make(call));
const server = new grpc.Server({ "grpc.max_receive_message_length": 400 << 20 });
server.addService(LanguageRuntimeService, {
    run,
    handshake: (call, done) => {
        engineAddress = call.request.getEngineAddress();
        done(null, new rpc.LanguageHandshakeResponse());
    },
    getPluginInfo: answer(pluginInfo),
    // Naming a package here makes the engine look for its plugin, and download it.
    getRequiredPackages: answer(() => new rpc.GetRequiredPackagesResponse()),
    getRequiredPlugins: answer(() => new rpc.GetRequiredPluginsResponse()),
    about: answer(about),
    getProgramDependencies: answer(programDependencies),
    runtimeOptionsPrompts: answer(() => new rpc.RuntimeOptionsResponse()),
    cancel: answer(() => {
        stop();
        return new Empty();
    }),
});
// The engine waits seconds for a host that does not go when it is told.
for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
        stop();
        process.exit(0);
    });
}
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
        console.error(String(error));
        process.exit(1);
    }
    process.stdout.write(`${port}\n`);
});
