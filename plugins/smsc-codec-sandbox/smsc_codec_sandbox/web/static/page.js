// What every room does: the switches in the head, the keys' dialog, whether the page is live, and words for all modules.
import { onState } from "./live.js";

const word = (name) => document.querySelector(`meta[name="word-${name}"]`)?.content ?? name;

/** Tell the reader something, seen and heard. */
export function tell(text) {
  const said = document.getElementById("said");
  said.textContent = text;
  said.classList.add("shown");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => said.classList.remove("shown"), 5000);
}

export { word };

function cookie(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict`;
}

const acts = {
  theme() {
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark"
      || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    cookie("smsc-theme", document.documentElement.dataset.theme);
  },
  language(button) {
    cookie("smsc-language", button.dataset.to);
    location.reload();
  },
  help() {
    document.getElementById("help").showModal();
  },
};

/** What a button with `data-act` does; rooms add their own. */
export function on(name, act) {
  acts[name] = act;
}

document.addEventListener("click", (event) => {
  for (const drop of document.querySelectorAll("details.drop[open]")) {
    if (!drop.contains(event.target) || event.target.closest("button")) drop.open = false;
  }
  const button = event.target.closest("button[data-act]");
  if (button) acts[button.dataset.act]?.(button, event);
});

const keys = {};

/** What a key does, named by its place on the keyboard (so that it works with Russian letters, too), or by its sign. */
export function onKey(name, act) {
  keys[name] = act;
}

onKey("?", acts.help);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return; // which closes with Escape by itself
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (typing && event.key !== "Escape") return;
  const act = keys[event.key] ?? (event.shiftKey ? undefined : keys[event.code]);
  if (act) {
    event.preventDefault();
    act(event);
  }
});

onState((state) => {
  const live = document.getElementById("live");
  live.dataset.state = state;
  live.textContent = word(state);
});
