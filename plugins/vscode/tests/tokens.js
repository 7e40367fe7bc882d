// Colours files as VS Code does: node tests/tokens.js LANGUAGE=FILE ... prints, for each file, its lines, and of each
// line where every piece starts, where it ends and which scopes it has.
"use strict";

const fs = require("fs");
const path = require("path");
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

const SYNTAXES = path.join(__dirname, "..", "syntaxes");

async function main(pairs) {
  const engine = fs.readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(engine.buffer.slice(engine.byteOffset, engine.byteOffset + engine.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = path.join(SYNTAXES, `${scope.split(".").pop()}.tmLanguage.json`);
      return textmate.parseRawGrammar(fs.readFileSync(file, "utf8"), file);
    },
  });
  const made = [];
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const grammar = await registry.loadGrammar(`source.smsc.${pair.slice(0, at)}`);
    let state = textmate.INITIAL;
    const lines = [];
    for (const line of fs.readFileSync(pair.slice(at + 1), "utf8").split(/\r?\n/)) {
      const done = grammar.tokenizeLine(line, state);
      state = done.ruleStack;
      lines.push({
        text: line,
        depth: state.depth,
        pieces: done.tokens.map((one) => [one.startIndex, Math.min(one.endIndex, line.length), one.scopes.slice(1)]),
      });
    }
    made.push(lines);
  }
  process.stdout.write(JSON.stringify(made));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
