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

// Only the commands of the browser's own editor can be undone, and only while no script sets the value. So an edit
// that the editor does otherwise than asked is done once more, as an edit of the whole text.
function type(field, text, wanted) {
  const before = field.value;
  if (typed(field, text) && field.value === wanted) return true;
  if (field.value !== before) document.execCommand("undo");
  field.setSelectionRange(0, field.value.length);
  return typed(field, wanted) && field.value === wanted;
}

// With `insertText`, Chromium takes a time that grows with the square of the lines, so it gets a long text as HTML.
function typed(field, text) {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  if (!text) return document.execCommand("delete");
  if (text.length > 2_000) {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const before = field.value;
    document.execCommand("insertHTML", false, escaped);
    if (field.value === before.slice(0, start) + text + before.slice(end)) return true;
    if (field.value !== before) document.execCommand("undo");
    field.setSelectionRange(start, end);
  }
  return document.execCommand("insertText", false, text);
}

// The selection without blanks at its ends, or a caret if it has nothing else. It cuts no character.
export function chosen(text, start, end) {
  [start, end] = whole(text, start, end);
  const selected = text.slice(start, end);
  if (!selected.trim()) return [start, start];
  return whole(text, end - selected.trimStart().length, start + selected.trimEnd().length);
}

const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });

// The selection with the whole of each character that it cuts, as readers see characters (Unicode Standard Annex 29).
// A caret in a character moves behind it.
export function whole(text, start, end) {
  const last = edge(text, end, 1);
  return start === end ? [last, last] : [edge(text, start, -1), last];
}

function edge(text, place, step) {
  const segment = segmenter?.segment(text).containing(place);
  if (segment) return step > 0 && segment.index < place ? segment.index + segment.segment.length : segment.index;
  while (!segmenter && place > 0 && place < text.length && isInside(text, place)) place += step;
  return place;
}

function isInside(text, place) {
  return /^[\udc00-\udfff]/.test(text[place]) || text[place - 1] === "\u200d"
    || /^[\p{M}\p{Emoji_Modifier}\u200d]/u.test(String.fromCodePoint(text.codePointAt(place)));
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
