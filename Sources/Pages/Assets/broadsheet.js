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

// The navigation of topics may be wider than a phone.
document.querySelector(".masthead nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// "Print with comments" changes the fragment, from which the style sheet sees that the comments are printed too.
addEventListener("hashchange", () => { if (location.hash === "#print-comments") print(); });

// Copies the address of the page, or hands it to the device to share.
const shareLine = document.querySelector(".share");
if (shareLine) {
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  const tell = (text) => { shareLine.querySelector("[aria-live]").textContent = text; };
  const { copied, failed } = shareLine.dataset;
  shareLine.querySelector("[data-copies-link]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      tell(copied);
    } catch {
      // Browsers allow copying only on pages with TLS, or not at all.
      tell(`${failed} ${address}`);
    }
  });
  const share = shareLine.querySelector("[data-shares-link]");
  share.hidden = !navigator.share;
  share.addEventListener("click", () => {
    navigator.share({ title: document.title, url: address }).catch(() => {});
  });
}

// The form for a correction gets the selected passage of the story. Pressing the link may end the selection, so it is
// read before.
const suggests = document.querySelector("a[data-suggests]");
if (suggests) {
  const story = suggests.closest("article");
  const take = () => {
    const selection = getSelection();
    const isInStory = selection.rangeCount > 0 && story.contains(selection.getRangeAt(0).commonAncestorContainer);
    const passage = isInStory ? [...selection.toString().trim()].slice(0, 500).join("") : "";
    const address = new URL(suggests.href);
    if (passage) address.searchParams.set("passage", passage);
    else address.searchParams.delete("passage");
    suggests.href = address;
  };
  suggests.addEventListener("pointerdown", take);
  suggests.addEventListener("click", (event) => { if (event.detail === 0) take(); });
}

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

// What a member of staff writes is kept in the browser until the server has it. A page without the form can tell
// that the server has it, and signing out erases the rest.
const leaving = document.querySelector("form[data-staff][action='/sign-out']");
const writing = () => import("./journal.js");
if (leaving && document.cookie.includes("written-draft-") && !document.getElementById("draft")) {
  writing().then(({ settle }) => settle(leaving.dataset.staff)).catch(() => {});
}

async function mayErase(staff) {
  const { hasTexts, erase } = await writing();
  if (await hasTexts(staff)) {
    const question = document.getElementById("erasing");
    question.showModal();
    await new Promise((resolve) => { question.addEventListener("close", resolve, { once: true }); });
    if (question.returnValue !== "erase") return false;
  }
  await erase(staff);
  return true;
}

leaving?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await mayErase(leaving.dataset.staff).catch(() => true)) leaving.submit();
});
