// The room of figures: drawn anew at most once a second while things arrive.
import { fragment } from "./fragments.js";
import { onChange } from "./live.js";
import { tell } from "./page.js";

const place = document.getElementById("figures");
const PAUSE = 1000;
let waiting = false;
let busy = false;

async function draw() {
  if (busy) { waiting = true; return; }
  busy = true;
  do {
    waiting = false;
    try {
      place.replaceChildren(await fragment("/sandbox/page/figures"));
    } catch (error) {
      tell(error.message);
    }
    waiting ||= Boolean(place.querySelector("p[role=status]"));
    await new Promise((done) => { setTimeout(done, PAUSE); });
  } while (waiting);
  busy = false;
}

onChange("messages", draw);
onChange("requests", draw);
if (place.querySelector("p[role=status]")) draw();
