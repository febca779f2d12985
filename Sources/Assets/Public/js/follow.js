/* Follows a presentation: each message holds what everybody sees now, and is put in its place. */
export default function follow(body) {
  const shown = new Map();
  const lost = document.getElementById('lost');
  let source, pause = 1000;

  const put = (id, html) => {
    const element = document.getElementById(id);
    if (!element || shown.get(id) === html) return;
    shown.set(id, html);
    element.innerHTML = html;
  };

  /* A vote that was given is not asked for again. */
  const vote = team => {
    const form = document.getElementById('team-form');
    if (!form) return;
    const voted = form.dataset.voted.split(' ').includes(team);
    form.hidden = voted;
    document.getElementById('team-voted').hidden = !voted;
  };

  const take = message => {
    if (message.state !== body.dataset.state) {
      source.close();
      /* Everybody turns the page; not all at the same moment. */
      return setTimeout(() => location.reload(), Math.random() * 4000);
    }
    const chosen = document.querySelector('#vote input:checked');
    for (const [id, html] of Object.entries(message.parts)) if (id !== 'vote' || !chosen || shown.get('team') !== message.team) put(id, html);
    shown.set('team', message.team);
    vote(message.team);
  };

  const connect = () => {
    source = new EventSource(body.dataset.events);
    source.onopen = () => { pause = 1000; if (lost) lost.hidden = true; };
    source.onmessage = event => take(JSON.parse(event.data));
    source.onerror = () => {
      if (lost) lost.hidden = false;
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, pause * (0.75 + Math.random() / 2));
      pause = Math.min(pause * 2, 30000);
    };
  };
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', event => { if (event.persisted) connect(); });
  connect();
}
