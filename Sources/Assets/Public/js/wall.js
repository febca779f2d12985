/* The wall with the mouse: an idea is dragged onto a group, out of all groups, or onto another idea in no group, with which
   it makes a new one. It sends the form that the ticks belong to. */
import { send } from './inplace.js';

export default function wall(part) {
  const form = document.getElementById('sorting-form');
  let dragged = null;
  const place = event => event.target.closest?.('[data-drop]');
  const mark = target => {
    part.querySelectorAll('.over').forEach(one => one.classList.remove('over'));
    target?.classList.add('over');
  };

  part.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('[data-idea]');
    if (!dragged) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.innerText);
    dragged.classList.add('drag');
  });
  part.addEventListener('dragend', () => {
    dragged?.classList.remove('drag');
    dragged = null;
    mark();
  });
  part.addEventListener('dragover', event => {
    const target = place(event);
    if (!dragged || !target) return;
    event.preventDefault();
    mark(target);
  });
  part.addEventListener('drop', async event => {
    const target = place(event);
    if (!dragged || !target) return;
    event.preventDefault();
    const fields = new URLSearchParams({ csrf: form.elements.csrf.value });
    const [, home] = dragged.dataset.idea.split('@');
    const other = event.target.closest('[data-idea]');
    if (target.dataset.drop === '' && home === '' && other && other !== dragged) {
      fields.append('ideas', other.dataset.idea);
      fields.append('to', 'new');
    } else if (target.dataset.drop === home) {
      return;
    } else {
      fields.append('to', target.dataset.drop);
    }
    fields.append('ideas', dragged.dataset.idea);
    await send(form, fields);
  });
}
