// The room of the phone: a call is taken, spoken and worked by keys.
import { fragment, order } from "./fragments.js";
import { onChange } from "./live.js";
import { on, onKey, tell, word } from "./page.js";
import { hush, record, speak, tone } from "./sounds.js";

const calls = document.getElementById("calls");
const place = document.getElementById("talk");
const title = document.title;
const wanted = { speak: true, tones: true };
const handset = () => place.querySelector("[data-talk]");
let heard = 0;
let recording;

function ringing() {
  const first = calls.querySelector("#ringing li[data-key] b");
  document.title = first ? `☎ ${first.textContent} ${word("rings")}` : title;
}

// A change that comes while the list is asked for is asked for next.
let asked = 0;
onChange("calls", async () => {
  const mine = ++asked;
  try {
    const made = await fragment("/sandbox/page/calls");
    if (mine !== asked) return;
    const id = document.activeElement?.dataset?.message;
    calls.replaceChildren(made);
    if (id) calls.querySelector(`button[data-message="${id}"]`)?.focus();
    ringing();
  } catch (error) {
    tell(error.message);
  }
});

async function show(key) {
  const old = handset()?.dataset.talk;
  const focused = document.activeElement?.dataset?.given;
  const sounds = [...(document.getElementById("recordings")?.children ?? [])];
  try {
    place.replaceChildren(await fragment("/sandbox/page/talk", { talk: key }));
  } catch (error) {
    tell(error.message);
    return;
  }
  if (old !== String(key)) heard = 0;
  else document.getElementById("recordings").append(...sounds);
  if (focused) place.querySelector(`button[data-given="${focused}"]:not(:disabled)`)?.focus();
  shown();
}

/** Speak what is new, and keep the switches as they were. */
function shown() {
  for (const [name, on] of Object.entries(wanted)) {
    const box = document.getElementById(name);
    if (box) box.checked = on;
  }
  const lines = [...place.querySelectorAll("#lines li")];
  for (const line of lines.slice(heard)) {
    if (wanted.speak && line.dataset.speech && !speak(line.dataset.speech)) tell(word("no-voice"));
  }
  heard = lines.length;
  place.querySelector("#lines li:last-child")?.scrollIntoView({ block: "nearest" });
}

place.addEventListener("change", (event) => {
  if (event.target.id in wanted) wanted[event.target.id] = event.target.checked;
  if (!wanted.speak) hush();
});

calls.addEventListener("change", (event) => {
  if (event.target.id === "ring") order("/sandbox/page/phone/ring", { seconds: Number(event.target.value) });
});

async function take(button) {
  hush();
  const talk = await order("/sandbox/page/phone/pick-up", { message: Number(button.dataset.message) });
  if (talk) await show(talk.talk);
}

async function press(given) {
  const key = Number(handset()?.dataset.talk);
  if (!key || handset().dataset.at === "left") return;
  recording?.stop();
  hush();
  if (wanted.tones && given.length === 1) tone(given);
  if (await order("/sandbox/page/phone/press", { talk: key, given })) await show(key);
}

on("pick-up", take);
on("decline", (button) => {
  order("/sandbox/page/phone/decline", { message: Number(button.dataset.message), why: button.dataset.why });
});
on("press", (button) => press(button.dataset.given));

on("record", async (button) => {
  if (recording) return recording.stop();
  try {
    recording = await record(Number(button.dataset.seconds));
  } catch {
    return tell(word("no-microphone"));
  }
  button.setAttribute("aria-pressed", "true");
  const sound = document.createElement("audio");
  sound.controls = true;
  sound.src = await recording.made;
  recording = undefined;
  const row = document.createElement("li");
  row.append(sound);
  document.getElementById("recordings").append(row);
  return press("recorded");
});

for (const key of "0123456789*#") onKey(key, () => press(key));
onKey("KeyA", () => calls.querySelector(".take")?.click());
onKey("KeyH", () => press("hung up"));

ringing();
heard = place.querySelectorAll("#lines li").length;
shown();
