// Selects cases in the list of the queue with keys: j and k move, x selects.
const form = document.querySelector("#bulk");
const boxes = () => [...document.querySelectorAll('.queue input[name="case"]')];
const button = form?.querySelector('button[value="no"]');
const label = button?.textContent;

function keysAreOff() {
  try {
    return JSON.parse(localStorage.getItem("queue-keys"))?.off === true;
  } catch {
    return false;
  }
}

function count() {
  const selected = boxes().filter((box) => box.checked).length;
  button.textContent = selected > 0 ? `${label} (${selected})` : label;
}

function move(step) {
  const all = boxes();
  const place = all.indexOf(document.activeElement);
  const next = place < 0 ? (step > 0 ? 0 : all.length - 1) : place + step;
  all[next]?.focus();
}

function onKey(event) {
  const isTyping = event.target.closest("textarea, select, input:not([type=checkbox])");
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping || keysAreOff()) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "x" && document.activeElement.matches('[name="case"]')) document.activeElement.click();
}

if (form && boxes().length > 0) {
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", count);
  form.querySelector(".keys-hint").hidden = keysAreOff();
  count();
}
