// Saves while somebody writes: each change in this browser at once, and on the server every few seconds. The
// server keeps these texts apart from the versions that somebody saves with the button.
import { claim, settle } from "./journal.js";
import { freshName, OpenPage } from "./keeping.js";
import { StateLine } from "./line.js";
import { listen } from "./listening.js";
import { fill, offerTexts, textOf } from "./offering.js";
import { send } from "./sending.js";

const SOON = 1_500;
const EVERY = 5_000;
// A page that is still there so long after its form was sent goes on saving.
const LEAVING = 10_000;

class Saving extends OpenPage {
  constructor(form) {
    super(form);
    this.isNew = form.dataset.draft === "new";
    this.line = new StateLine(document.getElementById("saving"));
    this.sentences = this.line.sentences;
    this.sentAt = 0;
    this.leftAt = 0;
  }

  get isLeaving() { return Date.now() < this.leftAt + LEAVING; }

  // While a colleague writes, or the server offers a text that it would replace, only the journal keeps the text.
  get isWaiting() { return "held" in this.form.dataset || document.getElementById("unsaved") !== null; }

  async start() {
    claim(this.name);
    listen(this.form, this);
    if (!this.isNew && !this.isUnsaved && !("held" in this.form.dataset)) this.open();
    const { sent } = this.form.elements;
    const earlier = sent.value;
    sent.value = "";
    await this.openJournal();
    if (this.text !== this.stored) {
      this.keep();
      this.saveSoon();
    }
    if (!this.journal) return;
    await settle(this.staff, this.journal);
    // A refused form comes back, and is kept under the name of this page.
    if (earlier && this.isUnsaved) {
      await this.journal.keep(this.entry());
      await this.journal.forgetSent(earlier);
    }
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
      this.sent = undefined;
      this.stay();
      this.tell();
      this.saveSoon();
    }
    this.keep();
  }

  saveSoon(delay = SOON) {
    if (this.timer || this.isOver || this.isNew || this.isWaiting) return;
    this.timer = setTimeout(() => this.save(), Math.max(delay, this.sentAt + EVERY - Date.now()));
  }

  async save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.text;
    if (this.isLeaving) return this.saveSoon(LEAVING);
    if (this.isSaving || this.isOver || this.isNew || this.isWaiting) return;
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
    this.keep();
  }

  lose() {
    this.isLost = true;
    this.line.say(this.isUnkept ? this.sentences.offlineUnkept : this.sentences.offline);
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
    const { kept, unkept, unsaved: soon } = this.sentences;
    const isOnlyHere = (this.isNew || this.isWaiting) && this.kept === this.text;
    const unsaved = this.isUnkept && this.isNew ? unkept : isOnlyHere ? kept : soon;
    this.line.say(this.text === this.stored ? this.saved ?? "" : unsaved);
  }

  // The form is sent. A text that the server refuses or never gets is still in the journal.
  leave(event) {
    if (event.submitter?.formTarget === "_blank") return;
    this.changed();
    this.leftAt = Date.now();
    this.sent = freshName();
    event.target.elements.sent.value = this.sent;
    if (this.text !== this.initial) this.journal?.keep(this.entry()).catch(() => {});
  }

  // The page is still there, or again.
  stay() {
    this.mayReopen = true;
    if (this.leftAt) this.saveSoon();
    this.leftAt = 0;
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
