// Asks the sandbox, and puts the fragments of HTML that it makes in place: the only module that may (Trusted Types).
import { tell, word } from "./page.js";

const policy = globalThis.trustedTypes?.createPolicy("fragment", { createHTML: (text) => text })
  ?? { createHTML: (text) => text };

/** The elements of a fragment. */
export function elements(html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

/** What the sandbox says is wrong with what it was asked. */
export class Wrong extends Error {}

async function answered(path, options = {}) {
  let reply;
  try {
    reply = await fetch(path, { ...options, headers: { ...options.headers, "Smsc-Script": "yes" } });
  } catch {
    throw new Error(word("failed"));
  }
  if (reply.ok && !reply.headers.has("smsc-wrong")) return reply;
  const told = await reply.json().catch(() => ({}));
  throw new (reply.ok ? Wrong : Error)(told.error ?? `HTTP ${reply.status}`);
}

/** A fragment of the sandbox. Throws Wrong with the reason where it makes none, and another Error where it fails. */
export async function fragment(path, query = {}) {
  const asked = new URLSearchParams(query);
  return elements(await (await answered(`${path}?${asked}`)).text());
}

/** A text of the sandbox. Throws as `fragment` does. */
export async function text(path, query = {}) {
  return (await answered(`${path}?${new URLSearchParams(query)}`)).text();
}

/** Order something; what was answered, or undefined where it failed, of which the reader is told. */
export async function order(path, body) {
  try {
    const headers = { "Content-Type": "application/json" };
    return await (await answered(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
  } catch (error) {
    tell(error.message);
    return undefined;
  }
}
