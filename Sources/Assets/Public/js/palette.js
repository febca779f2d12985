/* Ctrl+K: a dialog of real links, with real focus. Without it the same link opens /search. */
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export default function palette(dialog) {
  const input = dialog.querySelector('input');
  const found = dialog.querySelector('[data-found]');
  const links = () => [...dialog.querySelectorAll('li:not([hidden]) a')];
  let asked = 0;

  const open = event => {
    event?.preventDefault();
    if (!dialog.open) dialog.showModal();
    input.select();
    input.focus();
  };
  document.querySelector('[data-palette]')?.addEventListener('click', event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') open(event);
  });

  const mark = () => {
    for (const list of dialog.querySelectorAll('ul')) {
      const isEmpty = !list.querySelector('li:not([hidden])');
      list.hidden = isEmpty;
      list.previousElementSibling.hidden = isEmpty;
    }
    for (const link of dialog.querySelectorAll('.first')) link.classList.remove('first');
    links()[0]?.classList.add('first');
  };

  const row = hit => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.href;
    const icon = dialog.querySelector(`template[data-icon="${hit.icon}"]`)?.content.cloneNode(true);
    const where = document.createElement('small');
    where.textContent = hit.where;
    link.append(...(icon ? [icon] : []), hit.title, where);
    item.append(link);
    return item;
  };

  const ask = async words => {
    const turn = ++asked;
    let hits = [];
    if (words) {
      try {
        const answer = await fetch(`${dialog.querySelector('form').action}?q=${encodeURIComponent(words)}`, {
          headers: { Accept: 'application/json' },
        });
        if (answer.ok) hits = await answer.json();
      } catch { /* the links that are there stay usable */ }
    }
    if (turn !== asked) return;
    found.replaceChildren(...hits.map(row));
    mark();
  };

  let wait;
  input.addEventListener('input', () => {
    const words = input.value.trim();
    for (const item of dialog.querySelectorAll('ul:not([data-found]) li')) {
      item.hidden = !fold(item.textContent).includes(fold(words));
    }
    mark();
    clearTimeout(wait);
    wait = setTimeout(() => ask(words), 90);
  });

  dialog.addEventListener('keydown', event => {
    const list = links();
    const at = list.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list[Math.min(at + 1, list.length - 1)]?.focus();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      (at > 0 ? list[at - 1] : input).focus();
    } else if (event.key === 'Enter' && document.activeElement === input && list[0]) {
      event.preventDefault();
      list[0].click();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && at >= 0) {
      input.focus();
    }
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
    if (event.target.closest('[data-print]')) {
      event.preventDefault();
      dialog.close();
      print();
    }
  });
  mark();
}
