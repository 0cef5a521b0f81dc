// Turns HTML from a word processor or a web page into Markdown.
import { address, parsed, style } from "./cleaning.js";
import { protectLines } from "./escaping.js";
import { joined, list } from "./lists.js";
import { written } from "./phrases.js";
import { isLayout, table } from "./tables.js";
import { makeLists, takeFootnotes } from "./word.js";

const most = { characters: 2_000_000, nodes: 200_000, depth: 100, milliseconds: 1_500 };
const blockNames = `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table ul`.split(/\s+/);
const [blockName, anyBlock] = [new Set(blockNames), blockNames.join()];

// Returns `{ text, isPhrase }`, where a phrase fits into a line, or `undefined` if the HTML is beyond a limit or
// comes from an editor of code. `taken` has the numbers of footnotes that the text has already.
export function markdown(html, taken = []) {
  if (html.length > most.characters) return undefined;
  try {
    const body = parsed(html);
    if ([...body.children].some((child) => style(child)["white-space"] === "pre")) return undefined;
    makeLists(body);
    return new Conversion(takeFootnotes(body), taken).result(body);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class Conversion {
  #notes;
  #labels = new Map();
  #taken;
  #nodes = 0;
  #end = performance.now() + most.milliseconds;

  constructor(notes, taken) {
    this.#notes = notes;
    this.#taken = taken.reduce((highest, number) => Math.max(highest, number), 0);
  }

  result(body) {
    const blocks = this.#blocks(body, {}, 0);
    const isPhrase = blocks.length === 1 && blocks[0].kind === "p" && !this.#labels.size;
    for (const [name, label] of this.#labels) {
      const text = joined(this.#blocks(this.#notes.get(name), {}, 0)).replaceAll("\n", "\n    ");
      blocks.push({ kind: "note", write: () => `[^${label}]: ${text.replace(/[ \t]+$/gm, "")}` });
    }
    return { text: joined(blocks), isPhrase };
  }

  // The blocks inside an element, whose text has a style from outside.
  #blocks(parent, outer, depth) {
    const blocks = [];
    let runs = [];
    const end = () => {
      blocks.push(...paragraphs(runs));
      runs = [];
    };
    for (const child of parent.childNodes) {
      this.#count(depth);
      const isBlock = child.nodeType === Node.ELEMENT_NODE
        && (blockName.has(child.localName) || child.querySelector(anyBlock) !== null);
      if (isBlock) {
        end();
        blocks.push(...this.#block(child, styled(child, outer), depth + 1));
      } else {
        this.#collect(child, outer, runs, depth + 1);
      }
    }
    end();
    return blocks;
  }

  #block(element, outer, depth) {
    const name = element.localName;
    const inside = (each) => this.#blocks(each, outer, depth);
    if (name === "hr") return [{ kind: "rule", write: () => "---" }];
    if (name === "pre") return columns(element);
    if (name === "ul" || name === "ol") return list(element, inside);
    if (name === "table") return isLayout(element) ? inside(element) : this.#table(element, depth);
    if (/^h[1-6]$/.test(name)) return this.#heading(element, Number(name[1]), depth);
    if (element.matches("p.MsoTitle")) return this.#heading(element, 1, depth);
    if (name !== "blockquote") return inside(element);
    const text = joined(inside(element));
    return text ? [{ kind: "quotation", write: () => text.replace(/^/gm, "> ").replace(/ +$/gm, "") }] : [];
  }

  #heading(element, level, depth) {
    const text = written(this.#runs(element, depth), { without: ["strong"], isOneLine: true });
    const mark = level > 2 ? "###" : "##";
    return text ? [{ kind: "heading", write: () => `${mark} ${text.replace(/#+$/, "\\$&")}` }] : [];
  }

  #table(element, depth) {
    const words = (cell, isHeading) =>
      written(this.#runs(cell, depth), { without: isHeading ? ["strong"] : [], isOneLine: true });
    const caption = element.caption ? this.#blocks(element.caption, {}, depth) : [];
    return element.textContent.trim() ? [...caption, table(element, words)] : [];
  }

  #runs(element, depth) {
    const runs = [];
    this.#collect(element, {}, runs, depth);
    return runs;
  }

  // Adds the runs of a node. Blocks inside it count as words with a space around them.
  #collect(node, outer, runs, depth) {
    this.#count(depth);
    if (node.nodeType === Node.TEXT_NODE) runs.push({ ...outer, text: node.data });
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.localName === "br") runs.push({ ...outer, breaks: true });
    else if (node.localName === "code" && node.textContent.trim()) runs.push({ ...outer, code: node.textContent });
    else if (node.dataset.note) runs.push({ ...outer, note: this.#label(node.dataset.note) });
    else {
      const isApart = blockName.has(node.localName);
      if (isApart) runs.push({ ...outer, text: " " });
      const inner = styled(node, outer);
      for (const child of node.childNodes) this.#collect(child, inner, runs, depth + 1);
      if (isApart) runs.push({ ...outer, text: " " });
    }
  }

  #label(name) {
    if (!this.#labels.has(name)) this.#labels.set(name, this.#taken += 1);
    return this.#labels.get(name);
  }

  #count(depth) {
    this.#nodes += 1;
    if (depth > most.depth || this.#nodes > most.nodes) throw new RangeError("too many parts");
    if (this.#nodes % 256 === 0 && performance.now() > this.#end) throw new RangeError("too slow");
  }
}

// The style of the text in an element. Google Docs sets all text in a `b` that is not bold.
function styled(element, outer) {
  const [name, own] = [element.localName, style(element)];
  const [weight, slant] = [own["font-weight"], own["font-style"]];
  const line = `${own["text-decoration"] ?? ""} ${own["text-decoration-line"] ?? ""}`;
  const inner = { ...outer };
  if (name === "b" || name === "strong") inner.strong = true;
  if (name === "i" || name === "em" || name === "cite" || name === "dfn") inner.em = true;
  if (weight) inner.strong = /^(bold|bolder|[6-9]\d\d)$/.test(weight);
  if (slant) inner.em = /^(italic|oblique)/.test(slant);
  if (/^(s|strike|del)$/.test(name) || line.includes("line-through")) inner.del = true;
  if (name === "a" && element.hasAttribute("href")) inner.href = address(element.getAttribute("href"));
  return inner;
}

// Two line ends in a row separate paragraphs.
function paragraphs(runs) {
  const groups = [[]];
  let breaks = 0;
  for (const run of runs) {
    const isBlank = !run.breaks && run.text !== undefined && !run.text.trim();
    breaks = run.breaks ? breaks + 1 : isBlank ? breaks : 0;
    if (breaks === 2) groups.push([]);
    if (breaks < 2) groups.at(-1).push(run);
  }
  const texts = groups.map((group) => protectLines(written(group))).filter(Boolean);
  return texts.map((text) => ({ kind: "p", write: () => text }));
}

// Columns that are made of spaces.
function columns(element) {
  for (const line of element.querySelectorAll("br")) line.replaceWith("\n");
  const text = element.textContent.replace(/^\n+|\s+$/g, "").replaceAll("\t", "    ");
  const fence = "`".repeat(Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return text.trim() ? [{ kind: "columns", write: () => `${fence}\n${text}\n${fence}` }] : [];
}
