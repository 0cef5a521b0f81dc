// Keeps the text of an open page in the journal until somebody has saved it.
import { openJournal } from "./journal.js";
import { textAsSent, textOf } from "./offering.js";
import { isSignedIn } from "./sending.js";

const EVERY = 300;

export const freshName = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

// `Saving` adds what the server keeps, and `tell`, which says both.
export class OpenPage {
  constructor(form) {
    this.form = form;
    this.name = freshName();
    // The text in the form, and the texts that the server and the journal have. Browsers may have put an earlier
    // text into the form, as after Back.
    this.text = textOf(form);
    this.stored = this.isUnsaved ? undefined : textAsSent(form);
    // The text that is not lost when another takes its place. An autosave would be: each person has one for a
    // draft, so another window replaces it.
    this.initial = location.pathname.endsWith("/autosave") ? undefined : this.stored;
    this.kept = this.stored;
  }

  get isUnsaved() { return "unsaved" in this.form.dataset; }
  get staff() { return this.form.dataset.staff; }

  async openJournal() {
    this.journal = await openJournal(this.staff);
    this.setUnkept(!this.journal);
    if (this.journal) this.journal.onlost = () => this.loseJournal();
  }

  // After Back, a browser would put the text into a form with a newer revision, and saving it would undo what a
  // colleague has saved. The journal offers the text with its own revision, so only without it the browser may.
  setUnkept(isUnkept) {
    this.isUnkept = isUnkept;
    this.form.autocomplete = isUnkept ? "on" : "off";
  }

  entry() {
    const { draft } = this.form.dataset;
    const revision = this.form.elements.revision?.value;
    return {
      page: this.name, draft, at: Date.now(), revision, autosave: this.savedAt, sent: this.sent,
      fields: JSON.parse(this.text),
    };
  }

  async keep() {
    if (this.isKeeping) return;
    this.isKeeping = true;
    try {
      while (this.journal && this.kept !== this.text) {
        if (!this.journal.database && !await this.reopen()) break;
        await this.write();
        this.tell();
        await new Promise((resolve) => { setTimeout(resolve, EVERY); });
      }
    } catch {
      this.loseJournal();
    }
    this.isKeeping = false;
  }

  async write() {
    const text = this.text;
    await (text === this.initial ? this.journal.forget(this.name) : this.journal.keep(this.entry()));
    this.kept = text;
    this.setUnkept(false);
  }

  // The page is left, so the last letters cannot wait for the next turn of `keep`.
  keepNow() {
    if (this.journal?.database && this.kept !== this.text) this.write().catch(() => {});
  }

  // The journal was erased or is full. The next change tries again, but not an earlier one: the person may be
  // signing out.
  loseJournal() {
    this.setUnkept(true);
    this.mayReopen = false;
    this.kept = undefined;
    this.tell();
  }

  async reopen() {
    if (!this.mayReopen) return false;
    this.mayReopen = false;
    if (!await isSignedIn(this.form)) return false;
    await this.journal.open();
    return true;
  }
}
