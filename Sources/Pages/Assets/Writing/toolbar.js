// Buttons and shortcuts for Markdown.
import * as blocks from "./blocks.js";
import { apply, chosen } from "./editing.js";
import { emphasize, link } from "./emphasis.js";
import { part, sentences } from "./tools.js";

const edits = {
  bold: (...place) => emphasize(...place, "**"),
  italic: (...place) => emphasize(...place, "*"),
  link: (...place) => link(...place, sentences),
  table: (...place) => blocks.table(...place, sentences),
  footnote: (...place) => blocks.footnote(...place, sentences),
  facts: (...place) => blocks.facts(...place, sentences),
};
for (const kind of ["crosshead", "quotation", "list", "numbers"]) {
  edits[kind] = (...place) => blocks.toggle(...place, kind);
}
const isMac = /^(Mac|iPhone|iPad)/.test(navigator.platform);

export function startToolbar(field) {
  const [bar, choice] = [part(".toolbar"), part(".gallery-choice")];
  field.before(bar, choice);
  const edit = (make, ...values) =>
    apply(field, make(field.value, ...chosen(field.value, field.selectionStart, field.selectionEnd), ...values));
  // The text keeps its selection while somebody presses a button.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const tool = event.target.closest("button")?.dataset.tool;
    if (edits[tool]) edit(edits[tool]);
  });
  walkWithArrows(bar);
  listenForKeys(field, bar, (tool) => edit(edits[tool]));
  offerPictures(bar.querySelector("[data-tool=picture]"), choice, field, (number) => edit(blocks.picture, number));
}

// The toolbar is one stop for the Tab key; arrow keys move inside it (ARIA Authoring Practices, Toolbar).
function walkWithArrows(bar) {
  const buttons = [...bar.querySelectorAll("button")];
  const choose = (chosen) => buttons.forEach((button) => { button.tabIndex = button === chosen ? 0 : -1; });
  choose(buttons[0]);
  bar.addEventListener("focusin", (event) => choose(event.target.closest("button")));
  bar.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const now = buttons.indexOf(event.target.closest("button"));
    const next = {
      ArrowRight: now + forward, ArrowLeft: now - forward, Home: 0, End: buttons.length - 1,
    }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.at(next % buttons.length).focus();
  });
}

// Each button names its shortcut. Letters count in any keyboard layout that has them; digits count as keys,
// because Shift changes them.
function listenForKeys(field, bar, edit) {
  const tools = new Map();
  for (const button of bar.querySelectorAll("[aria-keyshortcuts]")) {
    const keys = button.getAttribute("aria-keyshortcuts").replace("Control+", "");
    tools.set(keys, button.dataset.tool);
    if (!isMac) continue;
    button.setAttribute("aria-keyshortcuts", `Meta+${keys}`);
    button.title = button.title.replace("Ctrl+", "⌘").replace("Shift+", "⇧");
  }
  field.addEventListener("keydown", (event) => {
    if (!(isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) || event.altKey) return;
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace(/^(Key|Digit)/, "");
    const tool = tools.get((event.shiftKey ? "Shift+" : "") + letter);
    if (!tool || event.isComposing) return;
    event.preventDefault();
    edit(tool);
  });
}

// Offers the numbers of the gallery in a row below the toolbar.
function offerPictures(button, choice, field, insert) {
  const gallery = field.form.elements.gallery;
  const empty = choice.querySelector("p");
  const show = (isShown) => {
    choice.hidden = !isShown;
    button.setAttribute("aria-expanded", String(isShown));
  };
  const offer = (number) => {
    const each = document.createElement("button");
    each.type = "button";
    each.textContent = sentences.picture.replace("#", number);
    each.addEventListener("click", () => {
      show(false);
      insert(number);
    });
    return each;
  };
  button.addEventListener("click", () => {
    const numbers = [...new Set(gallery.value.match(/^\s*\d+(?=:)|(?<=^[\d\s,]*)\d+(?=[\d\s,]*$)/gm)?.map((number) => number.trim()))].slice(0, 200);
    empty.hidden = numbers.length > 0;
    choice.replaceChildren(empty, ...numbers.map(offer));
    show(choice.hidden);
    if (!choice.hidden) choice.querySelector(numbers.length ? ":scope > button" : "p button").focus();
  });
  empty.querySelector("button").addEventListener("click", () => {
    show(false);
    gallery.closest(".gallery-field").querySelector(".choosing").click();
  });
  choice.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
}
