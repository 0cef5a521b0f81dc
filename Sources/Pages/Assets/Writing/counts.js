// Counts words while somebody writes, and shows how lists of stories show the headline.
import { counted, length, part, sentences } from "./tools.js";

const wordsPerMinute = 230;
// Search engines cut titles at this width.
const found = { font: "20px Arial, sans-serif", pixels: 600 };
// More lines of a lead headline than this push the story off the first screen.
const mostLines = 5;

export function startCounting(form) {
  const { headline, body, language } = form.elements;
  const [counts, alert, looks] = [part("#text-counts"), part("#count-alert"), part("#headline-looks")];
  body.after(counts, alert);
  body.setAttribute("aria-describedby", `${body.getAttribute("aria-describedby") ?? ""} text-counts`.trim());
  headline.after(looks);
  soonAfter(body, () => countText(body.value, language.value, counts, alert));
  soonAfter(headline, () => lookAt(headline.value.trim(), looks));
}

// Runs an action now and after each pause in typing. A slow action waits for a longer pause.
function soonAfter(field, action) {
  let [waiting, took] = [undefined, 0];
  const run = () => {
    const start = performance.now();
    action();
    took = performance.now() - start;
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 150 + 5 * took);
  });
  run();
}

function countText(text, language, counts, alert) {
  const [words, characters] = [countWords(readable(text), language), length(text)];
  const [all, minutes, limit] = counts.children;
  all.textContent = counted(sentences.words, words);
  const time = counted(sentences.minutes, Math.max(1, Math.round(words / wordsPerMinute)));
  minutes.textContent = words ? `· ${time}` : "";
  limit.textContent = characters > .9 * sentences.textLimit ? `· ${counted(sentences.text, characters)}` : "";
  warn(counts, characters > sentences.textLimit, limit.textContent.slice(2), alert);
}

// A screen reader hears of a limit once, when the text passes it.
function warn(counts, isOver, sentence, alert) {
  if (alert && isOver !== counts.classList.contains("over")) alert.textContent = isOver ? sentence : "";
  counts.classList.toggle("over", isOver);
}

// The words that readers read: no addresses and no marks of footnotes and boxes.
const readable = (text) =>
  text.replace(/\]\([^()\s]*\)|<https?:[^\s<>]*>|\[\^[^\]\s]{1,99}\]:?|\[!FACTS\]/gi, " ");

function countWords(text, language) {
  if (!("Segmenter" in Intl)) return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  let count = 0;
  for (const segment of segmenter(language).segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

function segmenter(language) {
  const options = { granularity: "word" };
  try {
    return new Intl.Segmenter(language.trim() || document.documentElement.lang, options);
  } catch {
    return new Intl.Segmenter(undefined, options);
  }
}

function lookAt(headline, looks) {
  const [counts, search, lead] = [".counts", ".as-found", ".as-lead"].map((name) => looks.querySelector(name));
  looks.hidden = !headline;
  if (!headline) return;
  const shown = foundPart(headline);
  search.textContent = shown;
  lead.textContent = headline;
  const lines = Math.round(lead.offsetHeight / parseFloat(getComputedStyle(lead).lineHeight));
  const characters = length(headline);
  const isCut = shown !== headline;
  counts.textContent = [
    `${counted(sentences.headline, characters)}.`,
    isCut ? counted(sentences.foundInPart, length(shown) - 2) : sentences.foundWhole,
    lines > mostLines ? counted(sentences.longForFront, lines) : counted(sentences.lines, lines),
  ].join(" ");
  warn(counts, characters > sentences.headlineLimit);
}

// The part of a headline that a search engine shows: whole words, then an ellipsis.
function foundPart(headline) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = found.font;
  const fits = (text) => canvas.measureText(text).width <= found.pixels;
  if (fits(headline)) return headline;
  const characters = [...headline.slice(0, 300)];
  while (characters.length && !fits(`${characters.join("")} …`)) characters.pop();
  const text = characters.join("");
  return `${text.replace(/\s+\S*$/, "").trimEnd() || text} …`;
}
