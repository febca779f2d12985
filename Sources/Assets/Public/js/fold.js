/* Escape folds what unfolds over the page or before it, and gives the focus back to the line that unfolds it. */
export default function fold(details) {
  details.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  });
}
