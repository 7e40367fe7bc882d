// The room of failures: orders, and what is ordered by now.
import { fragment, order } from "./fragments.js";
import { onChange } from "./live.js";
import { on, tell } from "./page.js";

const form = document.getElementById("fail");

async function again() {
  const made = await fragment("/sandbox/page/failures").catch((error) => tell(error.message));
  if (made) document.getElementById("ordered").replaceWith(made);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const said = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
  const fault = { times: said.times ? Number(said.times) : null, probability: Number(said.percent ?? 100) / 100 };
  for (const name of ["code", "delay", "cut", "status"]) if (name in said) fault[name] = Number(said[name]);
  for (const name of ["body", "endpoint", "phone", "login"]) if (name in said) fault[name] = said[name];
  if (await order("/sandbox/page/fail", fault)) form.reset();
});

on("mend", (button) => {
  const fault = button.dataset.fault ? JSON.parse(button.dataset.fault) : null;
  order("/sandbox/page/mend", { fault });
});

onChange("faults", again);
