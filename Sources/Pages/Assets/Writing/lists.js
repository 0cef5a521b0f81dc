// Lists as Markdown. A list is a block: `{ kind, write(isOther) }`, where `isOther` asks for the other mark, because
// two lists with the same mark would become one.

// The blocks of a list. `content` returns the blocks inside an element.
export function list(element, content) {
  const items = [];
  for (const child of element.children) {
    if (/^[ou]l$/.test(child.localName) && items.length) items.at(-1).push(...list(child, content));
    else items.push(content(child));
  }
  const filled = items.filter((blocks) => blocks.length);
  const isOrdered = element.localName === "ol";
  const start = /^\d{1,8}$/.test(element.getAttribute("start") ?? "") ? Number(element.getAttribute("start")) : 1;
  if (!filled.length) return [];
  return [{ kind: isOrdered ? "ol" : "ul", start, write: (isOther) => written(filled, isOrdered, start, isOther) }];
}

function written(items, isOrdered, start, isOther) {
  const isList = (block) => /^[ou]l$/.test(block.kind);
  const isApart = (block, index) => (index && !isList(block)) || (block.kind === "ol" && block.start !== 1);
  const isLoose = items.some((blocks) => blocks.some(isApart));
  return items.map((blocks, index) => {
    const mark = isOrdered ? `${start + index}${isOther ? ")" : "."} ` : isOther ? "* " : "- ";
    return mark + joined(blocks, isLoose ? "\n\n" : "\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
  }).join(isLoose ? "\n\n" : "\n").replace(/[ \t]+$/gm, "");
}

// Blocks with a gap between them.
export function joined(blocks, gap = "\n\n") {
  let isOther = false;
  return blocks.map((block, index) => {
    isOther = block.kind === blocks[index - 1]?.kind && !isOther;
    return (index ? (isOther ? "\n\n" : gap) : "") + block.write(isOther);
  }).join("");
}
