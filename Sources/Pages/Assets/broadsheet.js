// Comfort for those who have it; every page works without.

// The arrow keys turn the pages of a gallery, in the direction in which its story is read.
const turn = (relation) => document.querySelector(`a[rel="${relation}"][data-turns]`)?.click();

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const gallery = document.querySelector(".picture-page article");
  if (!gallery) return;
  const forward = getComputedStyle(gallery).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.key === forward) turn("next");
  else if (event.key === "ArrowLeft" || event.key === "ArrowRight") turn("prev");
});

// What is being typed is kept in this tab until it is sent.
for (const form of document.querySelectorAll("form[data-keeps]")) {
  const field = form.elements[form.dataset.keeps];
  const key = `typed ${location.pathname}`;
  try {
    if (!field.value) field.value = sessionStorage.getItem(key) ?? "";
    field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
  } catch {
    // The browser keeps nothing for us; the form works all the same.
  }
}
