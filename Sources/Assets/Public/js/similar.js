/* While a request is written: what was asked before and is like it. Without it the page of the request says so. */
export default function similar(part) {
  const input = part.querySelector('input');
  const box = part.querySelector('[data-alike]');
  const list = box.querySelector('ul');
  let wait;
  let asked = 0;

  const row = hit => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.href;
    link.textContent = hit.title;
    const note = document.createElement('p');
    note.textContent = hit.note;
    item.append(link, note);
    return item;
  };

  const ask = async words => {
    const turn = ++asked;
    let hits = [];
    if (words.length > 3) {
      try {
        const answer = await fetch(`${part.dataset.address}?q=${encodeURIComponent(words)}`, {
          headers: { Accept: 'application/json' },
        });
        if (answer.ok) hits = await answer.json();
      } catch { /* the form works without */ }
    }
    if (turn !== asked) return;
    list.replaceChildren(...hits.map(row));
    box.hidden = hits.length === 0;
  };

  input.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(() => ask(input.value.trim()), 200);
  });
}
