// Words inside a paragraph: a list of runs of text with one style each, and the Markdown of such a list.
import { escaped } from "./escaping.js";

const marks = { strong: "**", em: "*", del: "~~" };
// The blanks at both ends of a text, and what is between them.
const apart = /^([ \u00a0]*)([^]*?)([ \u00a0]*)$/;
const isBlank = (run) => !run.note && !run.breaks && !run.code && !run.text.trim();
const isWordlike = (character) => /[\p{L}\p{N}\p{M}]/u.test(character ?? "");

// The Markdown of runs: `{ text, strong, em, del, href }`, `{ breaks }`, `{ code }` or `{ note }`, a footnote's label.
// Styles in `without` are left out, and with `isOneLine`, so are line ends.
export function written(runs, { without = [], isOneLine = false } = {}) {
  let parts = runs.map((run) => ({ ...run, ...Object.fromEntries(without.map((name) => [name, false])) }));
  parts = trimmed(parts.map((run) => (isOneLine && run.breaks ? { ...run, breaks: false, text: " " } : run)));
  evenOutLinks(parts);
  neutralize(parts);
  parts = parts.flatMap((run, index) => withoutEdges(run, parts[index - 1], parts[index + 1]));
  return nested(parts, ["strong", "em", "del", "href"]);
}

// Collapses white space, as browsers do. A no-break space stays where it stands alone between words.
function trimmed(runs) {
  const parts = [];
  let endsBlank = true;
  for (const run of runs) {
    const text = cleaned(run.text ?? "");
    const rest = endsBlank ? text.replace(/^[ \u00a0]+/, "") : text;
    if (!rest && run.text !== undefined && !run.breaks) continue;
    if (run.breaks) trimEnd(parts);
    endsBlank = run.breaks || /[ \u00a0]$/.test(rest);
    // Blanks are runs of their own, so that no emphasis begins or ends with one.
    const [, core, end] = /^([^]*?)([ \u00a0]*)$/.exec(rest);
    if (core || run.text === undefined || run.breaks) parts.push({ ...run, text: core });
    if (end) parts.push({ ...run, text: end });
  }
  while (parts.at(-1)?.breaks || (parts.length && isBlank(parts.at(-1)))) parts.pop();
  return parts.flatMap(startApart);
}

function trimEnd(parts) {
  while (parts.length && isBlank(parts.at(-1))) parts.pop();
}

function startApart(run) {
  const start = /^[ \u00a0]+/.exec(run.text)?.[0];
  if (!start || start === run.text) return [run];
  return [{ ...run, text: start }, { ...run, text: run.text.slice(start.length) }];
}

// A soft hyphen stays inside a word. Characters that nobody sees, except those that join letters, do not stay.
function cleaned(text) {
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffc]/g, "")
    .replace(/[ \t\n\v\f\r\u00a0\u2028\u2029]+/g, (blank) => (blank === "\u00a0" ? blank : " "))
    .replace(/(?<!\p{L})\u00ad|\u00ad(?!\p{L})/gu, "");
}

// A link has one style, so that it stays one link.
function evenOutLinks(parts) {
  for (let start = 0; start < parts.length;) {
    let end = start + 1;
    while (end < parts.length && parts[end].href === parts[start].href) end += 1;
    const link = parts.slice(start, end);
    for (const name of parts[start].href ? Object.keys(marks) : []) {
      const isAll = link.every((run) => run[name] || isBlank(run));
      for (const run of link) run[name] = isAll;
    }
    start = end;
  }
}

// Blanks take the style that both of their neighbors have.
function neutralize(parts) {
  const following = [];
  for (let index = parts.length - 1, next = {}; index >= 0; index -= 1) {
    following[index] = next;
    if (!isBlank(parts[index])) next = parts[index];
  }
  parts.forEach((run, index) => {
    if (!isBlank(run) && !run.breaks) return;
    const [before, after] = [parts[index - 1] ?? {}, following[index]];
    for (const name of Object.keys(marks)) run[name] = Boolean(before[name] && after[name]);
    run.href = before.href === after.href ? before.href : undefined;
  });
}

// A mark between a letter and a punctuation mark or another mark may mark nothing (CommonMark 0.31, section 6.2). So
// punctuation at the edge of emphasis loses it, and so do words that cannot keep it.
function withoutEdges(run, before, after) {
  if (isBlank(run) || run.breaks) return [run];
  const names = Object.keys(marks);
  const opens = names.filter((name) => run[name] && !before?.[name]);
  const closes = names.filter((name) => run[name] && !after?.[name]);
  const isMixed = (some) => some.includes("del") && some.length > 1;
  const isTorn = names.some((name) => before?.[name] && !run[name]) || isMixed(opens);
  const opensBadly = opens.length && edge(before, -1) === "word" && (isTorn || edge(run, 0) === "mark");
  const closesBadly = closes.length && edge(after, 0) === "word" && (isMixed(closes) || edge(run, -1) === "mark");
  if (!opensBadly && !closesBadly) return [run];
  const plain = { ...run, strong: false, em: false, del: false };
  const [, lead, core, trail] = /^([^\p{L}\p{N}]*)([^]*?)([^\p{L}\p{N}\p{M}]*)$/u.exec(run.text ?? "");
  if (run.href || run.code || run.note || !core || (opensBadly && !lead) || (closesBadly && !trail)) return [plain];
  const inner = { ...run, text: (opensBadly ? "" : lead) + core + (closesBadly ? "" : trail) };
  return [{ ...plain, text: opensBadly ? lead : "" }, inner, { ...plain, text: closesBadly ? trail : "" }]
    .filter((each) => each.text);
}

// The kind of character at an end of a run, as Markdown sees it.
function edge(run, end) {
  if (!run || run.breaks || (isBlank(run) && !run.code && !run.note)) return "blank";
  if (run.href || run.code || run.note) return "mark";
  return isWordlike([...run.text].at(end)) ? "word" : "mark";
}

// Groups the neighbors that share a style. The style that lasts longest is the outermost, so that marks seldom meet.
function nested(parts, names) {
  let out = "";
  for (let start = 0; start < parts.length;) {
    const extents = names.map((name) => [extent(parts, start, name), name]).filter(([end]) => end > start);
    const [end, name] = extents.reduce((longest, each) => (each[0] > longest[0] ? each : longest), [start]);
    if (!name) {
      let next = start + 1;
      while (next < parts.length && !names.some((each) => parts[next][each])) next += 1;
      out += plain(parts.slice(start, next));
      start = next;
      continue;
    }
    const group = parts.slice(start, end);
    const inner = nested(group, names.filter((each) => each !== name));
    const [, before, words, after] = apart.exec(inner);
    const whole = words && marked(name, parts[start][name], words, group);
    // Where stars would meet stars, nobody knows which of them end and which begin.
    const collides = !before && whole.startsWith("*") && out.endsWith("*") && !out.endsWith("\\*");
    out += before + (collides ? nested(group.map(withoutStars), names) : whole) + after;
    start = end;
  }
  return out;
}

const withoutStars = (run) => ({ ...run, strong: false, em: false });

// The end of the runs that have the same style, or the start if the first run lacks it.
function extent(parts, start, name) {
  let end = start;
  while (end < parts.length && parts[start][name] && parts[end][name] === parts[start][name]) end += 1;
  return end;
}

function marked(name, href, inner, group) {
  if (name !== "href") return marks[name] + inner + marks[name];
  const words = group.map((run) => run.text).join("").trim();
  if (words === href || `${words}/` === href) return `<${href}>`;
  const encoded = href.replace(/[()<>\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  const destination = encoded.replace(/&(?=\w+;)/g, "\\&");
  return `[${inner}](${destination})`;
}

// Text of the same style is escaped as one, so that a mark inside a word stays as it is.
function plain(parts) {
  let [out, text] = ["", ""];
  for (const run of [...parts, {}]) {
    if (run.text && !run.code && !run.note) {
      text += run.text;
      continue;
    }
    const [, before, words, after] = apart.exec(text);
    out += before + escaped(words) + after;
    text = "";
    if (run.breaks) out += "\\\n";
    if (run.note) out += `[^${run.note}]`;
    if (run.code) out += coded(run.code);
  }
  return out;
}

function coded(text) {
  const line = text.replace(/\s+/g, " ").trim();
  const fence = "`".repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return line ? `${fence}${/^`|`$/.test(line) ? ` ${line} ` : line}${fence}` : "";
}
