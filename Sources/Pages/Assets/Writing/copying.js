// Buttons that copy a text. Without a clipboard they stay hidden, and the text can be selected.
const parts = ["headline", "standfirst", "body"];

function textOf(name, form) {
  if (name !== form.id) return document.getElementById(name).value;
  return parts.map((part) => form.elements[part].value).filter(Boolean).join("\n\n");
}

export function startCopying(form) {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.ariaLive = "polite";
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(textOf(button.dataset.copies, form));
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 5_000);
    });
  }
}
