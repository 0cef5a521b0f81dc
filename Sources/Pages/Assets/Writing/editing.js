// Changes to a text field that the browser can undo and that other scripts learn of.

// An edit replaces the text from `start` to `end` and then selects the text from `from` to `to`.
export function apply(field, { start, end, text, from = start + text.length, to = from }) {
  const wanted = field.value.slice(0, start) + text + field.value.slice(end);
  field.focus();
  field.setSelectionRange(start, end);
  if (wanted !== field.value && !type(field, text, wanted)) {
    field.value = wanted;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.setSelectionRange(from, to);
}

// Only the commands of the browser's own editor can be undone. With `insertText`, Chromium takes a time that
// grows with the square of the lines, so it gets a long text as HTML.
function type(field, text, wanted) {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  if (!text) return document.execCommand("delete") && field.value === wanted;
  if (text.length > 2_000) {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const before = field.value;
    document.execCommand("insertHTML", false, escaped);
    if (field.value === wanted) return true;
    if (field.value !== before) document.execCommand("undo");
    field.setSelectionRange(start, end);
  }
  return document.execCommand("insertText", false, text) && field.value === wanted;
}

// The whole lines that a selection touches.
export function lines(text, start, end) {
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const next = text.indexOf("\n", last);
  return [text.lastIndexOf("\n", start - 1) + 1, next < 0 ? text.length : next];
}

// The line ends that separate a block from the text before it and after it.
export function gaps(before, after) {
  const lead = !before.trim() || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const trail = !after.trim() || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return [lead, trail];
}
