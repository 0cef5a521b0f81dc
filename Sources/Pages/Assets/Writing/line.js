// The line near the buttons that says what is saved, and what to do if nothing can be saved.
export class StateLine {
  constructor(box) {
    this.sentences = JSON.parse(box.dataset.sentences);
    [this.text, this.signIn, this.ways] = box.children;
  }

  say(sentence, { signIn = false, ways = false } = {}) {
    if (this.text.textContent !== sentence) this.text.textContent = sentence;
    this.signIn.hidden = !signIn;
    this.ways.hidden = !ways;
  }
}
