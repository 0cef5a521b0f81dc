// Enter in a line of a list or a quotation begins the next one, and in an empty one ends it. Shift+Enter is plain.
import { apply, lines } from "./editing.js";

const marked = /^(\s*(?:>[ \t]?)*)(?:([-*+]|(\d{1,8})([.)]))[ \t]+)?(.*)$/;
const rule = /^\s*([-*])(?:[ \t]*\1){2,}[ \t]*$/;

export function startContinuing(field) {
  field.addEventListener("keydown", (event) => {
    // Some browsers report the Enter that ends a composition with this code only.
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const edit = field.selectionStart === field.selectionEnd && next(field.value, field.selectionStart);
    if (!edit) return;
    event.preventDefault();
    apply(field, edit);
  });
}

// The edit for Enter at a place, or `undefined` where a line end is enough.
function next(text, place) {
  const [first, last] = lines(text, place, place);
  const line = text.slice(first, last);
  const [, outer, mark, number, point, words] = marked.exec(line);
  const isPlain = (!mark && !outer.includes(">")) || rule.test(line);
  if (isPlain || place - first < line.length - words.length) return undefined;
  if (words.trim()) {
    const own = number ? `${Number(number) + 1}${point} ` : mark ? `${mark} ` : "";
    return { start: place, end: place, text: `\n${outer}${own}` };
  }
  // Without an empty line, Markdown would add the next line to the list or quotation.
  const rest = mark && outer.includes(">") ? outer : "";
  return { start: first, end: last, text: `${rest.trimEnd()}\n${rest}` };
}
