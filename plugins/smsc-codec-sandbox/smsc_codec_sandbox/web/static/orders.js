// What one can order of what is chosen or open: downloads, copies, replays, deletions. Both lists share it.
import { order, text } from "./fragments.js";
import { close, isChosen, meant, open, openKey, rowOf, searched } from "./list.js";
import { on, onKey, tell, word } from "./page.js";

const { topic, exportPath, deletePath } = document.getElementById("panes").dataset;

/** The query of an export: what is chosen, else all that is found. */
function wanted(as) {
  const asked = new URLSearchParams({ as });
  if (isChosen()) asked.set("keys", meant().join(","));
  else if (searched()) asked.set("q", searched());
  return asked;
}

on("export", (button) => {
  location.assign(`${exportPath}?${wanted(button.dataset.as)}`);
});

on("copy", async (button) => {
  try {
    const made = await text(exportPath, { as: button.dataset.as, keys: openKey(), copy: 1 });
    await navigator.clipboard.writeText(made);
    tell(word("copied"));
  } catch (error) {
    tell(error.message);
  }
});

async function replay() {
  const request = document.querySelector("#opened [data-request]")?.dataset.request;
  if (!request) return;
  const made = await order("/sandbox/page/replay", { request: Number(request) });
  if (!made) return;
  tell(made.told);
  const next = topic === "requests" ? made.request : made.message;
  if (next) open(next);
}

async function remove() {
  const keys = meant();
  if (!keys.length) return;
  const row = rowOf(openKey());
  const next = [row?.nextElementSibling, row?.previousElementSibling].find((other) => other?.matches(".row"));
  const reopen = keys.includes(openKey()) && next && !keys.includes(Number(next.dataset.key));
  if (!(await order(deletePath, { keys }))) return;
  if (reopen) await open(Number(next.dataset.key));
  else if (keys.includes(openKey())) close();
}

on("replay", replay);
on("delete", remove);
onKey("KeyR", replay);
onKey("KeyD", remove);

/** A dialog that asks before much goes. */
export async function sure(name) {
  const dialog = document.getElementById(name);
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  return dialog.returnValue === "yes" ? Object.fromEntries(new FormData(dialog.querySelector("form"))) : undefined;
}
