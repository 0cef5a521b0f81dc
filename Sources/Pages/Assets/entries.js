// Follows the entries of a live story. The script of the discussion listens to the server and passes on what changed;
// this one loads the entries, inserts them, and tells that script what to say.
const section = document.querySelector("[data-entries]");
const list = section.querySelector(".entries");
const sentences = JSON.parse(section.dataset.sentences);
const forms = new Intl.PluralRules(document.documentElement.lang);

// The numbers of new entries: those that the server announced, and those that wait until the reader asks for them.
const announced = new Set();
const waiting = new Set();

const shown = (number) => list.querySelector(`#entry-${number}`);
const number = (entry) => Number(entry.id.replace("entry-", ""));
const counted = (sentence, count) => (sentence[forms.select(count)] ?? sentence.other).replace("#", count);
// Whether new entries can appear without moving what is being read.
const isAbove = () => list.getBoundingClientRect().top >= 0;

function tell(added = []) {
  const parts = [];
  if (added.length) parts.push(counted(sentences.added, added.length));
  if (waiting.size) parts.push(counted(sentences.waiting, waiting.size));
  const isSeen = added.some((entry) => entry.getBoundingClientRect().top < innerHeight);
  document.dispatchEvent(new CustomEvent("entries:news", {
    detail: {
      parts, isWaiting: waiting.size > 0,
      first: added.length && !isSeen ? `#${added[0].id}` : undefined, isPassing: added.length > 0 && isSeen,
    },
  }));
}

function mark(entry) {
  const word = document.createElement("span");
  word.className = "mark";
  word.textContent = sentences.mark;
  entry.classList.add("new");
  entry.querySelector(".entry-facts").append(" ", word);
}

function takeOut(entry) {
  if (entry.contains(document.activeElement)) {
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
  }
  entry.remove();
}

// Puts a part of the loaded page in the place of the same part of this page.
function replace(selector, page) {
  const [old, next] = [document.querySelector(selector), page.querySelector(selector)];
  if (old && next && old.innerHTML !== next.innerHTML) old.replaceWith(next);
}

// Inserts the entries that a newly loaded page has and this one lacks, and replaces changed ones. Returns the new ones.
function putIn(page, isAsked) {
  const loaded = page.querySelector("[data-entries]");
  const entries = [...loaded.querySelectorAll(".entry")];
  const numbers = entries.map(number);
  const added = [];
  const isInOrder = loaded.dataset.order === section.dataset.order;
  const isFree = isAsked || section.dataset.order === "oldest" || isAbove();
  for (const part of [".live-mark", ".coverage-head", ".key-points-place"]) replace(part, page);
  if (!isInOrder) {
    list.replaceChildren(...loaded.querySelector(".entries").children);
    section.querySelector(".next-page")?.remove();
    const next = loaded.querySelector(".next-page");
    if (next) list.after(next);
    section.dataset.order = loaded.dataset.order;
    waiting.clear();
    announced.clear();
    return [];
  }
  // Entries outside the loaded page stay.
  const isWhole = !loaded.querySelector(".next-page");
  const [least, most] = isWhole ? [0, Infinity] : [Math.min(...numbers), Math.max(...numbers)];
  for (const old of list.querySelectorAll(".entry")) {
    const isInRange = number(old) >= least && number(old) <= most;
    if (isInRange && !numbers.includes(number(old))) takeOut(old);
  }
  let before;
  for (const entry of entries) {
    const old = shown(number(entry));
    announced.delete(number(entry));
    if (old) {
      if (old.dataset.revision !== entry.dataset.revision) old.replaceWith(entry);
    } else if (isFree) {
      before ? before.after(entry) : list.prepend(entry);
      waiting.delete(number(entry));
      mark(entry);
      added.push(entry);
    } else {
      waiting.add(number(entry));
    }
    before = shown(number(entry)) ?? before;
  }
  for (const each of waiting) if (isWhole && !numbers.includes(each)) waiting.delete(each);
  if (entries.length) list.querySelector(".none")?.remove();
  return added;
}

let isLoading = false;
let isOld = false;
let retries = 0;

// Loads the entries and inserts them. While it loads, further changes make it load once more.
async function load(isAsked = false) {
  if (isLoading) {
    isOld = true;
    return;
  }
  isLoading = true;
  try {
    const answer = await fetch(section.dataset.entries, { cache: "no-cache" });
    // A withdrawn story has its own notice.
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const added = putIn(page, isAsked);
    if (added.length || waiting.size) tell(added);
    if (isAsked) (added[0] ?? section).scrollIntoView({ block: "start" });
  } finally {
    isLoading = false;
  }
  // Another server may show an entry a moment later.
  const isMissing = section.dataset.order === "newest" && announced.size > 0 && retries < 5;
  retries = isMissing ? retries + 1 : 0;
  if (isOld || isMissing) {
    isOld = false;
    setTimeout(load, isMissing ? 300 : 0);
  }
}

document.addEventListener("entries:changed", ({ detail: { name, entry } }) => {
  if (name === "entry") announced.add(entry);
  if (name === "entry-removed") {
    announced.delete(entry);
    const old = shown(entry);
    if (old) takeOut(old);
    if (waiting.delete(entry)) tell();
    // The data for search engines have the text too.
    document.querySelector("script[type='application/ld+json']")?.remove();
  }
  load();
});
document.addEventListener("entries:show", () => load(true));
