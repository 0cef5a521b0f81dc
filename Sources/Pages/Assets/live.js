// Follows the discussion below a story. A bar announces changes, and the reader decides when to insert them.
const section = document.querySelector("[data-live]");
const list = section.querySelector(".threads");
const again = section.querySelector(".again");
const bar = section.querySelector(".live");
const [status, show, first, load] = ["p", "button", ".first", ".load"].map((name) => bar.querySelector(name));
const sentences = JSON.parse(bar.dataset.sentences);
const forms = new Intl.PluralRules(document.documentElement.lang);

// The numbers of comments whose changes are announced but not yet loaded, and one other notice.
const told = { new: new Set(), changed: new Set(), removed: new Set() };
let notice;
// What the script of a live story has to say about its entries.
let entries = { parts: [], isWaiting: false };
let latest;
let source;

const shown = (number) => list.querySelector(`#comment-${number}`);
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
const counted = (sentence, number) => (sentence[forms.select(number)] ?? sentence.other).replace("#", grouped(number));

// Changes the page while one element keeps its place in the window: the field in use, or else the comment at a
// third of the window's height.
function hold(change) {
  const top = (element) => element.getBoundingClientRect().top;
  const reaches = (upper, lower) => (element) => top(element) < lower && element.getBoundingClientRect().bottom > upper;
  const isVisible = reaches(0, innerHeight);
  const typing = [document.activeElement].filter((element) => element.matches("input, textarea")).find(isVisible);
  const places = [...section.querySelectorAll(".threads .comment, .write")];
  const still = typing ?? places.find(reaches(innerHeight / 3, innerHeight / 3)) ?? places.find(isVisible);
  const before = still && top(still);
  document.documentElement.style.overflowAnchor = "none";
  change();
  const now = still && document.getElementById(still.id);
  if (now) scrollBy({ top: top(now) - before, behavior: "instant" });
  document.documentElement.style.overflowAnchor = "";
}

function say(...parts) {
  if (told.new.size) parts.push(counted(sentences.new, told.new.size));
  if (told.changed.size) parts.push(counted(sentences.changed, told.changed.size));
  if (notice) parts.push(sentences[notice]);
  if (entries.isWaiting) parts.unshift(...entries.parts);
  hold(() => {
    status.textContent = parts.join(" · ");
    show.hidden = !told.new.size && !told.changed.size && !entries.isWaiting;
    first.hidden = true;
    load.hidden = !notice;
  });
}

// In a busy discussion, the bar is updated at most every 5 seconds.
let saidAt = 0;
let waiting;
function saySoon() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    saidAt = Date.now();
    say();
  }, Math.max(200, saidAt + 5_000 - Date.now()));
}

function focus(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

// Replaces a removed comment with a line that says so.
function takeDown(number) {
  told.new.delete(number);
  told.changed.delete(number);
  told.removed.add(number);
  const comment = shown(number);
  if (!comment || comment.matches(".removed")) return;
  const hadFocus = comment.contains(document.activeElement);
  const line = document.createElement("div");
  line.id = comment.id;
  line.className = `${comment.className} removed`;
  line.append(document.createElement("p"));
  line.firstChild.textContent = sentences.removed;
  hold(() => {
    comment.replaceWith(line);
    for (const link of section.querySelectorAll(`.answered a[href$="/comments/${number}"]`)) {
      link.textContent = sentences.removedComment;
    }
  });
  // The data for search engines have the text too.
  document.querySelector("script[type='application/ld+json']")?.remove();
  if (hadFocus) focus(line);
}

// Hides the text of a comment from which the desk removed a passage, until the reader asks for the rest.
function hideText(number) {
  const text = shown(number)?.querySelector(".comment-text");
  if (!text) return;
  const hadFocus = text.contains(document.activeElement);
  const line = document.createElement("p");
  line.textContent = sentences.redacted;
  hold(() => text.replaceChildren(line));
  if (hadFocus) focus(shown(number));
  told.changed.add(number);
}

function count(number) {
  const heading = section.querySelector("#comments-heading");
  hold(() => { heading.textContent = heading.textContent.replace(/\d[\d,]*/, grouped(number)); });
}

const events = {
  published: ({ comment }) => shown(comment) || told.new.add(comment),
  edited: ({ comment }) => shown(comment) && told.changed.add(comment),
  redacted: ({ comment }) => hideText(comment),
  removed: ({ comment }) => takeDown(comment),
  restored: ({ comment }) => {
    told.removed.delete(comment);
    (shown(comment) ? told.changed : told.new).add(comment);
  },
  count: (event) => count(event.count),
};
for (const name of ["closed", "opened", "updated", "corrected", "withdrawn", "reload"]) {
  events[name] = () => {
    notice = name;
    // Entries may be among the events that are missing.
    if (name === "reload" && document.querySelector("[data-entries]")) passOn("coverage", {});
  };
}

// The entries of a live story have a script of their own. A page from before the story was live lacks it.
function passOn(name, change) {
  if (document.querySelector("[data-entries]")) {
    document.dispatchEvent(new CustomEvent("entries:changed", { detail: { name, ...change } }));
    return false;
  }
  // Entries do not replace the notice of an update or a correction.
  if (name === "coverage") notice = "live";
  notice ??= "live";
  return true;
}
for (const name of ["entry", "entry-edited", "entry-removed", "coverage"]) {
  events[name] = (change) => passOn(name, change);
}

let passing;
document.addEventListener("entries:news", ({ detail }) => {
  clearTimeout(passing);
  entries = detail;
  if (detail.isWaiting) return say();
  say(...detail.parts);
  if (detail.first) {
    first.href = detail.first;
    first.hidden = false;
  }
  // The reader sees the entry, so the bar may go.
  if (detail.isPassing) passing = setTimeout(() => say(), 8_000);
});

function listen() {
  const address = new URL(section.dataset.live, location.href);
  if (latest) address.searchParams.set("after", latest);
  source = new EventSource(address);
  source.addEventListener("open", () => { again.hidden = true; });
  source.addEventListener("error", () => { again.hidden = source.readyState !== EventSource.CLOSED; });
  source.addEventListener("unread", (event) => countUnread(JSON.parse(event.data)));
  for (const [name, take] of Object.entries(events)) {
    source.addEventListener(name, (event) => {
      latest = event.lastEventId;
      if (take(JSON.parse(event.data)) !== false) saySoon();
    });
  }
}

// Shows a signed-in reader how many notifications are unread.
function countUnread({ unread, shown }) {
  const link = document.querySelector(".unread-count");
  if (!link) return;
  link.textContent = link.textContent.replace(/\d+\+?/, shown);
  link.hidden = unread === 0;
}

// Inserts the comments that a newly loaded copy of this page has and this page lacks, and updates changed ones.
// Returns the comments that are new or changed.
function putIn(page, asked) {
  const next = page.querySelector(".next-page");
  const there = new Set([...page.querySelectorAll(".threads .comment")].map((comment) => comment.id));
  const touched = { new: [], changed: [] };
  let threadBefore;
  const current = new Set();
  for (const thread of page.querySelectorAll(".threads > *")) {
    if (thread.matches(".update")) {
      list.querySelector(`#${thread.id}`)?.remove();
      threadBefore ? threadBefore.after(thread) : list.prepend(thread);
      threadBefore = thread;
      current.add(thread);
    }
    if (!thread.matches(".thread")) continue;
    let before = threadBefore;
    const here = [...thread.querySelectorAll(".comment")].map(({ id }) => list.querySelector(`#${id}`)).find(Boolean);
    const place = here?.parentElement ?? thread.cloneNode();
    if (!here) before ? before.after(place) : list.prepend(place);
    threadBefore = place;
    before = undefined;
    for (const comment of thread.querySelectorAll(".comment")) {
      const number = Number(comment.id.replace("comment-", ""));
      const old = shown(number);
      if (!old) {
        const held = section.querySelector("#held");
        held?.querySelector(`#${comment.id}`)?.remove();
        if (!held?.querySelector(".comment")) held?.remove();
        before ? before.after(comment) : place.prepend(comment);
        touched.new.push(comment);
      } else if (asked.changed.has(number) || asked.removed.has(number)) {
        old.replaceWith(comment);
        if (asked.changed.has(number)) touched.changed.push(comment);
      }
      before = shown(number);
    }
    const further = thread.querySelector(".further");
    if (further) {
      place.querySelector(".further")?.remove();
      place.append(further);
    }
  }
  // Removes dividers that the loaded page no longer has. If the newest threads come first, dividers below the
  // loaded ones stay, because they belong to older threads.
  for (const divider of list.querySelectorAll(".update")) {
    const isBelow = threadBefore?.compareDocumentPosition(divider) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!current.has(divider) && !(isBelow && location.search.includes("order="))) divider.remove();
  }
  for (const number of asked.removed) {
    if (!there.has(`comment-${number}`)) shown(number)?.remove();
  }
  if (there.size) list.querySelector(".none")?.remove();
  if (next && !section.querySelector(".next-page") && !location.search.includes("order=")) list.after(next);
  return touched;
}

function mark(comment) {
  const word = document.createElement("span");
  word.className = "mark";
  word.textContent = sentences.mark;
  comment.classList.add("new");
  comment.querySelector("h3")?.after(" ", word);
}

async function showThem() {
  const asked = { new: new Set(told.new), changed: new Set(told.changed), removed: new Set(told.removed) };
  const answer = await fetch(load.href, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  let touched;
  hold(() => {
    touched = putIn(page, asked);
    touched.new.forEach(mark);
  });
  for (const name of Object.keys(told)) {
    for (const number of asked[name]) told[name].delete(number);
  }
  // The loaded page may also have comments that were announced while it was loading.
  for (const number of told.new) if (shown(number)) told.new.delete(number);
  const elsewhere = [...asked.new].filter((number) => !shown(number));
  const parts = [];
  if (touched.new.length) parts.push(counted(sentences.shown, touched.new.length));
  if (touched.changed.length) parts.push(counted(sentences.renewed, touched.changed.length));
  if (elsewhere.length) parts.push(counted(sentences.elsewhere, elsewhere.length));
  say(...parts);
  const target = touched.new[0] ?? touched.changed[0];
  if (!target && !elsewhere.length) return;
  // The comments keep their places, so the link leads to the first of them. It takes the focus of the hidden button.
  first.href = target ? `#${target.id}` : section.dataset.live.replace(/live(\?.*)?$/, `comments/${elsewhere[0]}`);
  first.hidden = false;
  first.focus({ preventScroll: true });
}

if ("EventSource" in window) {
  bar.hidden = false;
  show.addEventListener("click", () => {
    if (entries.isWaiting) document.dispatchEvent(new Event("entries:show"));
    if (!told.new.size && !told.changed.size) return;
    showThem().catch(() => {
      notice = "reload";
      say();
    });
  });
  first.addEventListener("click", () => say());
  const follow = () => (document.hidden ? source?.close() : listen());
  document.addEventListener("visibilitychange", follow);
  follow();
}
