/* Keeps the page true: hears which records change, fetches the page again and exchanges the parts that differ.
   A part is an element with an id and data-live-part. A part in which somebody is writing is left alone, and says so. */
import { bind } from './app.js';

export default function live(body) {
  const parts = () => [...document.querySelectorAll('[data-live-part][id]')];
  const shown = new Map(parts().map(part => [part.id, part.outerHTML]));
  const subjects = body.dataset.live;
  let source, timer, late, pause = 1000, missed = false, author = '';

  const differs = field => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
    const given = [...field.options].findIndex(option => option.defaultSelected);
    return field.selectedIndex !== Math.max(given, 0);
  };
  const isEdited = part => {
    if (part.querySelector('.drag')) return true;
    const active = document.activeElement;
    if (part.contains(active) && active.matches('textarea, select, input:not([type=submit], [type=button])')) return true;
    return [...part.querySelectorAll('textarea, select, input:not([type=hidden])')].some(differs);
  };

  const say = text => {
    const toast = document.getElementById('live-note');
    if (!toast) return;
    if (text) toast.querySelector('[data-who]').textContent = text;
    toast.hidden = false;
  };

  /* A way back to the element with the focus once its part was exchanged. */
  const pathTo = (part, element) => {
    if (element.id) return `#${CSS.escape(element.id)}`;
    const steps = [];
    for (let node = element; node !== part; node = node.parentElement) {
      steps.unshift(`:nth-child(${[...node.parentElement.children].indexOf(node) + 1})`);
    }
    return `:scope > ${steps.join(' > ')}`;
  };

  const exchange = (part, fresh) => {
    const focus = part !== document.activeElement && part.contains(document.activeElement) ? pathTo(part, document.activeElement) : null;
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    const scroll = [...part.querySelectorAll('.scroll')].map(box => [box.scrollLeft, box.scrollTop]);
    const node = document.importNode(fresh, true);
    part.replaceWith(node);
    [...node.querySelectorAll('details')].forEach((details, index) => { if (open[index]) details.open = true; });
    [...node.querySelectorAll('.scroll')].forEach((box, index) => { if (scroll[index]) [box.scrollLeft, box.scrollTop] = scroll[index]; });
    if (focus) node.querySelector(focus)?.focus({ preventScroll: true });
    bind(node);
  };

  const refresh = async () => {
    let answer;
    try { answer = await fetch(location.href, { headers: { Accept: 'text/html' } }); } catch { missed = true; return; }
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const left = scrollX, top = scrollY;
    let waits = false;
    for (const part of parts()) {
      const fresh = page.getElementById(part.id);
      if (!fresh || shown.get(part.id) === fresh.outerHTML) continue;
      if (isEdited(part)) { waits = true; continue; }
      shown.set(part.id, fresh.outerHTML);
      exchange(part, fresh);
    }
    if (scrollX !== left || scrollY !== top) scrollTo(left, top);
    if (waits) say(author);
  };

  /* What a form of the page has exchanged by itself is known already. */
  document.addEventListener('exchanged', event => shown.set(event.target.id, event.detail));

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 60);
  };

  const connect = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/live?subjects=${encodeURIComponent(subjects)}`);
    source.onopen = () => {
      pause = 1000;
      if (missed) soon();
      missed = false;
    };
    source.onmessage = event => {
      author = JSON.parse(event.data).by ?? author;
      soon();
    };
    source.onerror = () => {
      missed = true;
      if (source.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, pause * (0.75 + Math.random() / 2));
      pause = Math.min(pause * 2, 60000);
    };
  };
  const disconnect = () => {
    source?.close();
    source = undefined;
    missed = true;
  };

  /* A tab out of sight gives its connection back; it catches up when it is looked at again. */
  document.addEventListener('visibilitychange', () => {
    clearTimeout(late);
    if (document.hidden) late = setTimeout(disconnect, 20000);
    else connect();
  });
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  document.querySelector('#live-note [data-show]')?.addEventListener('click', event => {
    event.preventDefault();
    location.reload();
  });
  document.querySelector('#live-note [data-dismiss]')?.addEventListener('click', () => {
    document.getElementById('live-note').hidden = true;
  });
  connect();
}
