/* The board by keyboard: one stop of the tab key, then arrows from number to number; Enter follows. A string lights up
   with its letter and its row. */
const light = (id, on) => {
  for (const part of document.querySelectorAll(`[data-cord="${CSS.escape(id)}"]`)) part.classList.toggle('lit', on);
  document.getElementById(`d-${id}`)?.classList.toggle('lit', on);
};
const cord = target => target.closest?.('[data-cord]')?.dataset.cord ?? target.closest?.('#lists tr[id^="d-"]')?.id.slice(2);
for (const [names, on] of [[['mouseover', 'focusin'], true], [['mouseout', 'focusout'], false]]) {
  for (const name of names) document.addEventListener(name, event => { const id = cord(event.target); if (id) light(id, on); });
}

export default function board(root) {
  const table = root.querySelector('table');
  if (!table) return;

  const rows = [...table.rows].map(row => [...row.cells].map(cell => cell.querySelector('a')));
  const all = rows.flat().filter(Boolean);
  let here = all.find(link => link.closest('.me')) ?? all[0];
  const stop = link => {
    if (here) here.tabIndex = -1;
    here = link;
    here.tabIndex = 0;
  };
  for (const link of all) link.tabIndex = -1;
  if (here) here.tabIndex = 0;

  const hidden = link => getComputedStyle(link).visibility === 'hidden';
  const find = (places) => places.find(link => link && !hidden(link));
  const place = link => {
    const row = rows.findIndex(links => links.includes(link));
    return [row, rows[row].indexOf(link)];
  };
  /* The nearest number in the rows that follow: the same column first, then the closest one. */
  const across = (from, column) => {
    for (const links of from) {
      const known = links.map((link, index) => [Math.abs(index - column), link]).filter(([, link]) => link && !hidden(link));
      if (known.length) return known.sort((a, b) => a[0] - b[0])[0][1];
    }
  };
  const next = (key, link) => {
    const [row, column] = place(link);
    switch (key) {
      case 'ArrowRight': return find(rows[row].slice(column + 1));
      case 'ArrowLeft': return find(rows[row].slice(0, column).reverse());
      case 'ArrowDown': return across(rows.slice(row + 1), column);
      case 'ArrowUp': return across(rows.slice(0, row).reverse(), column);
      case 'Home': return find(rows[row]);
      case 'End': return find([...rows[row]].reverse());
    }
  };
  table.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !all.includes(event.target)) return;
    const target = next(event.key, event.target);
    if (!target) return;
    event.preventDefault();
    stop(target);
    target.focus();
  });
  table.addEventListener('focusin', event => { if (all.includes(event.target)) stop(event.target); });
}
