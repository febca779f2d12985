/* Counts down the seconds of a slot, or up those of the whole; says it aloud once a minute. */
export default function timer(element) {
  const began = performance.now();
  const total = Number(element.dataset.total), left = Number(element.dataset.left), run = Number(element.dataset.run);
  const figure = element.querySelector('b'), bar = element.querySelector('rect');
  const clock = seconds => `${seconds < 0 ? '−' : ''}${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, '0')}`;
  const tick = setInterval(() => {
    if (!element.isConnected) return clearInterval(tick);
    const passed = Math.floor((performance.now() - began) / 1000);
    const seconds = total ? left - passed : run + passed;
    figure.textContent = clock(seconds);
    if (!total) return;
    element.classList.toggle('over', seconds < 0);
    bar.setAttribute('width', Math.max(0, Math.min(100, seconds * 100 / total)));
  }, 500);
}
