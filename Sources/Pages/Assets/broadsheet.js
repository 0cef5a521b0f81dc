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

// What is being typed is kept in this tab until it stands on a page, where only its writer can change it.
try {
  const sent = sessionStorage.getItem("sent");
  if (sent && document.getElementById(location.hash.slice(1))?.querySelector("a.own")) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem("sent");
  }
  for (const form of document.querySelectorAll("form[data-keeps]")) {
    const field = form.elements[form.dataset.keeps];
    const key = `typed ${new URL(form.action).pathname} ${form.elements.parent?.value ?? ""}`;
    if (!field.value) field.value = sessionStorage.getItem(key) ?? "";
    field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
    form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
  }
} catch {
  // The browser keeps nothing for us; the forms work all the same.
}
