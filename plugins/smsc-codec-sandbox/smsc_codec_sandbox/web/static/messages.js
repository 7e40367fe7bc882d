// The room of messages: what was read, what is pinned, tags, and the old ones gone.
import { fragment, order } from "./fragments.js";
import { close, meant, onOpened, openKey, rowOf } from "./list.js";
import { onChange } from "./live.js";
import { sure } from "./orders.js";
import { on, onKey, tell } from "./page.js";

function mark(change, keys = meant()) {
  return keys.length ? order("/sandbox/page/mark", { keys, ...change }) : undefined;
}

onOpened((key) => {
  if (rowOf(key)?.classList.contains("unseen")) mark({ seen: true }, [key]);
});

const isPinned = (key) => "pinned" in (rowOf(key)?.dataset ?? {});
const pin = () => mark({ pinned: !isPinned(meant()[0]) });
const unread = () => mark({ seen: false });

on("pin", pin);
on("unread", unread);
on("read", () => mark({ seen: true }));
on("untag", (button) => mark({ untag: button.dataset.tag }, [openKey()]));
onKey("KeyP", pin);
onKey("KeyU", unread);

document.getElementById("tag").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = event.target.elements.tag;
  if (field.value.trim() && await mark({ tag: field.value.trim() })) field.value = "";
});

on("prune", async () => {
  const said = await sure("prune");
  if (!said) return;
  const made = await order("/sandbox/page/prune", { older: said.older });
  if (made) tell(made.told);
});

on("clear", async () => {
  if (await sure("clear") && await order("/sandbox/api/clear", {})) close();
});

// Money changes with messages; it is asked for once for many of them.
let reckoned;
onChange("messages", () => {
  clearTimeout(reckoned);
  reckoned = setTimeout(async () => {
    const made = await fragment("/sandbox/page/accounts").catch(() => undefined);
    if (made) document.querySelector(".accounts").replaceWith(made);
  }, 200);
});
