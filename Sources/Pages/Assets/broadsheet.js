// Conveniences for browsers with scripts. Every page works without them.

// The arrow keys turn the pages of a gallery, in the reading direction of its story.
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

// Keeps a draft in this tab until a page shows the sent comment with the edit link that only its writer sees.
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
  // Without session storage there are no drafts, but the forms still work.
}
