// Starts `smsc-codec lsp` and lets it serve the files of the languages that package.json names. All that is known of
// these languages is known there.
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

/** The languages that this extension brings. */
function languages(context) {
  return context.extension.packageJSON.contributes.languages.map((one) => one.id);
}

/** A client for a server as the settings have it. */
function made(context) {
  const settings = vscode.workspace.getConfiguration("smsc-codec");
  const language = settings.get("language");
  return new LanguageClient(
    "smsc-codec",
    "SMSC",
    { command: settings.get("path"), args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: languages(context).map((id) => ({ scheme: "file", language: id })),
      initializationOptions: language === "auto" ? {} : { language },
      synchronize: {
        fileEvents: vscode.workspace.createFileSystemWatcher("**/{smsc-codec.toml,pyproject.toml}"),
      },
    }
  );
}

async function start(context) {
  client = made(context);
  try {
    await client.start();
  } catch {
    failed();
  }
}

/** Says what to install, and where to say that it is elsewhere. */
async function failed() {
  const program = vscode.workspace.getConfiguration("smsc-codec").get("path");
  const choice = await vscode.window.showErrorMessage(
    `SMSC: '${program} lsp' does not start. Install it with: pip install 'smsc-codec[lsp]', ` +
      "or say in the settings where it is.",
    "Open settings"
  );
  if (choice) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "smsc-codec.path");
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old && old.needsStop()) {
    await old.stop();
  }
}

async function restart(context) {
  await stop();
  await start(context);
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("smsc-codec.restart", () => restart(context)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["path", "language"].some((name) => event.affectsConfiguration(`smsc-codec.${name}`))) {
        return restart(context);
      }
    })
  );
  await start(context);
};

exports.deactivate = stop;
