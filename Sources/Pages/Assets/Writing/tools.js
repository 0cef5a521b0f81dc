// The parts of the page that only scripts use, and their sentences in the language of the page.
const template = document.getElementById("writing-tools");
const language = document.documentElement.lang;
const [forms, numbers] = [new Intl.PluralRules(language), new Intl.NumberFormat(language)];

export const sentences = JSON.parse(template.dataset.sentences);
export const previewAddress = template.dataset.preview;

export const part = (selector) => template.content.querySelector(selector);

// A sentence with a number. A sentence with plural forms has them under their Unicode CLDR names.
export function counted(sentence, number) {
  const form = typeof sentence === "string" ? sentence : sentence[forms.select(number)] ?? sentence.other;
  return form.replace("#", numbers.format(number));
}

// The length of a text as the server counts it.
export function length(text) {
  let count = 0;
  for (const _ of text.trim()) count += 1;
  return count;
}
