// What word processors write in ways of their own becomes ordinary HTML: lists of Microsoft Word, and the footnotes
// of Word, LibreOffice and Google Docs.

// Word writes each item of a list as a paragraph with a level, and its bullet or number as text.
export function makeLists(body) {
  let open = [];
  for (const line of body.querySelectorAll("p[data-style*='mso-list' i]")) {
    const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(line.dataset.style);
    if (!level) continue;
    if (line.previousElementSibling !== open[0]) open = [];
    const marker = line.querySelector("[data-style*='mso-list:ignore' i]")?.textContent.trim() ?? "";
    open = open.slice(0, Math.max(1, Number(level[1])));
    const depth = Math.min(Number(level[1]), open.length + 1);
    const kind = /^\(?[\p{L}\p{N}]{1,4}[.)]/u.test(marker) ? "ol" : "ul";
    if (open[depth - 1]?.localName !== kind) open[depth - 1] = begin(kind, marker, line, open[depth - 2]);
    const item = document.createElement("li");
    open[depth - 1].append(item);
    item.append(line);
  }
  for (const marker of body.querySelectorAll("[data-style*='mso-list:ignore' i]")) marker.remove();
}

function begin(kind, marker, line, outer) {
  const list = document.createElement(kind);
  const number = /^\(?(\d{1,9})/.exec(marker);
  if (kind === "ol" && number) list.setAttribute("start", number[1]);
  if (outer) outer.lastElementChild.append(list);
  else line.before(list);
  return list;
}

const anchor = /#_?(ftnt|ftn|edn|sdfootnote|sdendnote)(_?ref)?(\d{1,6})(sym|anc)?$/;
const bodies = ["ftn", "edn", "sdfootnote", "sdendnote"].map((name) => `div[id^=${name}]`).join();

// Takes the footnotes out of the text. Returns their elements, by names that their references carry as
// `data-note`.
export function takeFootnotes(body) {
  const notes = new Map();
  const links = [...body.querySelectorAll("a[href*='#']")]
    .map((link) => ({ link, match: anchor.exec(link.getAttribute("href")) })).filter(({ match }) => match);
  const isBack = ({ match }) => Boolean(match[2]) || match[4] === "anc";
  for (const { link, match } of links.filter(isBack)) {
    const note = link.closest(bodies) ?? link.closest("p, li, div");
    link.remove();
    note?.remove();
    if (note) notes.set(match[1] + match[3], note);
  }
  const rest = ["footnote", "endnote"].map((name) => `[data-style*='mso-element:${name}-list' i]`).join();
  for (const each of body.querySelectorAll(rest)) {
    each.remove();
  }
  for (const { link, match } of links.filter((each) => !isBack(each))) {
    const reference = document.createElement("span");
    if (notes.has(match[1] + match[3])) reference.dataset.note = match[1] + match[3];
    link.replaceWith(reference);
  }
  return notes;
}
