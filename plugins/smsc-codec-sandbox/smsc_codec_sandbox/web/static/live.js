// What has changed in the sandbox, as it happens (server-sent events). An event names keys; whoever shows them asks.
const topics = new Map();
const states = [];
let state = "lost";

/** Call `act(keys)` when something of a topic (`messages`, `requests`) changes; `keys` is null for any of it. */
export function onChange(topic, act) {
  topics.set(topic, [...(topics.get(topic) ?? []), act]);
}

/** Call `act` with `live`, `lost` or `crowded`, now and when that changes. */
export function onState(act) {
  states.push(act);
  act(state);
}

function become(now) {
  state = now;
  for (const act of states) act(now);
}

function connect() {
  const source = new EventSource("/sandbox/events");
  source.addEventListener("hello", () => {
    become("live");
    // What happened since the page was made, or while nobody listened, is not known: everything is asked for again.
    for (const acts of topics.values()) for (const act of acts) act(null);
  });
  source.addEventListener("change", (event) => {
    for (const [topic, keys] of Object.entries(JSON.parse(event.data))) {
      for (const act of topics.get(topic) ?? []) act(keys);
    }
  });
  source.addEventListener("error", () => {
    const refused = source.readyState === EventSource.CLOSED;
    become(refused ? "crowded" : "lost");
    if (refused) setTimeout(connect, 5000);
  });
}

connect();
