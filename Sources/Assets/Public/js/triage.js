/* The list of requests without a first word: J and K to the next and the one before, a digit for the impact, another for
   the urgency, H for a hot potato, T to save. Everything is reached with Tab as well. */
const typing = element => element.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])');

export default function triage(list) {
  const rows = () => [...list.querySelectorAll(':scope > li')];
  const own = event => event.target.closest('li')?.parentElement === list ? event.target.closest('li') : null;

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !list.isConnected) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const all = rows();
    const here = all.indexOf(own(event));
    const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
    if (!next) return;
    event.preventDefault();
    next.querySelector('a').focus();
    next.scrollIntoView({ block: 'nearest' });
  });

  list.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const row = own(event);
    if (!row) return;
    if (/^[1-3]$/.test(event.key)) {
      // The impact first; a third digit begins again.
      const name = row.dataset.next ?? 'impact';
      const radio = row.querySelector(`input[name=${name}][value="${event.key}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.checked = true;
      row.dataset.next = name === 'impact' ? 'urgency' : 'impact';
    } else if (event.key.toLowerCase() === 'h') {
      const box = row.querySelector('input[type=checkbox][name=hot_potato]');
      if (!box) return;
      event.preventDefault();
      box.checked = !box.checked;
    } else if (event.key.toLowerCase() === 't') {
      event.preventDefault();
      row.querySelector('form').requestSubmit();
    }
  });

  // After one is sorted, the next one is under the fingers.
  if (location.hash === '#triage') rows()[0]?.querySelector('a').focus();
}
