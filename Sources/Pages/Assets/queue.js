// Lets moderators decide one case after another with a key each, without loading a page. The next case is fetched while they
// read. The forms of the page do everything that happens here.
const defaults = {
  approve: "a", remove: "r", hold: "h", skip: "s", escalate: "e", thread: "t", reply: "d", undo: "z",
};
const stored = "queue-keys";
const template = document.querySelector("#queue-keys");
let keys = { ...defaults, ...read() };
let next = null;
// The case that was fetched ahead, when it is there.
let ahead = null;
let last = Promise.resolve();
let dialog;

function read() {
  try {
    return JSON.parse(localStorage.getItem(stored)) ?? {};
  } catch {
    return {};
  }
}

const shown = () => document.querySelector(".queue-case");
const ruling = () => shown().querySelector("form.ruling");

// The case in a page that the server sent; null if the page has none.
async function pageOf(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { page, part: page.querySelector(".queue-case"), address: response.url, isRefusal: !response.ok };
}

function send(address, fields) {
  return fetch(address, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "text/html" } });
}

// Fetches the case after this one, when the server knows the decision before. It stays claimed for this moderator, like
// the one on the page.
function prefetch(decision) {
  [next, ahead] = [null, null];
  const form = ruling();
  if (!form?.elements.view) return;
  const fields = [...new FormData(form)].filter(([name]) => !["revision", "clause", "sentence", "asked"].includes(name));
  const address = shown().dataset.next;
  next = Promise.resolve(decision)
    .catch(() => null)
    .then(() => send(address, [...fields, ["keep", "yes"]]))
    .then(pageOf)
    .then((found) => (ahead = found))
    .catch(() => null);
}

function show(found, decision) {
  shown().replaceWith(document.adoptNode(found.part));
  document.title = found.page.title;
  if (!found.isRefusal) history.replaceState(null, "", found.address);
  marked();
  scrollTo({ top: 0, behavior: "instant" });
  (shown().querySelector(".refusal") ?? shown().querySelector("h1"))?.focus();
  prefetch(decision);
}

// A page without a case is the end of the queue, or says why nothing was done.
function go(found) {
  if (found.part) show(found);
  else if (found.isRefusal) warn(reason(found.page));
  else location.assign(found.address);
}

const reason = (page) => page.querySelector("main .refusal, main .standfirst, main h1")?.textContent ?? dialog.dataset.lost;

// Puts the line about the last decision above the case.
function say(line) {
  shown().querySelector(".queue-done")?.remove();
  shown().prepend(document.adoptNode(line));
}

function warn(text) {
  const line = document.createElement("p");
  line.className = "notice queue-done";
  line.setAttribute("role", "alert");
  line.textContent = text;
  say(line);
}

// Shows a case again with everything that was typed, because its decision was not carried out.
function putBack({ part, title, address }, form) {
  shown().replaceWith(part);
  document.title = title;
  history.replaceState(null, "", address);
  delete form.dataset.sent;
}

// Carries out a decision. After a ruling, the next case appears at once; if the ruling fails, its case comes back. The
// other acts leave their case open, so the server says which case is next. So it does if the rule is missing.
async function decide(form, button) {
  const fields = [...new FormData(form, button)];
  const address = button.hasAttribute("formaction") ? button.formAction : form.action;
  const isUnready = button.value === "uphold" && !form.elements.clause.value;
  const following = button.hasAttribute("formaction") || isUnready ? null : await next;
  if (!following?.part) {
    go(await pageOf(await send(address, fields)));
    delete form.dataset.sent;
    return;
  }
  const before = { part: shown(), title: document.title, address: location.href };
  const answer = send(address, [...fields, ["next", "none"]]).then(pageOf);
  show(following, answer);
  const found = await answer.catch(() => null);
  const line = found?.page.querySelector(".queue-done");
  if (line && !found.isRefusal) return say(line);
  putBack(before, form);
  next = Promise.resolve(following);
  if (!found) warn(dialog.dataset.lost);
  else go(found);
}

const undo = async (form) => go(await pageOf(await send(form.action, [...new FormData(form)])));

const numberOf = (found) => found?.part?.querySelector("form.ruling")?.elements.current?.value;

// Lets colleagues have the case that was fetched ahead, when the page is closed or left.
function giveBack() {
  const form = shown()?.querySelector('form[data-act="leave"]');
  const fetched = numberOf(ahead);
  if (form && fetched) navigator.sendBeacon(form.action, new URLSearchParams([["view", "open"], ["fetched", fetched]]));
}

// Leaves the queue, and with it the case that was fetched ahead.
async function leave(form) {
  const fetched = numberOf(await next);
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "fetched", value: fetched ?? "" });
  form.append(field);
  form.submit();
}

// One act follows the other, however fast the keys are. Each form is sent once.
function enqueue(form, act) {
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  last = last.then(act).catch(() => {
    delete form.dataset.sent;
    warn(dialog.dataset.lost);
  });
}

// Opens the form for a reply, ready for typing.
function reply() {
  const form = shown().querySelector('[data-act="reply"]')?.closest("details");
  if (!form) return;
  form.open = true;
  form.querySelector("textarea").focus();
}

function press(act) {
  if (act === "reply") return reply();
  if (act === "thread") return shown().querySelector('[data-act="thread"]')?.click();
  shown().querySelector(`form[data-act="${act}"] button, button[data-act="${act}"]`)?.click();
}

function submit(event) {
  const form = event.target;
  if (!form.closest(".queue-case")) return;
  const isDecision = form.matches("form.ruling") && form.elements.view;
  if (!isDecision && !form.matches('form[data-act="undo"], form[data-act="leave"]')) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector("button");
  const act = isDecision ? decide : form.dataset.act === "undo" ? undo : leave;
  if (!hasUnsent(form, button)) return enqueue(form, () => act(form, button));
  const question = document.querySelector("dialog.unsent");
  question.returnValue = "";
  question.onclose = () => question.returnValue === "go" && enqueue(form, () => act(form, button));
  question.showModal();
}

// Whether somebody typed text that this button does not send.
function hasUnsent(form, button) {
  return [...shown().querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue
    && (field.form !== form || button.hasAttribute("formaction")));
}

function isTyping(event) {
  return event.target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event)) return;
  if (event.key === "?") return help();
  if (keys.off) return;
  const act = Object.keys(defaults).find((name) => keys[name] === event.key.toLowerCase());
  if (!act) return;
  event.preventDefault();
  press(act);
}

// Shows each key on its button.
function marked() {
  for (const kbd of shown().querySelectorAll("kbd")) kbd.remove();
  if (keys.off) return;
  for (const button of shown().querySelectorAll("form.ruling [data-act], form[data-act=undo], :is(a, summary)[data-act]")) {
    const label = document.createElement("kbd");
    label.textContent = keys[button.dataset.act];
    label.setAttribute("aria-hidden", "true");
    const target = button.matches("form") ? button.querySelector("button") : button;
    target.append(" ", label);
    target.setAttribute("aria-keyshortcuts", keys[button.dataset.act]);
  }
}

function help() {
  dialog.querySelector(".keys-on").checked = !keys.off;
  for (const field of dialog.querySelectorAll("[data-act]")) field.value = keys[field.dataset.act];
  dialog.showModal();
}

function change() {
  keys = { off: !dialog.querySelector(".keys-on").checked };
  for (const field of dialog.querySelectorAll("[data-act]")) {
    keys[field.dataset.act] = field.value.toLowerCase() || defaults[field.dataset.act];
  }
  localStorage.setItem(stored, JSON.stringify(keys));
  marked();
}

// A claim lasts two minutes, so the page renews it while it is open.
function stayOpen() {
  const address = shown()?.dataset.claim;
  if (address) fetch(address, { method: "POST" });
}

if (template && shown()) {
  shown().after(template.content.cloneNode(true));
  dialog = document.querySelector("dialog.keys");
  dialog.addEventListener("input", change);
  dialog.querySelector(".closing").addEventListener("click", () => dialog.close());
  document.querySelector(".keys-help").addEventListener("click", help);
  document.addEventListener("submit", submit);
  document.addEventListener("keydown", onKey);
  addEventListener("pagehide", giveBack);
  marked();
  prefetch();
}

// Also for a case that somebody opened on a story.
if (shown()) {
  stayOpen();
  setInterval(stayOpen, 60_000);
}
