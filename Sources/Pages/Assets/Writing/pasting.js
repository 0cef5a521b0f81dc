// Turns text from a word processor or a web page into Markdown. Ctrl+Shift+V pastes it as it is.
import { footnotes } from "./blocks.js";
import { markdown } from "./converting.js";
import { apply, gaps, whole } from "./editing.js";
import { isAddress, linked } from "./emphasis.js";

export function startPasting(field) {
  let isPlain = false;
  field.addEventListener("keydown", (event) => {
    isPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
  });
  field.addEventListener("keyup", () => { isPlain = false; });
  field.addEventListener("paste", (event) => {
    const edit = isPlain ? undefined : pasted(field, event.clipboardData);
    isPlain = false;
    if (!edit) return;
    event.preventDefault();
    apply(field, edit);
  });
}

// The edit for what is in the clipboard, or `undefined` to leave it to the browser.
function pasted(field, clipboard) {
  const value = field.value;
  const [start, end] = whole(value, field.selectionStart, field.selectionEnd);
  const [plain, selected] = [clipboard.getData("text/plain").trim(), value.slice(start, end)];
  if (isAddress(plain) && selected.trim() && !selected.includes("\n") && !isAddress(selected)) {
    const edit = linked(start, end, selected, plain, false);
    return { ...edit, from: start + edit.text.length, to: start + edit.text.length };
  }
  const html = clipboard.getData("text/html");
  const found = html ? markdown(html, footnotes(value)) : undefined;
  if (!found?.text) return undefined;
  const [lead, trail] = found.isPhrase ? ["", ""] : gaps(value.slice(0, start), value.slice(end));
  return { start, end, text: lead + found.text + trail };
}
