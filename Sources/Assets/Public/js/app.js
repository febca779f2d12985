/* Binds behaviours to the page. Everything works without: a module only saves time.
   <form data-behaviour="autosave count"> loads ./autosave.js and ./count.js and calls their default function with the form. */
const bound = new WeakMap();

export function bind(root) {
  for (const element of [root, ...root.querySelectorAll('[data-behaviour]')]) {
    const names = element.dataset?.behaviour?.split(' ') ?? [];
    const done = bound.get(element) ?? new Set();
    bound.set(element, done);
    for (const name of names) {
      if (!name || done.has(name)) continue;
      done.add(name);
      import(`./${name}.js`).then(module => module.default(element));
    }
  }
}

bind(document.documentElement);

/* A refused form: the summary is read first. */
document.querySelector('[role="alert"][tabindex]')?.focus();
