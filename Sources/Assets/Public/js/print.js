// The button that prints shows itself only where it works.
export default function printing(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
