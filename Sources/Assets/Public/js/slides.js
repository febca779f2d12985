/* Turns slides with the arrows, Page Up and Page Down, and holds the clock with the space bar. The links and forms do
   the same without; a form of the strip is sent in the background, so that a full screen stays full. */
export default function slides() {
  const isLive = document.getElementById('strip') !== null;
  const keys = { ArrowRight: 'ArrowRight', PageDown: 'ArrowRight', ArrowLeft: 'ArrowLeft', PageUp: 'ArrowLeft', ' ': isLive ? 'Space' : 'ArrowRight' };
  addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    if (event.target.closest('input, textarea, select, summary') || (event.key === ' ' && event.target.closest('button, a'))) return;
    const key = keys[event.key];
    const control = key && document.querySelector(`[aria-keyshortcuts="${key}"]`);
    if (!control) return;
    event.preventDefault();
    control.click();
  });
  addEventListener('submit', async event => {
    const form = event.target, button = event.submitter;
    if (!form.closest('#strip') || button?.hasAttribute('formaction')) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => null);
    if (!answer?.ok) location.reload();
  });
}
