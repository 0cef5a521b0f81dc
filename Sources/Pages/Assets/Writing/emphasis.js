// Bold, italic and links: marks inside a paragraph. Each function returns an edit; see editing.js. The selection
// has no blanks at its ends.
import { whole } from "./editing.js";

const has = { "**": (stars) => stars >= 2, "*": (stars) => stars % 2 === 1 };
const enclosing = {
  "**": /(?<![\\*_])(\*\*|__)(?=[^\s*_])(.+?)(?<=\S)\1/g,
  "*": /(?<![\\*_\p{L}\p{N}])([*_])(?=[^\s*_])((?:(?!\1).)+?)(?<=\S)\1(?![*_])/gu,
};
// What may stand before the words of a line: marks of quotations, lists and crossheads.
const beginning = /^(\s*(?:(?:>|[-*+]|\d+[.)]|#{1,6})\s+)*)(.*?)(\s*)$/;
const links = /\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)/g;

// Sets a mark around the selected text or the word at the caret, or takes it away. A caret stays a caret, so that the
// next letters do not replace the word.
export function emphasize(text, start, end, mark) {
  const selected = text.slice(start, end);
  if (selected.includes("\n")) return emphasizeLines(selected, start, end, mark);
  if (selected) return emphasizeWords(text, ...withoutStars(text, start, end), mark);
  const [first, last] = wordAt(text, start);
  const edit = emphasizeWords(text, first, last, mark);
  const caret = start + edit.from - first;
  return { ...edit, from: caret, to: caret };
}

function emphasizeWords(text, start, end, mark) {
  const [before, after] = [stars(text, start, -1), stars(text, end, 1)];
  const inner = text.slice(start, end);
  if (has[mark](Math.min(before, after))) return unmarked(start - mark.length, end + mark.length, inner);
  const [first, last] = [text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", end)];
  const line = text.slice(first, last < 0 ? text.length : last);
  for (const match of line.matchAll(enclosing[mark])) {
    const [from, to] = [first + match.index, first + match.index + match[0].length];
    if (from <= start && end <= to) return {
      ...unmarked(from, to, match[2]), from: start - mark.length, to: end - mark.length,
    };
  }
  return { start, end, text: mark + inner + mark, from: start + mark.length, to: end + mark.length };
}

const unmarked = (start, end, text) => ({ start, end, text, from: start, to: start + text.length });

// The selection without stars at its ends.
function withoutStars(text, start, end) {
  while (end - start > 2 && text[start] === "*" && text[end - 1] === "*") [start, end] = [start + 1, end - 1];
  return [start, end];
}

function wordAt(text, place) {
  const before = /(?:[\p{L}\p{N}’'-][\p{M}\u200c\u200d]*)*$/u.exec(text.slice(Math.max(0, place - 100), place))[0];
  const after = /^(?:[\p{L}\p{N}’'-][\p{M}\u200c\u200d]*)*/u.exec(text.slice(place, place + 100))[0];
  return whole(text, place - before.length, place + after.length);
}

// The number of stars on one side of a place, at most three.
function stars(text, place, step) {
  let count = 0;
  const at = (index) => text[step < 0 ? place - 1 - index : place + index];
  while (count < 3 && at(count) === "*") count += 1;
  return step < 0 && at(count) === "\\" ? count - 1 : count;
}

// A mark never spans paragraphs, so each line gets its own.
function emphasizeLines(selected, start, end, mark) {
  const parts = selected.split("\n").map((line) => beginning.exec(line));
  const isMarked = ([, , words]) =>
    has[mark](Math.min(/^\**/.exec(words)[0].length, /\**$/.exec(words)[0].length)) && words.length > 2 * mark.length;
  const removes = parts.every((part) => !part[2] || isMarked(part));
  const text = parts.map((part) => {
    const [, lead, words, trail] = part;
    if (!words || isMarked(part) !== removes) return part[0];
    return lead + (removes ? words.slice(mark.length, -mark.length) : mark + words + mark) + trail;
  }).join("\n");
  return { start, end, text, from: start, to: start + text.length };
}

// Makes a link of the selected words or the selected address. In a link, selects its address.
export function link(text, start, end, words) {
  const [first, last] = [text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", end)];
  for (const match of text.slice(first, last < 0 ? text.length : last).matchAll(links)) {
    const from = first + match.index;
    const address = from + match[1].length + 3;
    if (from < start && end < from + match[0].length) {
      return { start, end, text: text.slice(start, end), from: address, to: address + match[2].length };
    }
  }
  const selected = text.slice(start, end);
  if (isAddress(selected)) return linked(start, end, words.linked, selected, false);
  if (selected) [start, end] = withoutStars(text, start, end);
  return linked(start, end, text.slice(start, end) || words.linked, "https://", Boolean(selected));
}

export const isAddress = (text) => /^https?:\/\/[^\s()<>]+$/.test(text.trim());

export function linked(start, end, words, address, selectsAddress) {
  const from = start + (selectsAddress ? words.length + 3 : 1);
  const to = from + (selectsAddress ? address : words).length;
  return { start, end, text: `[${words}](${address})`, from, to };
}
