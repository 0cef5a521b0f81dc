// Tables as Markdown (GFM 0.29, section 4.10).
import { style } from "./cleaning.js";

const most = { columns: 100, cells: 10_000 };

// Whether a table only places parts of a page.
export function isLayout(table) {
  const widest = Math.max(0, ...[...table.rows].map((row) => row.cells.length));
  return widest < 2 || table.querySelector("table") !== null || table.getAttribute("role") === "presentation";
}

// The block of a table. `words(cell, isHeading)` returns the text of a cell.
export function table(element, words) {
  const rows = cells(element);
  const width = Math.max(...rows.map((row) => row.length));
  if (width > most.columns || width * rows.length > most.cells) throw new RangeError("too large a table");
  const hasHeadings = isHeading(element, rows[0]);
  const text = (cell, heading) => (cell ? words(cell, heading) : "").replaceAll("|", "\\|");
  const line = (row, heading) => `| ${Array.from({ length: width }, (_, at) => text(row[at], heading)).join(" | ")} |`;
  const sample = rows[rows.length > 1 ? 1 : 0];
  const rule = `| ${Array.from({ length: width }, (_, at) => alignment(sample[at])).join(" | ")} |`;
  const content = (hasHeadings ? rows.slice(1) : rows).map((row) => line(row, false));
  const lines = [line(hasHeadings ? rows[0] : [], true), rule, ...content];
  return { kind: "table", write: () => lines.join("\n") };
}

// The cells by row and column. A cell that spans others leaves their places empty.
function cells(element) {
  const rows = [...element.rows].map(() => []);
  [...element.rows].forEach((row, down) => {
    let across = 0;
    for (const cell of row.cells) {
      while (rows[down][across] !== undefined) across += 1;
      const [wide, high] = [Math.min(cell.colSpan, most.columns + 1), Math.min(cell.rowSpan || 1, rows.length - down)];
      if (wide * high > most.cells) throw new RangeError("too large a cell");
      for (let place = 0; place < wide * high; place += 1) {
        rows[down + Math.floor(place / wide)][across + (place % wide)] = null;
      }
      rows[down][across] = cell;
      across += wide;
    }
  });
  return rows.filter((row) => row.some((cell) => cell?.textContent.trim()));
}

// Whether the first row has the headings of the columns. Markdown needs headings, so a row that names none has them,
// too, but not a row whose first cell is the heading of the row.
function isHeading(element, row) {
  if (!element.rows[0].textContent.trim()) return false;
  if (row.some((cell) => cell?.closest("thead")) || !row.some((cell) => cell?.localName === "th")) return true;
  return row.every((cell) => !cell?.textContent.trim() || cell.localName === "th");
}

function alignment(cell) {
  const inside = cell?.querySelector("p[data-style], div[data-style], p[align]");
  const side = [cell, inside]
    .map((each) => each && (style(each)["text-align"] ?? each.getAttribute("align"))).find(Boolean);
  return { right: "--:", end: "--:", center: ":-:" }[side] ?? "---";
}
