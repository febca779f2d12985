/* A page that shows one step of a session hears that it has gone on to the next. It turns by itself; while somebody is
   writing in it, it says so and waits for them. */
export default function turn(steps) {
  const page = steps.closest('[data-state]:not(ol)');
  if (!page || page.dataset.state === steps.dataset.state) return;
  const isWritten = [...document.querySelectorAll('main textarea, main input[type=text], main input:not([type])')]
    .some(field => field.value !== field.defaultValue);
  if (!isWritten) return location.reload();
  steps.parentElement.querySelector('[data-turned]').hidden = false;
}
