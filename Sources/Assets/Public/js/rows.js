// Moves through the rows of a table that are decided one after the other: J and K to the next and the one before,
// D opens the form of the row. Everything is reached with Tab as well.
const typing = element => element.closest("input, textarea, select, [contenteditable]");

export default function rows(part) {
  const links = () => [...part.querySelectorAll("tbody th a")];
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !document.body.contains(part)) return;
    const all = links();
    const here = all.findIndex(link => link.closest("tr") === event.target.closest("tr")
      || link.closest("tr") === event.target.closest("tr.ans")?.previousElementSibling);
    const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest("tr").scrollIntoView({ block: "nearest" });
  });
  part.addEventListener("keydown", event => {
    if (event.key !== "d" || event.ctrlKey || event.metaKey || typing(event.target)) return;
    const row = event.target.closest("tr");
    const details = (row?.classList.contains("ans") ? row : row?.nextElementSibling)?.querySelector("details");
    if (!details) return;
    event.preventDefault();
    details.open = true;
    details.querySelector("input[type=radio]")?.focus();
  });
}
