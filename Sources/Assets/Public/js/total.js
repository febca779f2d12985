// Adds up the days of what is ticked, below the choices.
export default function total(field) {
  const line = field.querySelector('[role="status"]');
  const say = () => {
    const days = [...field.querySelectorAll("input:checked")].reduce((sum, box) => sum + Number(box.dataset.days), 0);
    line.textContent = field.dataset.total.replace("{n}", days);
    line.classList.toggle("over", days > Number(field.dataset.most));
    line.hidden = false;
  };
  field.addEventListener("change", say);
  say();
}
