// The ballot by keyboard, from the first topic on: 3 2 1 0 score the topic in focus and go on to the next, the arrows up and down change topic.
// It also keeps the count of what is scored. Without it the ballot is a form of radio buttons.
export default function ballot(form) {
  const rows = [...form.querySelectorAll("ol.bill > li")];
  const done = form.querySelector("[data-done]"), progress = form.querySelector("progress");
  const same = form.querySelector("[data-same]"), without = form.querySelector("[data-without]");
  const radios = row => [...row.querySelectorAll("input[type=radio]")];
  const chosen = row => radios(row).find(radio => radio.checked);

  function focus(row) {
    if (!row) return;
    (chosen(row) ?? radios(row)[0]).focus({ preventScroll: true });
    row.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function count() {
    const values = rows.map(row => chosen(row)?.value);
    const scored = values.filter(value => value !== undefined);
    const given = scored.filter(value => value !== "0");
    const unsure = scored.length - given.length;
    rows.forEach((row, place) => row.classList.toggle("done", values[place] !== undefined));
    done.textContent = scored.length;
    progress.value = scored.length;
    same.hidden = given.length < 3 || new Set(given).size > 1;
    without.hidden = unsure === 0;
    without.textContent = without.textContent.replace(/\d+/, unsure);
  }

  form.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=radio]), textarea, summary, button")) return;
    const row = event.target.closest("li"), place = rows.indexOf(row);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      focus(rows[place + (event.key === "ArrowDown" ? 1 : -1)]);
    } else if (/^[0-3]$/.test(event.key) && row) {
      event.preventDefault();
      const radio = radios(row).find(one => one.value === event.key);
      radio.checked = true;
      radio.dispatchEvent(new Event("change", { bubbles: true }));
      focus(rows[place + 1] ?? row);
    }
  });
  form.addEventListener("change", count);
  count();

  // The first topic without a score has the focus at once, unless somebody or a refusal has it.
  const isFree = document.activeElement === document.body && !location.hash && !document.querySelector("main [role=alert]");
  const open = rows.find(row => !chosen(row));
  if (isFree && open) radios(open)[0].focus({ preventScroll: true });
}
