/* Sends a form and exchanges the parts of the page that its answer changes, so that one can go on writing. What is refused
   is said in its place, and what was typed stays. Without it the form is an ordinary one. */
import { bind } from './app.js';

export async function send(form, fields) {
  let answer, page;
  try {
    answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/html' } });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch { /* Said below. */ }
  if (!page?.getElementById('refused')) {
    const box = document.getElementById('refused');
    box.textContent = box.dataset.away;
    return false;
  }
  const parts = answer.redirected ? [...document.querySelectorAll('[data-live-part][id]')] : [];
  for (const part of [document.getElementById('refused'), ...parts]) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.outerHTML === part.outerHTML) continue;
    const node = document.importNode(fresh, true);
    const path = part.contains(document.activeElement) && document.activeElement.id;
    part.replaceWith(node);
    if (path) document.getElementById(path)?.focus({ preventScroll: true });
    node.dispatchEvent(new CustomEvent('exchanged', { bubbles: true, detail: fresh.outerHTML }));
    bind(node);
  }
  const alert = document.querySelector('#refused [role=alert]');
  if (alert) { alert.scrollIntoView({ block: 'nearest' }); alert.focus(); }
  return answer.ok;
}

export default function inplace(form) {
  let busy = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const cleared = [...form.querySelectorAll('[data-clear]')].map(field => [field, field.value]);
    const done = await send(form, new URLSearchParams(new FormData(form)));
    busy = false;
    if (!done) return;
    // What was typed while it was on its way stays.
    for (const [field, sent] of cleared) {
      if (field.value === sent) field.value = '';
      else if (field.value.startsWith(sent)) field.value = field.value.slice(sent.length);
      field.focus();
    }
  });
}
