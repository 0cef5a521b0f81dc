// Crossheads, quotations, lists, tables and other blocks. Each function returns an edit; see editing.js.
import { gaps, lines } from "./editing.js";

const marks = { quotation: /^>( |$)/, list: /^[-*+]( |$)/, numbers: /^\d+[.)]( |$)/, crosshead: /^#{1,6}( |$)/ };
const anyMark = /^(?:[-*+]|\d+[.)]|#{1,6})( |$)/;

// Sets the mark of a kind before each selected line, or takes it away.
export function toggle(text, start, end, kind) {
  const [first, last] = lines(text, start, end);
  const old = text.slice(first, last).split("\n");
  const isMarked = old.some((line) => line.trim()) && old.every((line) => !line.trim() || marks[kind].test(line));
  const now = isMarked ? old.map((line) => line.replace(marks[kind], "")) : marked(old, kind);
  const [lead, trail] = isMarked ? ["", ""] : gaps(text.slice(0, first), text.slice(last));
  const block = now.join("\n");
  const place = first + lead.length;
  const edit = { start: first, end: last, text: lead + block + trail };
  if (start < end) return { ...edit, from: place, to: place + block.length };
  const caret = Math.max(place, place + block.length - (last - end));
  return { ...edit, from: caret, to: caret };
}

function marked(old, kind) {
  if (kind === "quotation") return old.map((line) => (line.trim() || old.length === 1 ? `> ${line}` : ">"));
  const words = old.filter((line) => line.trim() || old.length === 1).map((line) => line.replace(anyMark, ""));
  const mark = { list: () => "- ", numbers: (index) => `${index + 1}. `, crosshead: () => "## " }[kind];
  return words.map((line, index) => mark(index) + line);
}

// Puts a block after the lines of the selection, or in the place of an empty line. `chosen` is selected in it.
function placed(text, start, end, block, chosen = "") {
  const [first, last] = lines(text, start, end);
  const at = text.slice(first, last).trim() ? last : first;
  const [lead, trail] = gaps(text.slice(0, at), text.slice(last));
  const from = at + lead.length + (chosen ? block.indexOf(chosen) : block.length);
  return { start: at, end: last, text: lead + block + trail, from, to: from + chosen.length };
}

export function table(text, start, end, { column }) {
  return placed(text, start, end, `| ${column} | ${column} |\n| --- | --- |\n|  |  |`, column);
}

export function picture(text, start, end, number) {
  return placed(text, start, end, `![](picture:${number})`);
}

// A box with the selected lines in it.
export function facts(text, start, end, { title, fact }) {
  if (start === end) return placed(text, start, end, `> [!FACTS] ${title}\n> - ${fact}`, title);
  const [first, last] = lines(text, start, end);
  const content = text.slice(first, last).split("\n").map((line) => (line.trim() ? `> ${line}` : ">")).join("\n");
  const [lead, trail] = gaps(text.slice(0, first), text.slice(last));
  const from = first + lead.length + "> [!FACTS] ".length;
  return {
    start: first, end: last, text: `${lead}> [!FACTS] ${title}\n${content}${trail}`, from, to: from + title.length,
  };
}

// The numbers that footnotes of a text have.
export const footnotes = (text) => [...text.matchAll(/\[\^(\d{1,6})\]/g)].map((match) => Number(match[1]));

// A reference after the selection, and its footnote at the end of the text.
export function footnote(text, _, end, words) {
  const label = `[^${footnotes(text).reduce((most, number) => Math.max(most, number), 0) + 1}]`;
  const inserted = `${label}${text.slice(end).trimEnd()}\n\n${label}: `;
  const from = end + inserted.length;
  return { start: end, end: text.length, text: inserted + words.footnote, from, to: from + words.footnote.length };
}
