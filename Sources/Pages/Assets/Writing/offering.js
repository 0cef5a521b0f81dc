// The fields of the form as a text that can be kept, and the offer of texts that only this browser has.
import { abandoned } from "./journal.js";

const stamps = ["revision", "lease", "staff", "sent"];

// The fields that somebody types, as JSON.
export function textOf(form) {
  const fields = [...new FormData(form)].filter(([name]) => !stamps.includes(name));
  return JSON.stringify(Object.fromEntries(fields));
}

// The text that the page came with.
export function textAsSent(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return textOf(copy);
}

export function fill(form, fields) {
  for (const field of form.elements) {
    if (!field.name || stamps.includes(field.name) || field.matches("button")) continue;
    if (field.matches("[type=checkbox], [type=radio]")) field.checked = fields[field.name] === field.value;
    else field.value = fields[field.name] ?? "";
    if (field.value && field.type !== "checkbox") field.closest("details")?.setAttribute("open", "");
  }
}

function timeOf(text, form) {
  const isToday = new Date(text.at).toDateString() === new Date().toDateString();
  const style = isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  const zone = { timeZone: form.dataset.zone };
  try {
    return new Intl.DateTimeFormat(document.documentElement.lang, { ...style, ...zone }).format(text.at);
  } catch {
    return new Intl.DateTimeFormat(document.documentElement.lang, style).format(text.at);
  }
}

// The text that the server offers. A window that closes still sends its last text, but learns of no answer.
async function textOnServer() {
  const address = document.querySelector("#unsaved a")?.href;
  const answer = address && await fetch(address).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return textOf(page.getElementById("draft"));
}

// Shows one text after the other. The server's own offer steps back while the browser has
// what was typed after it.
export async function offerTexts(form, journal, { sentence, isCurrent, restore }) {
  const notice = document.getElementById("kept");
  const [yes, no] = notice.querySelectorAll("button");
  const texts = (await abandoned(journal)).filter((text) => text.draft === form.dataset.draft);
  const onServer = texts.length ? await textOnServer() : undefined;
  for (const text of texts) {
    const fields = JSON.stringify(text.fields);
    if (isCurrent(fields) || fields === onServer) {
      await journal.forget(text.page);
      continue;
    }
    const server = document.getElementById("unsaved");
    const isLater = server && server.dataset.at === String(text.autosave);
    if (isLater) server.hidden = true;
    notice.querySelector("p").textContent = sentence.replace("#", timeOf(text, form));
    notice.hidden = false;
    const isWanted = await new Promise((resolve) => {
      yes.onclick = () => resolve(true);
      no.onclick = () => resolve(false);
    });
    notice.hidden = true;
    if (isWanted) {
      if (isLater) server.remove();
      await restore(text);
      continue;
    }
    await journal.forget(text.page);
    if (isLater) server.hidden = false;
  }
  notice.remove();
}

// Discards the server's offer without leaving the page.
export function listenToDiscard(isGone, isLost) {
  const offer = document.getElementById("unsaved");
  offer?.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target));
    const answer = await fetch(event.target.action, { method: "POST", body }).catch(() => undefined);
    if (!answer?.ok) return isLost();
    offer.remove();
    isGone();
  });
}
