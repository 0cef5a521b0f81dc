// Saves while somebody writes: each change in this browser at once, and on the server every few seconds. The
// server keeps these texts apart from the versions that somebody saves with the button.
import { claim, noteSent, openJournal, takeSent } from "./journal.js";
import { StateLine } from "./line.js";
import { listen } from "./listening.js";
import { fill, offerTexts, textOf } from "./offering.js";
import { send } from "./sending.js";

const SOON = 1_500;
const EVERY = 5_000;
const KEPT_EVERY = 300;

const freshName = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

class Saving {
  constructor(form) {
    this.form = form;
    this.name = freshName();
    this.isNew = form.dataset.draft === "new";
    this.line = new StateLine(document.getElementById("saving"));
    this.sentences = this.line.sentences;
    // The text in the form, and the texts that the server and the journal have.
    this.text = textOf(form);
    this.stored = this.isUnsaved ? undefined : this.text;
    // The text that is not lost when another takes its place. An autosave would be.
    this.initial = location.pathname.endsWith("/autosave") ? undefined : this.stored;
    this.kept = undefined;
    this.sentAt = 0;
  }

  get isUnsaved() { return "unsaved" in this.form.dataset; }
  get staff() { return this.form.dataset.staff; }

  // While a colleague writes, or the server offers a text that it would replace, only the journal keeps the text.
  get isWaiting() { return "held" in this.form.dataset || document.getElementById("unsaved") !== null; }

  async start() {
    claim(this.name);
    listen(this.form, this);
    if (!this.isNew && !this.isUnsaved && !("held" in this.form.dataset)) this.open();
    const sent = takeSent();
    this.journal = await openJournal(this.staff);
    if (this.text !== this.stored) {
      this.keep();
      this.saveSoon();
    }
    if (!this.journal) return;
    // A refused form comes back, and is kept under the name of this page.
    if (sent && this.isUnsaved) await this.journal.keep(this.entry());
    if (sent && (this.isUnsaved || sent.isStored)) await this.journal.forget(sent.page);
    await offerTexts(this.form, this.journal, {
      sentence: this.sentences.offer,
      isCurrent: (text) => text === this.text,
      restore: (text) => this.restore(text),
    });
  }

  isAtRisk() {
    this.changed();
    return !this.isLeaving && this.text !== this.stored && this.text !== this.kept;
  }

  changed() {
    const text = textOf(this.form);
    if (text !== this.text) {
      this.text = text;
      this.tell();
      this.saveSoon();
    }
    this.keep();
  }

  entry() {
    const { draft } = this.form.dataset;
    const revision = this.form.elements.revision?.value;
    return {
      page: this.name, draft, at: Date.now(), revision, autosave: this.savedAt, fields: JSON.parse(this.text),
    };
  }

  async keep() {
    if (this.isKeeping) return;
    this.isKeeping = true;
    try {
      while (this.journal && this.kept !== this.text) {
        const text = this.text;
        await (text === this.stored ? this.journal.forget(this.name) : this.journal.keep(this.entry()));
        this.kept = text;
        this.tell();
        await new Promise((resolve) => { setTimeout(resolve, KEPT_EVERY); });
      }
    } catch { /* The journal was erased or is full. The next change tries again. */ }
    this.isKeeping = false;
  }

  saveSoon(delay = SOON) {
    if (this.timer || this.isOver || this.isNew || this.isWaiting) return;
    this.timer = setTimeout(() => this.save(), Math.max(delay, this.sentAt + EVERY - Date.now()));
  }

  async save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.text;
    if (this.isSaving || this.isLeaving || this.isOver || this.isNew || this.isWaiting) return;
    if (text === this.stored || text === this.refused) return;
    if (!navigator.onLine) return this.lose();
    this.isSaving = true;
    this.sentAt = Date.now();
    this.take(await send(this.form, "autosave", JSON.parse(text)), text);
    this.isSaving = false;
    if (this.text !== this.stored && this.text !== this.refused) this.saveSoon(this.isLost ? EVERY : SOON);
  }

  // Takes the lease if it is free. Without a connection, the first autosave takes it.
  async open() {
    const { outcome, said } = await send(this.form, "open");
    if (outcome === "over") this.take({ outcome, said });
  }

  take({ outcome, said }, text) {
    if (outcome === "stored") return this.confirm(said, text);
    if (outcome === "signed out") {
      this.isLost = true;
      this.line.say(said.refusal ?? this.sentences.signedOut, { signIn: true });
    } else if (outcome === "over") {
      this.isOver = true;
      this.line.say(said.refusal, { ways: true });
    } else if (outcome === "refused") {
      this.refused = text;
      this.line.say(said.refusal ?? this.sentences.kept);
    } else {
      this.lose();
    }
  }

  confirm(said, text) {
    this.isLost = false;
    this.stored = text;
    this.savedAt = said.at;
    this.saved = said.state;
    this.tell();
    if (this.text === text) this.journal?.forget(this.name).catch(() => this.journal.open().catch(() => {}));
  }

  lose() {
    this.isLost = true;
    this.line.say(this.journal?.database ? this.sentences.offline : this.sentences.offlineUnkept);
    this.saveSoon(EVERY);
  }

  regain() {
    this.isLost = false;
    this.tell();
    this.save();
  }

  // Says what is saved, unless the line says why nothing can be saved.
  tell() {
    if (this.isLost || this.isOver) return;
    const isOnlyHere = (this.isNew || this.isWaiting) && this.kept === this.text;
    const unsaved = isOnlyHere ? this.sentences.kept : this.sentences.unsaved;
    this.line.say(this.text === this.stored ? this.saved ?? "" : unsaved);
  }

  // The form is sent. A text that the server refuses or never gets is still in the journal.
  leave(event) {
    if (event.submitter?.formTarget === "_blank") return;
    this.changed();
    this.isLeaving = true;
    if (this.text !== this.stored) this.journal?.keep(this.entry()).catch(() => {});
    noteSent(this.staff, this.name);
  }

  // Puts a text into the form. What was in the form before is kept, and offered when the page is opened again. If
  // the draft was saved in between, the next page shows both texts.
  async restore(text) {
    const isCurrent = text.revision === this.form.elements.revision?.value;
    if (this.text !== this.initial) await this.journal.keep(this.entry());
    this.name = freshName();
    claim(this.name);
    fill(this.form, text.fields);
    this.changed();
    await this.journal.keep(this.entry());
    await this.journal.forget(text.page);
    this.form.elements.body.focus();
    if (isCurrent) return;
    this.form.elements.revision.value = text.revision;
    this.form.requestSubmit(this.form.elements.compare);
  }
}

export function startSaving(form) {
  new Saving(form).start();
}
