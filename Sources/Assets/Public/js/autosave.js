// Saves the page while its person writes. The server keeps what others changed in other fields; when two people
// changed the same field, both texts are shown and the person chooses. Without JavaScript the form's button saves.
const pause = 1200, retry = 5000;

export default function autosave(form) {
  const words = form.dataset, status = form.querySelector("[data-status]");
  const version = form.elements.version;
  let sent = null, timer = 0, busy = false, leaving = false;

  const fields = () => new URLSearchParams(new FormData(form));
  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const choosing = () => form.querySelector(".versus[data-open]") !== null;
  const later = delay => { clearTimeout(timer); timer = setTimeout(save, delay); };
  const fill = (text, values) => Object.entries(values).reduce((done, [key, value]) => done.replace(`{${key}}`, value), text);

  // What a field held when it was last sent; a field changed since then is being written.
  const isUntouched = name => !sent || (sent.get(name) ?? "") === (form.elements[name]?.value ?? "");

  function take(name, text) {
    const field = form.elements[name];
    if (!field || field.value === text) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show(clash, by, at) {
    const place = form.querySelector(`[data-field="${CSS.escape(clash.name)}"]`);
    if (!place) return;
    place.querySelector(".versus")?.remove();
    const box = document.createElement("div");
    box.className = "versus";
    box.dataset.open = "";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", clash.label);
    const sentence = document.createElement("p"), bold = document.createElement("b");
    bold.textContent = fill(words.theirs, { by, field: clash.label, at });
    sentence.append(bold);
    const text = document.createElement("div");
    text.className = "prose";
    for (const part of clash.theirs.split(/\n\n+/)) {
      const p = document.createElement("p");
      p.textContent = part;
      text.append(p);
    }
    const acts = document.createElement("div");
    acts.className = "acts";
    const button = (label, chosen) => {
      const one = document.createElement("button");
      one.type = "button";
      one.className = "btn s";
      one.textContent = label;
      one.addEventListener("click", () => {
        chosen();
        box.remove();
        form.elements[clash.name]?.focus();
        if (!choosing()) later(0);
      });
      return one;
    };
    acts.append(button(words.take, () => take(clash.name, clash.theirs)), button(words.keep, () => {}));
    box.append(sentence, text, acts);
    const field = form.elements[clash.name];
    if (field && place.contains(field)) field.before(box); else place.append(box);
  }

  function merge(answer) {
    for (const [name, text] of Object.entries(answer.merged ?? {})) {
      if (isUntouched(name)) take(name, text);
      else show({ name, label: form.querySelector(`label[for="${CSS.escape(name)}"]`)?.textContent ?? name, theirs: text },
        answer.by ?? "", answer.at ?? answer.savedAt);
    }
  }

  async function save() {
    clearTimeout(timer);
    if (busy || choosing()) return;
    const now = fields();
    if (sent && now.toString() === sent.toString()) return;
    busy = true;
    say(words.saving);
    try {
      const response = await fetch(form.action, {
        method: "POST", body: now, headers: { "X-Autosave": "1", Accept: "application/json" },
        credentials: "same-origin", keepalive: leaving,
      });
      const isAnswer = (response.headers.get("Content-Type") ?? "").includes("json");
      if (response.status >= 500) throw new Error("away");
      if (!isAnswer) { say(words.out); return; }
      const answer = await response.json();
      const before = sent;
      sent = now;
      if (response.ok) {
        version.value = answer.version;
        merge(answer);
        sent = fieldsKept(now);
        say(fill(words.saved, { at: answer.savedAt }));
        if (fields().toString() !== sent.toString()) later(pause);
      } else if (response.status === 409 && answer.clashes?.length) {
        version.value = answer.version;
        merge(answer);
        for (const clash of answer.clashes) show(clash, answer.by, answer.at);
        // Nothing was kept: what was sent goes again once the person has chosen.
        sent = new URLSearchParams();
        say(words.choose);
      } else {
        sent = before;
        say(answer.message ?? words.away);
      }
    } catch {
      say(words.away);
      later(retry);
    } finally {
      busy = false;
    }
  }

  // What was sent, with the version that it became.
  function fieldsKept(now) {
    const kept = new URLSearchParams(now);
    kept.set("version", version.value);
    return kept;
  }

  sent = fields();
  form.addEventListener("input", () => later(pause));
  form.addEventListener("change", () => later(pause));
  form.addEventListener("submit", () => { clearTimeout(timer); busy = true; });
  addEventListener("pagehide", () => { leaving = true; save(); });
}
