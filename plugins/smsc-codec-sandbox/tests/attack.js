// What a page of another site tries: to read what a sandbox caught, or to change something there.
// Gives what it could read; whether something was changed is seen at the sandbox.
async (target) => {
  const loot = [];
  const send = (how) => `${target}/sys/send.php?login=eve&psw=1&phones=79990000000&mes=${how}`;
  const own = ["/", "/sandbox/api/messages", "/sandbox/api/requests", "/sys/status.php?login=alex&psw=123&phone=79990000000&id=7&all=2&fmt=3"];
  const orders = { advance: '{"seconds": 100000}', fail: '{"code": 4, "times": 9}', clear: "{}" };
  const types = ["text/plain", "application/json", "application/x-www-form-urlencoded"];
  // What is read is waited for however slow the machine is; whether something loads not every element tells.
  const within = (promise, most) => Promise.race([promise, new Promise((done) => setTimeout(done, most))]);
  const settled = (element, attribute, address) =>
    within(new Promise((done) => {
      element.onload = element.onerror = done;
      element[attribute] = address;
      document.body.append(element);
    }), 1000);
  const attempt = async (steps) => {
    try {
      loot.push(await within(steps(), 60000));
    } catch (error) {
      loot.push(String(error));
    }
  };
  const asked = [];
  for (const path of own) {
    for (const mode of ["cors", "no-cors"]) {
      asked.push(attempt(async () => (await fetch(target + path, { mode, credentials: "include" })).text()));
    }
    asked.push(attempt(() => new Promise((done) => {
      const request = new XMLHttpRequest();
      request.onloadend = () => done(request.responseText);
      request.open("GET", target + path);
      request.send();
    })));
    asked.push(attempt(() => new Promise((done) => {
      const source = new EventSource(target + path);
      source.onmessage = (event) => done(event.data);
      source.onerror = () => (source.close(), done("no events"));
    })));
    asked.push(attempt(() => new Promise((done) => {
      const socket = new WebSocket(target.replace("http", "ws") + path);
      socket.onmessage = (event) => done(event.data);
      socket.onopen = () => done("open");
      socket.onerror = () => done("no socket");
    })));
  }
  await Promise.all(asked);
  for (const method of ["GET", "POST", "PUT", "DELETE", "OPTIONS"]) {
    for (const mode of ["cors", "no-cors"]) {
      await attempt(async () => (await fetch(send(`fetch-${method}-${mode}`), { method, mode })).text());
    }
  }
  await attempt(async () => fetch(send("no-referrer"), { mode: "no-cors", referrerPolicy: "no-referrer", keepalive: true }));
  for (const [word, body] of Object.entries(orders)) {
    for (const type of types) {
      for (const mode of ["cors", "no-cors"]) {
        await attempt(async () =>
          (await fetch(`${target}/sandbox/api/${word}`, { method: "POST", mode, body, headers: { "Content-Type": type } })).text());
      }
      await attempt(async () => navigator.sendBeacon(`${target}/sandbox/api/${word}`, new Blob([body], { type })));
    }
  }
  for (const kind of ["img", "script", "iframe", "video", "embed"]) {
    await settled(document.createElement(kind), "src", send(kind));
  }
  for (const rel of ["stylesheet", "prefetch", "icon"]) {
    await settled(Object.assign(document.createElement("link"), { rel }), "href", send(rel));
  }
  await settled(document.createElement("object"), "data", send("object"));
  for (const path of own) {
    const frame = document.createElement("iframe");
    await settled(frame, "src", target + path);
    await attempt(async () => frame.contentDocument.documentElement.outerHTML);
    const script = document.createElement("script");
    await settled(script, "src", target + path);
  }
  const posted = async (action, method, enctype, fields) => {
    const name = `f${Math.random()}`;
    const frame = Object.assign(document.createElement("iframe"), { name });
    document.body.append(frame);
    const form = Object.assign(document.createElement("form"), { action, method, enctype, target: name });
    for (const [key, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement("input"), { name: key, value }));
    }
    document.body.append(form);
    const loaded = within(new Promise((done) => (frame.onload = frame.onerror = done)), 1000);
    form.submit();
    await loaded;
  };
  const fields = { login: "eve", psw: "1", phones: "79990000000", mes: "form" };
  await posted(`${target}/sys/send.php`, "GET", "application/x-www-form-urlencoded", fields);
  for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]) {
    await posted(`${target}/sys/send.php`, "POST", enctype, fields);
    await posted(`${target}/rest/send/`, "POST", enctype, { '{"login":"eve","psw":"1","phones":"79990000000","mes":"x': '"}' });
    for (const [word, body] of Object.entries(orders)) {
      const cut = body.length - 1; // a form of plain text puts `=` between a name and its value
      await posted(`${target}/sandbox/api/${word}`, "POST", enctype, { [body.slice(0, cut) + (word === "clear" ? '"a":"' : ',"a":"')]: '"}' });
    }
  }
  return loot.map(String);
}
