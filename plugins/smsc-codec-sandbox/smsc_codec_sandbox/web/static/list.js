// A list that is live, beside what is opened of it: messages and requests are shown so. A room says where it asks.
import { fragment, Wrong } from "./fragments.js";
import { onChange } from "./live.js";
import { on, onKey, tell } from "./page.js";

const panes = document.getElementById("panes");
const { topic, home, rowsPath, onePath } = panes.dataset;
const rows = document.getElementById("rows");
const opened = document.getElementById("opened");
const field = document.querySelector("#search input");
const wrong = document.getElementById("search-wrong");
const bar = document.getElementById("bar");
let search = field.value;
let whenOpened = () => {};
let current = null;

const keyOf = (row) => Number(row.dataset.key);
export const rowOf = (key) => rows.querySelector(`.row[data-key="${key}"]`);
export const openKey = () => Number(opened.querySelector(".message")?.dataset.key ?? 0);
const chosen = () => [...rows.querySelectorAll("input:checked")].map((box) => box.closest(".row"));
const moreButton = () => rows.querySelector(".more button");

/** What is looked for. */
export const searched = () => search;

/** What an order is about: what is chosen, else what is open. */
export const meant = () => (chosen().length ? chosen().map(keyOf) : [openKey()].filter(Boolean));

/** Whether something is chosen in the list. */
export const isChosen = () => chosen().length > 0;

/** Call `act(key)` when something is opened. */
export function onOpened(act) {
  whenOpened = act;
}

// The list.

/** Whether one row stands before another: what is pinned first, then the newest. */
function before(one, other) {
  const pinned = [one, other].map((row) => "pinned" in row.dataset);
  return pinned[0] === pinned[1] ? keyOf(one) > keyOf(other) : pinned[0];
}

function insert(row) {
  // Nearly always the new one is the first that is not pinned.
  let next = rows.querySelector(".row");
  while (next?.matches(".row") && !before(row, next)) next = next.nextElementSibling;
  if (next?.matches(".row")) next.before(row);
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
  counted();
  const row = openKey() ? rowOf(openKey()) : null;
  if (row === current) return;
  if (current) current.classList.remove("current");
  current?.querySelector("a").removeAttribute("aria-current");
  current = row;
  row?.classList.add("current");
  row?.querySelector("a").setAttribute("aria-current", "true");
}

function counted() {
  const count = chosen().length;
  bar.dataset.chosen = count;
  document.getElementById("chosen").textContent = count || "";
}
rows.addEventListener("change", counted);

async function reload() {
  const asked = search;
  try {
    const limit = rows.querySelectorAll(".row").length;
    const made = await fragment(rowsPath, { q: asked, limit });
    if (asked !== search) return;
    wrong.textContent = "";
    const top = rows.scrollTop;
    rows.replaceChildren(made);
    rows.scrollTop = top;
  } catch (error) {
    if (asked !== search) return;
    if (!(error instanceof Wrong)) return tell(error.message);
    wrong.textContent = error.message;
    rows.replaceChildren();
  }
  watchEnd();
  shown();
}

// What changes is asked for at once, a few askings beside each other; what arrives meanwhile is asked for together. Of two
// answers about one row the one that was asked for later counts. While the whole list is asked for, nothing else is.
const MOST_ASKED = 3;
let waiting = new Set();
let going = 0;
let reloading = false;
let asked = 0;
const last = new Map();

async function update() {
  if (reloading || waiting?.size === 0 || (waiting && going >= MOST_ASKED)) return;
  const keys = waiting;
  waiting = new Set();
  asked += 1;
  if (keys === null) {
    reloading = true;
    last.clear();
    await Promise.all([reload(), refresh()]);
    reloading = false;
  } else {
    going += 1;
    await Promise.all([updated([...keys], asked), keys.has(openKey()) ? refresh() : undefined]);
    going -= 1;
    if (!going) last.clear();
  }
  update();
}

async function updated(keys, mine) {
  const looked = search;
  for (const key of keys) last.set(key, mine);
  try {
    const made = await fragment(rowsPath, { q: looked, keys: keys.join(",") });
    if (looked !== search) return;
    const found = new Map([...made.querySelectorAll(".row")].map((row) => [keyOf(row), row]));
    for (const key of keys.sort((a, b) => a - b)) if (last.get(key) === mine) put(key, found.get(key));
  } catch (error) {
    if (!(error instanceof Wrong)) tell(error.message);
  }
  shown();
}

onChange(topic, (keys) => {
  if (keys === null || waiting === null) waiting = null;
  else for (const key of keys) waiting.add(key);
  update();
});

async function more(button) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    const made = await fragment(rowsPath, { q: search, before: button.dataset.before });
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

export async function open(key) {
  try {
    opened.replaceChildren(await fragment(onePath, { key }));
  } catch (error) {
    return tell(error.message);
  }
  panes.dataset.pane = "message";
  opened.scrollTop = 0;
  history.replaceState(null, "", address(key));
  shown();
  whenOpened(key);
  return undefined;
}

let refreshes = 0;
let refreshed = 0;

async function refresh() {
  const key = openKey();
  if (!key) return;
  refreshes += 1;
  const mine = refreshes;
  try {
    const made = await fragment(onePath, { key });
    if (openKey() !== key || mine < refreshed) return; // another one was opened meanwhile, or this is older
    refreshed = mine;
    const tops = [...opened.children].map((pane) => pane.scrollTop);
    opened.replaceChildren(made);
    [...opened.children].forEach((pane, at) => { pane.scrollTop = tops[at] ?? 0; });
  } catch (error) {
    if (error instanceof Wrong && openKey() === key) close();
  }
}

export function close() {
  opened.replaceChildren();
  panes.dataset.pane = "list";
  history.replaceState(null, "", address());
  shown();
}

function address(key) {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (key) query.set("open", key);
  return query.size ? `${home}?${query}` : home;
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
/** Look for something else. */
export function find() {
  if (field.value === search) return;
  search = field.value;
  rows.replaceChildren(); // another search begins at its beginning
  pressed();
  history.replaceState(null, "", address(openKey()));
  waiting = null;
  update();
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

function back() {
  panes.dataset.pane = "list";
  rowOf(openKey())?.querySelector("a").focus();
}

/** Choose all that the list shows, or none of it. */
function all(button) {
  const boxes = [...rows.querySelectorAll(".row input")];
  const to = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = to;
  button.setAttribute("aria-pressed", to);
  counted();
}

/** A filter: its term in the search field, or out of it again. */
function filter(button) {
  const terms = field.value.split(/\s+/).filter(Boolean);
  const at = terms.indexOf(button.dataset.term);
  if (at < 0) terms.push(button.dataset.term);
  else terms.splice(at, 1);
  field.value = terms.join(" ");
  find();
}

function pressed() {
  const terms = field.value.split(/\s+/);
  for (const button of document.querySelectorAll("[data-act=filter]")) {
    button.setAttribute("aria-pressed", terms.includes(button.dataset.term));
  }
}

on("back", back);
on("all", all);
on("filter", filter);
onKey("KeyJ", () => step(1));
onKey("KeyK", () => step(-1));
onKey("KeyX", () => rowOf(openKey())?.querySelector("input").click());
onKey("/", () => field.select());
onKey("Slash", () => field.select());
onKey("Escape", () => {
  if (document.activeElement === field) field.blur();
  else if (panes.dataset.pane !== "list") back();
});

watchEnd();
shown();
pressed();
