// The extension beside stand-ins for VS Code and for the client: what it starts, for which files, and when anew.
"use strict";

const assert = require("node:assert");
const Module = require("node:module");
const path = require("node:path");
const test = require("node:test");

const FOLDER = process.env.EXTENSION || path.join(__dirname, "..");
const manifest = require(path.join(FOLDER, "package.json"));

/** Loads the extension with stand-ins in the place of some modules. */
function loaded(stand_ins) {
  const load = Module._load;
  Module._load = (name, ...rest) => stand_ins[name] ?? load(name, ...rest);
  try {
    const file = path.join(FOLDER, "extension.js");
    delete require.cache[file];
    return require(file);
  } finally {
    Module._load = load;
  }
}

/** A VS Code with settings, which notes what is asked of it. */
function editor(settings) {
  const told = { errors: [], commands: {}, changed: undefined, watched: [] };
  const vscode = {
    workspace: {
      getConfiguration: () => ({ get: (name) => settings[name] }),
      createFileSystemWatcher: (glob) => told.watched.push(glob),
      onDidChangeConfiguration: (listener) => void (told.changed = listener),
    },
    window: { showErrorMessage: async (text) => void told.errors.push(text) },
    commands: { registerCommand: (name, command) => void (told.commands[name] = command) },
  };
  return { told, vscode };
}

/** A client that starts nothing; with `broken` it fails to start. */
function clients(broken) {
  const made = [];
  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { id, server, options, running: false });
      made.push(this);
    }
    async start() {
      if (broken) throw new Error("no such program");
      this.running = true;
    }
    needsStop() {
      return this.running;
    }
    async stop() {
      this.running = false;
    }
  }
  return { made, module: { LanguageClient, TransportKind: { stdio: 0 } } };
}

const context = () => ({ subscriptions: [], extension: { packageJSON: manifest } });

async function activated(settings, broken) {
  const { told, vscode } = editor(settings);
  const { made, module } = clients(broken);
  const extension = loaded({ vscode, "vscode-languageclient/node": module });
  await extension.activate(context());
  return { told, made, extension };
}

test("it starts the server for every language that it brings", async () => {
  const { made, told } = await activated({ path: "smsc-codec", language: "auto" });
  assert.strictEqual(made.length, 1);
  assert.deepStrictEqual(made[0].server, { command: "smsc-codec", args: ["lsp"], transport: 0 });
  assert.deepStrictEqual(
    made[0].options.documentSelector.map((one) => one.language),
    manifest.contributes.languages.map((one) => one.id)
  );
  assert.deepStrictEqual(made[0].options.initializationOptions, {});
  assert.deepStrictEqual(told.watched, ["**/{smsc-codec.toml,pyproject.toml}"]);
});

test("the settings name the program and the language, and count at once", async () => {
  const settings = { path: "/opt/bin/smsc-codec", language: "ru" };
  const { made, told, extension } = await activated(settings);
  assert.strictEqual(made[0].server.command, "/opt/bin/smsc-codec");
  assert.deepStrictEqual(made[0].options.initializationOptions, { language: "ru" });
  settings.language = "en";
  await told.changed({ affectsConfiguration: (name) => name === "smsc-codec.language" });
  assert.deepStrictEqual(made[1].options.initializationOptions, { language: "en" });
  assert.deepStrictEqual(made.map((one) => one.running), [false, true]);
  await told.changed({ affectsConfiguration: (name) => name === "editor.fontSize" });
  assert.strictEqual(made.length, 2);
  await extension.deactivate();
  assert.strictEqual(made[1].running, false);
});

test("the command starts it anew", async () => {
  const { made, told } = await activated({ path: "smsc-codec", language: "auto" });
  await told.commands["smsc-codec.restart"]();
  assert.deepStrictEqual(made.map((one) => one.running), [false, true]);
});

test("a program that is not there is told with what to install", async () => {
  const { told, extension } = await activated({ path: "nowhere", language: "auto" }, true);
  assert.match(told.errors[0], /'nowhere lsp' does not start.*pip install 'smsc-codec\[lsp\]'/);
  await extension.deactivate();
});

test("every command and setting that it uses is declared", () => {
  assert.deepStrictEqual(manifest.contributes.commands.map((one) => one.command), ["smsc-codec.restart"]);
  for (const name of ["path", "language", "trace.server"]) {
    assert.ok(manifest.contributes.configuration.properties[`smsc-codec.${name}`]);
  }
});

test("the client that is packed is whole", () => {
  // Whatever the client takes from VS Code when it is loaded is a class that can be built on.
  const anything = new Proxy(class {}, { get: (target, name) => (name in target ? target[name] : anything) });
  const load = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? anything : load(name, ...rest));
  try {
    const file = require.resolve("vscode-languageclient/node", { paths: [FOLDER] });
    assert.ok(file.startsWith(FOLDER));
    assert.strictEqual(typeof require(file).LanguageClient, "function");
  } finally {
    Module._load = load;
  }
});
