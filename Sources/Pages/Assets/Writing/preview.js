// Shows the text as readers would see it while somebody writes. The server renders it and saves nothing.
import { part, previewAddress, sentences } from "./tools.js";

const pause = 400;
const patience = 10_000;
const headings = "h1, h2, h3, h4, h5, h6";

export function startPreviewing(form) {
  const [section, button] = [part(".live-preview"), form.querySelector(".toolbar .previewing")];
  form.elements.body.closest(".field").after(section);
  const refresh = oneAtATime(() => load(form, section));
  let waiting;
  const show = (isShown) => {
    section.hidden = !isShown;
    form.classList.toggle("with-preview", isShown);
    document.querySelector("main").classList.toggle("wide", isShown);
    button.setAttribute("aria-pressed", String(isShown));
    if (isShown) refresh();
  };
  button.addEventListener("click", () => {
    show(section.hidden);
    remember(!section.hidden);
  });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    if (!section.hidden) waiting = setTimeout(refresh, pause);
  });
  show(isRemembered());
}

function isRemembered() {
  try {
    return localStorage.getItem("live preview") === "shown";
  } catch {
    return false;
  }
}

function remember(isShown) {
  try {
    if (isShown) localStorage.setItem("live preview", "shown");
    else localStorage.removeItem("live preview");
  } catch {
    // Without storage, the browser forgets the choice.
  }
}

// Runs a task again after it ends if somebody asked for it meanwhile, so the last text is the one that is shown.
function oneAtATime(task) {
  let [isRunning, isDue] = [false, false];
  return async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue) {
      isDue = false;
      await task();
    }
    isRunning = false;
  };
}

async function load(form, section) {
  let page;
  try {
    const answer = await fetch(previewAddress, {
      method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error", cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // The sentence below says that there is no preview.
  }
  const article = page?.querySelector("main article");
  const isShown = article && !page.querySelector("form.draft");
  const refusal = section.querySelector(".refusal");
  refusal.hidden = isShown;
  refusal.textContent = isShown ? "" : page?.querySelector("main .refusal")?.textContent || sentences.noPreview;
  if (isShown) place(article, section);
}

// Puts the article into the pane. Scripts of a parsed page never run; none is taken over all the same.
function place(article, section) {
  for (const element of article.querySelectorAll("script, style, form")) element.remove();
  for (const element of article.querySelectorAll(headings)) {
    element.setAttribute("aria-level", Math.min(6, Number(element.localName[1]) + 2));
  }
  for (const element of article.querySelectorAll("[id], [aria-labelledby]")) setApart(element);
  for (const link of article.querySelectorAll("a[href]")) {
    const leavesPage = !link.getAttribute("href").startsWith("#");
    if (leavesPage) Object.assign(link, { target: "_blank", rel: "noopener" });
    else for (const name of ["href", "role", "aria-label"]) link.removeAttribute(name);
  }
  const scrolled = section.scrollTop;
  section.querySelector(".pane").replaceChildren(document.adoptNode(article));
  section.scrollTop = scrolled;
}

// The names in the pane differ from those of the page.
function setApart(element) {
  if (element.id) element.id = `preview-${element.id}`;
  const label = element.getAttribute("aria-labelledby");
  if (label) element.setAttribute("aria-labelledby", label.split(" ").map((name) => `preview-${name}`).join(" "));
}
