// Keeps each change in this browser until the server has confirmed it. Each member of staff has a database.
const named = (staff) => `broadsheet-writing-${staff}`;
// Each open page has a lock with the name of its text, so that no other page offers the text.
const lockOf = (page) => `broadsheet-writing ${page}`;
const SENT = "sent draft";

const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

class Journal {
  constructor(staff) {
    this.staff = staff;
  }

  async open() {
    const request = indexedDB.open(named(this.staff), 1);
    request.onupgradeneeded = () => request.result.createObjectStore("texts", { keyPath: "page" });
    this.database = await answer(request);
    // Signing out in any window erases the texts. This page keeps nothing until the server confirms that the same
    // person has signed in again.
    this.database.onversionchange = () => this.close();
    this.database.onclose = () => { this.database = undefined; };
  }

  close() {
    this.database?.close();
    this.database = undefined;
  }

  // Each text: { page, draft, at, revision, autosave, sent, fields }. Resolves once it is on disk.
  keep(text) {
    return this.change((texts) => texts.put(text));
  }

  forget(page) {
    return this.change((texts) => texts.delete(page));
  }

  change(body) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction("texts", "readwrite", { durability: "strict" });
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      body(transaction.objectStore("texts"));
    });
  }

  async all() {
    return answer(this.database.transaction("texts").objectStore("texts").getAll());
  }
}

// Resolves to nothing if this browser keeps no databases, as in some private windows.
export async function openJournal(staff) {
  try {
    const journal = new Journal(staff);
    await journal.open();
    return journal;
  } catch {
    return undefined;
  }
}

export function claim(page) {
  navigator.locks?.request(lockOf(page), () => new Promise(() => {})).catch(() => {});
}

// The texts that no open page has, the latest first.
export async function abandoned(journal) {
  const held = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  const locks = new Set(held.map((lock) => lock.name));
  return (await journal.all()).filter((text) => !locks.has(lockOf(text.page))).sort((one, two) => two.at - one.at);
}

// Remembers, for the next page in this window, that a text was sent.
export function noteSent(staff, page) {
  try { sessionStorage.setItem(SENT, JSON.stringify({ staff, page })); } catch { /* Then the text is offered again. */ }
}

// The text that this window has sent. The server has stored it if it answered with a redirect.
export function takeSent() {
  try {
    const sent = JSON.parse(sessionStorage.getItem(SENT));
    sessionStorage.removeItem(SENT);
    const isStored = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
    return sent && { ...sent, isStored };
  } catch {
    return null;
  }
}

// On a page without the form: forgets the text that this window has sent, if the server has stored it. The page
// that asks before a publication comes after a save.
export async function settle() {
  const sent = takeSent();
  const isStored = sent?.isStored && document.body.matches(".drafts-page, .story-page");
  if (!isStored && !(sent && document.body.matches(".draft-page"))) return;
  await (await openJournal(sent.staff))?.forget(sent.page);
}

export async function hasTexts(staff) {
  const journal = await openJournal(staff);
  const texts = await journal?.all();
  journal?.close();
  return Boolean(texts?.length);
}

// A window that does not respond must not keep anybody signed in, so this waits for at most three seconds. The
// browser then erases the texts once that window is closed.
export async function erase(staff) {
  const patience = new Promise((resolve) => { setTimeout(resolve, 3_000); });
  await Promise.race([answer(indexedDB.deleteDatabase(named(staff))), patience]);
}
