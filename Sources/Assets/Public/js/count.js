// Says under a field how many characters are left, or too many.
const segments = "Segmenter" in Intl ? new Intl.Segmenter() : null;
const length = text => segments ? [...segments.segment(text)].length : [...text].length;

export default function count(field) {
  const line = document.getElementById(field.dataset.count);
  const limit = Number(field.dataset.max);
  if (!line) return;
  const french = document.documentElement.lang === "fr";
  const say = () => {
    const left = limit - length(field.value);
    const number = Math.abs(left);
    const one = number === 1 || (french && left >= 0 && number < 2);
    const template = left < 0 ? (one ? "overOne" : "over") : (one ? "leftOne" : "left");
    line.textContent = field.dataset[template].replace("{n}", number);
    line.classList.toggle("over", left < 0);
    if (left < 0) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  field.addEventListener("input", say);
  say();
}
