// The room of messages: a list that is live, a message that is opened, keys.
import { fragment, order } from "./fragments.js";
import { onChange } from "./live.js";
import { on, onKey, tell } from "./page.js";

const panes = document.getElementById("panes");
const rows = document.getElementById("rows");
const opened = document.getElementById("opened");
const field = document.querySelector("#search input");
const wrong = document.getElementById("search-wrong");
let search = field.value;

const keyOf = (row) => Number(row.dataset.key);
const rowOf = (key) => rows.querySelector(`.row[data-key="${key}"]`);
const openKey = () => Number(opened.querySelector(".message")?.dataset.key ?? 0);
const chosen = () => [...rows.querySelectorAll(".row:has(input:checked)")];
const moreButton = () => rows.querySelector(".more button");

// The list.

/** Whether one row stands before another: what is pinned first, then the newest. */
function before(one, other) {
  const pinned = [one, other].map((row) => "pinned" in row.dataset);
  return pinned[0] === pinned[1] ? keyOf(one) > keyOf(other) : pinned[0];
}

function insert(row) {
  const all = [...rows.querySelectorAll(".row")];
  // Nearly always the new one is the first that is not pinned.
  const next = all.find((other) => before(row, other));
  if (next) next.before(row);
  else if (!moreButton()) rows.append(row);
  else if ("pinned" in row.dataset) rows.prepend(row);
}

function put(key, row) {
  const old = rowOf(key);
  if (!row) return old?.remove();
  if (old) {
    row.querySelector("input").checked = old.querySelector("input").checked;
    const focused = old.contains(document.activeElement) ? document.activeElement.tagName : "";
    if ("pinned" in old.dataset === "pinned" in row.dataset) old.replaceWith(row);
    else {
      old.remove();
      insert(row);
    }
    if (focused) row.querySelector(focused.toLowerCase())?.focus();
  } else {
    row.classList.add("new");
    insert(row);
  }
  return undefined;
}

function shown() {
  const none = !rows.querySelector(".row");
  for (const note of document.querySelectorAll(".list > .empty")) {
    note.hidden = !none || (note.dataset.of === "search") !== Boolean(search.trim());
  }
  const key = openKey();
  for (const link of rows.querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
  rowOf(key)?.querySelector("a").setAttribute("aria-current", "true");
}

async function reload() {
  const asked = search;
  try {
    const made = await fragment("/sandbox/page/rows", { q: asked });
    if (asked !== search) return;
    wrong.textContent = "";
    rows.replaceChildren(made);
  } catch (error) {
    if (asked !== search) return;
    if (error.status !== 400) return tell(error.message);
    wrong.textContent = error.message;
    rows.replaceChildren();
  }
  watchEnd();
  shown();
}

// Changes come one after the other: what arrives meanwhile is asked for next.
let waiting = new Set();
let busy = false;

async function update() {
  if (busy) return;
  busy = true;
  while (waiting === null || waiting.size) {
    const keys = waiting;
    waiting = new Set();
    if (keys === null) await reload();
    else await updated([...keys]);
    if (keys === null || keys.has(openKey())) await refresh();
  }
  busy = false;
}

async function updated(keys) {
  const asked = search;
  try {
    const made = await fragment("/sandbox/page/rows", { q: asked, keys: keys.join(",") });
    if (asked !== search) return;
    const found = new Map([...made.querySelectorAll(".row")].map((row) => [keyOf(row), row]));
    for (const key of keys.sort((a, b) => a - b)) put(key, found.get(key));
  } catch (error) {
    if (error.status !== 400) tell(error.message);
  }
  shown();
}

onChange("messages", (keys) => {
  if (keys === null || waiting === null) waiting = null;
  else for (const key of keys) waiting.add(key);
  update();
});

async function more(button) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    const made = await fragment("/sandbox/page/rows", { q: search, before: button.dataset.before });
    button.closest("li").replaceWith(made);
    watchEnd();
    shown();
  } catch (error) {
    button.disabled = false;
    tell(error.message);
  }
}

on("more", more);
const end = new IntersectionObserver((seen) => {
  for (const one of seen) if (one.isIntersecting) more(one.target);
}, { root: rows, rootMargin: "400px" });
function watchEnd() {
  end.disconnect();
  if (moreButton()) end.observe(moreButton());
}

// One message.

async function open(key, { history: remember = true } = {}) {
  try {
    opened.replaceChildren(await fragment("/sandbox/page/message", { key }));
  } catch (error) {
    return tell(error.message);
  }
  panes.dataset.pane = "message";
  opened.scrollTop = 0;
  if (remember) history.replaceState(null, "", address(key));
  shown();
  if (rowOf(key)?.classList.contains("unseen")) order("/sandbox/page/mark", { keys: [key], seen: true });
  return undefined;
}

async function refresh() {
  const key = openKey();
  if (!key) return;
  try {
    const made = await fragment("/sandbox/page/message", { key });
    const tops = [...opened.children].map((pane) => pane.scrollTop);
    opened.replaceChildren(made);
    [...opened.children].forEach((pane, at) => { pane.scrollTop = tops[at] ?? 0; });
  } catch (error) {
    if (error.status === 404) close();
  }
}

function close() {
  opened.replaceChildren();
  panes.dataset.pane = "list";
  history.replaceState(null, "", address());
  shown();
}

function address(key) {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (key) query.set("open", key);
  return query.size ? `/?${query}` : "/";
}

rows.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(keyOf(link.closest(".row")));
});

// Search.

let typed;
field.addEventListener("input", () => {
  clearTimeout(typed);
  typed = setTimeout(find, 150);
});
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typed);
  find();
});
function find() {
  if (field.value === search) return;
  search = field.value;
  history.replaceState(null, "", address(openKey()));
  reload();
}

// Keys.

function step(by) {
  const all = [...rows.querySelectorAll(".row")];
  const at = all.findIndex((row) => keyOf(row) === openKey());
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  if (!next) return;
  next.querySelector("a").focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  open(keyOf(next));
}

/** The messages that an order is about: those that are chosen, else the one that is open. */
const meant = () => (chosen().length ? chosen().map(keyOf) : [openKey()].filter(Boolean));

async function remove() {
  const keys = meant();
  if (!keys.length) return;
  const next = rowOf(openKey())?.nextElementSibling ?? rowOf(openKey())?.previousElementSibling;
  const reopen = keys.includes(openKey()) && next?.matches(".row") && !keys.includes(keyOf(next));
  if (!(await order("/sandbox/page/delete", { keys }))) return;
  if (reopen) await open(keyOf(next));
  else if (keys.includes(openKey())) close();
}

function mark(change) {
  const keys = meant();
  if (keys.length) order("/sandbox/page/mark", { keys, ...change });
}

function back() {
  panes.dataset.pane = "list";
  rowOf(openKey())?.querySelector("a").focus();
}

on("delete", remove);
on("back", back);
onKey("KeyD", remove);
onKey("KeyJ", () => step(1));
onKey("KeyK", () => step(-1));
onKey("KeyP", () => mark({ pinned: !(rowOf(meant()[0]) && "pinned" in rowOf(meant()[0]).dataset) }));
onKey("KeyU", () => mark({ seen: false }));
onKey("KeyX", () => rowOf(openKey())?.querySelector("input").click());
onKey("/", () => field.select());
onKey("Slash", () => field.select());
onKey("Escape", () => {
  if (document.activeElement === field) field.blur();
  else if (panes.dataset.pane !== "list") back();
});

watchEnd();
shown();
