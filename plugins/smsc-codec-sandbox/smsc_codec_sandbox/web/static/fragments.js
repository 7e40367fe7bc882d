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

async function answered(path, options) {
  let reply;
  try {
    reply = await fetch(path, options);
  } catch {
    throw new Error(word("failed"));
  }
  if (reply.ok) return reply;
  const told = await reply.json().catch(() => ({}));
  throw Object.assign(new Error(told.error ?? `HTTP ${reply.status}`), { status: reply.status });
}

/** A fragment of the sandbox. Throws an Error with the reason, and with `status`. */
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
