// Text as Markdown that shows exactly that text, by the rules of the server (`MarkdownText`).

const isWord = (character) => character !== undefined && /[A-Za-z0-9]/.test(character);

// Escapes text for use inside a line. The lines must then pass through `protectLines`.
export function escaped(text) {
  let out = "";
  for (let index = 0; index < text.length; index += 1) {
    out += (isMark(text, index) ? "\\" : "") + text[index];
  }
  return out;
}

// Whether a character would be markup at this place (CommonMark 0.31, section 6; GFM 0.29, section 6.5). More text
// may stand before and after it, so marks at the ends count.
function isMark(text, index) {
  const [previous, next] = [text[index - 1], text[index + 1]];
  switch (text[index]) {
    case "\\": case "`": case "[": case "]": return true;
    case "*": return !(previous === " " && next === " ");
    case "_": return !(isWord(previous) && isWord(next));
    case "~": return next === "~" || previous === "~" || next === undefined || previous === undefined;
    case "<": return next === undefined || /[A-Za-z0-9/!?]/.test(next);
    case "&": return /^&#?[A-Za-z0-9]*(;|$)/.test(text.slice(index, index + 42));
    default: return false;
  }
}

// Lines of a paragraph, of which none begins like a heading, a list, a quotation, a rule, a table or a footnote
// (CommonMark 0.31, sections 4 and 5).
export function protectLines(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean).map(protectStart).join("\n");
}

function protectStart(line) {
  if (/^([=\s]+|[-:|\s]+)$/.test(line) || /^(>|#+(\s|$)|[-+*](\s|$))/.test(line)) return `\\${line}`;
  return line.replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2").replace(/^(\[\^\d+\]):/, "$1\\:");
}
