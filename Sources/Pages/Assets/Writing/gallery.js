// The pictures of a story as a list with small images. The field with numbers and captions stays the source: it is what
// the form sends and what the journal keeps.
import { startPicker } from "./picker.js";

const parse = (text) => text.split("\n").flatMap((line) => {
  const [, number, caption] = line.match(/^\s*(\d+)\s*:(.*)$/s) ?? [];
  if (number) return [{ number, caption: caption.trim() }];
  return (line.match(/\d+/g) ?? []).map((each) => ({ number: each, caption: "" }));
});
const print = (entries) =>
  entries.map(({ number, caption }) => (caption ? `${number}: ${caption}` : number)).join("\n");

export function startGallery(form) {
  const frame = form.querySelector(".gallery-field");
  const field = form.elements.gallery;
  const parts = document.getElementById("gallery-tools").content.cloneNode(true);
  const [list, tools] = [parts.querySelector(".chosen"), parts.querySelector(".chosen-tools")];
  const [status, dialog] = [parts.querySelector(".moves"), parts.querySelector("dialog")];
  const opener = parts.querySelector(".choosing");
  const rows = new Map();
  tools.remove();

  function say(sentence, number, place = "") {
    status.textContent = status.dataset[sentence].replace("{number}", number).replace("{place}", place);
  }

  function write(entries) {
    field.value = print(entries);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function row({ number, caption }, index, entries) {
    const item = document.createElement("li");
    const known = rows.get(number);
    const image = known?.querySelector("img, .no-picture");
    const text = document.createElement("p");
    text.dir = "auto";
    const name = frame.dataset.name.replace("{number}", number);
    text.textContent = [name, known?.querySelector("p")?.textContent].filter(Boolean).join(": ");
    const own = tools.cloneNode(true);
    own.querySelector(".texts").href = `${frame.dataset.library}/${number}`;
    const input = own.querySelector("input");
    input.value = caption;
    input.addEventListener("input", () => {
      const now = parse(field.value);
      const entry = now.find((each) => each.number === number);
      if (!entry) return;
      entry.caption = input.value.replace(/\s+/g, " ").trim();
      field.value = print(now);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // Enter would press the first button of the form.
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    const move = (by) => () => {
      const now = parse(field.value);
      const place = now.findIndex((each) => each.number === number);
      const [entry] = now.splice(place, 1);
      now.splice(place + by, 0, entry);
      write(now);
      draw();
      say("moved", number, place + by + 1);
      const next = list.children[place + by];
      (next.querySelector(by < 0 ? ".up:not(:disabled)" : ".down:not(:disabled)") ?? next.querySelector("button"))?.focus();
    };
    const [up, down] = [own.querySelector(".up"), own.querySelector(".down")];
    up.disabled = index === 0;
    down.disabled = index === entries.length - 1;
    up.addEventListener("click", move(-1));
    down.addEventListener("click", move(1));
    own.querySelector(".remove").addEventListener("click", () => {
      write(parse(field.value).filter((each) => each.number !== number));
      draw();
      say("removed", number);
      opener.focus();
    });
    if (image) item.append(image.cloneNode(true));
    item.append(text, own);
    return item;
  }

  function draw() {
    list.replaceChildren(...parse(field.value).map(row));
  }

  // Asks for the images of numbers that nobody has seen yet.
  async function learn() {
    const unknown = parse(field.value).map((each) => each.number).filter((number) => !rows.has(number));
    if (unknown.length > 0) {
      const answer = await fetch(`${frame.dataset.library}?numbers=${unknown.join("-")}`).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const item of page.querySelectorAll(".library li")) rows.set(item.id.replace("picture-", ""), item);
    }
    draw();
  }

  startPicker(dialog, opener, frame.dataset.library, {
    has: (number) => parse(field.value).some((each) => each.number === number),
    add(number, item) {
      rows.set(number, item);
      write([...parse(field.value), { number, caption: "" }]);
      draw();
      say("added", number);
    },
  });
  frame.querySelector(".choose")?.remove();
  frame.querySelector(".field").classList.add("replaced");
  frame.append(parts);
  // Text may come back into the field from the journal or after a conflict.
  field.addEventListener("input", (event) => {
    if (event.isTrusted || !frame.contains(document.activeElement)) learn();
  });
  draw();
  learn();
}
