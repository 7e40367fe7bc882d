// Somebody answers a message: what is typed stays, whatever is drawn anew meanwhile.
import { order } from "./fragments.js";

const drafts = new Map();
const fieldOf = (form) => form.querySelector("textarea");

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-answer]");
  if (form) drafts.set(form.dataset.answer, event.target.value);
});

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-answer]");
  if (!form) return;
  event.preventDefault();
  const message = form.dataset.answer;
  const text = fieldOf(form).value;
  if (!(await order("/sandbox/page/phone/answer", { message: Number(message), text }))) return;
  drafts.delete(message);
  const now = document.querySelector(`form[data-answer="${message}"]`);
  if (now) fieldOf(now).value = "";
});

// The message is put in place anew when something of it changes.
let typed = "";
document.addEventListener("focusin", (event) => {
  typed = event.target.closest("form[data-answer]")?.dataset.answer ?? "";
});
new MutationObserver(() => {
  const form = document.querySelector("form[data-answer]");
  const draft = form && drafts.get(form.dataset.answer);
  if (!draft || fieldOf(form).value) return;
  fieldOf(form).value = draft;
  if (typed === form.dataset.answer && document.activeElement === document.body) fieldOf(form).focus();
}).observe(document.getElementById("opened"), { childList: true });
