// Keeps each change in this browser until somebody has saved it. Each member of staff has a database.
const named = (staff) => `broadsheet-writing-${staff}`;
// Each open page has a lock with the name of its text, so that no other page offers the text.
const lockOf = (page) => `broadsheet-writing ${page}`;
// The server names each write that it has just stored.
const STORED = /(?<=^|; )((?:__Host-)?written-draft-([\w-]+))=/g;

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
    // Signing out in any window erases the texts. This page keeps nothing until the same person has signed in
    // again.
    this.database.onversionchange = () => this.close();
    this.database.onclose = () => this.close();
  }

  close() {
    this.database?.close();
    this.database = undefined;
    this.onlost?.();
  }

  // Each text: { page, draft, at, revision, autosave, sent, fields }, where `sent` names the write that sends it.
  // Resolves once it is on disk.
  keep(text) {
    return this.change((texts) => {
      texts.put(text);
      texts.transaction.commit();
    });
  }

  forget(page) {
    return this.change((texts) => texts.delete(page));
  }

  // Forgets the text that was sent under this name, unless it has changed since.
  forgetSent(write) {
    return this.change((texts) => {
      const request = texts.openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor?.value.sent === write) cursor.delete();
        cursor?.continue();
      };
    });
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

// The texts that no open page has, the latest first. A page that has just been closed has its lock for a moment, so
// this waits for up to ten seconds.
export async function abandoned(journal) {
  const texts = await journal.all();
  const areFree = await Promise.all(texts.map((text) => isFree(lockOf(text.page))));
  return texts.filter((_, number) => areFree[number]).sort((one, two) => two.at - one.at);
}

async function isFree(lock) {
  const options = { mode: "shared", signal: AbortSignal.timeout(10_000) };
  return await navigator.locks?.request(lock, options, () => true).catch(() => false) ?? true;
}

// Forgets the texts that the server has just stored. It names those very writes in cookies. Any other answer, such as
// a redirect to a page that somebody opened after a failed save, says nothing.
export async function settle(staff, journal) {
  const stored = [...document.cookie.matchAll(STORED)];
  if (!stored.length) return;
  const opened = journal ?? await openJournal(staff);
  for (const [, name, write] of stored) {
    await opened?.forgetSent(write);
    document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Lax${name.startsWith("__Host-") ? "; Secure" : ""}`;
  }
  if (!journal) opened?.close();
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
