// After an @ the people whose name begins so are offered; arrows and Enter choose. Without JavaScript one types the name.
export default function mention(field) {
  const list = document.createElement("ul");
  list.id = `${field.id}-people`;
  list.className = "mentions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "@");
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  let chosen = 0, asked = 0;

  // The word being written after the last @, with at most two spaces: a first name and a name.
  const begun = () => field.value.slice(0, field.selectionStart).match(/(?:^|\s)@([\p{L}'’-]+(?: [\p{L}'’-]*){0,2})$/u)?.[1];
  const options = () => [...list.children];

  function close() {
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    const all = options();
    chosen = (index + all.length) % all.length;
    all.forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
    field.setAttribute("aria-activedescendant", all[chosen].id);
  }

  function choose(name) {
    const end = field.selectionStart, start = end - (begun()?.length ?? 0);
    field.setRangeText(`${name} `, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  }

  async function offer() {
    const word = begun();
    if (!word) return close();
    const mine = ++asked;
    let people = [];
    try {
      const response = await fetch(`/mentions?q=${encodeURIComponent(word)}`, { headers: { Accept: "application/json" } });
      if (response.ok) people = await response.json();
    } catch { /* the name can be typed in full */ }
    if (mine !== asked) return;
    if (!people.length || people.some(person => person.name === word)) return close();
    list.replaceChildren(...people.map((person, index) => {
      const one = document.createElement("li");
      one.id = `${list.id}-${index}`;
      one.setAttribute("role", "option");
      const place = document.createElement("small");
      place.textContent = person.place;
      one.append(person.name, " ", place);
      one.addEventListener("mousedown", event => { event.preventDefault(); choose(person.name); });
      one.dataset.name = person.name;
      return one;
    }));
    list.hidden = false;
    mark(0);
  }

  field.addEventListener("input", offer);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", event => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") choose(options()[chosen].dataset.name);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
