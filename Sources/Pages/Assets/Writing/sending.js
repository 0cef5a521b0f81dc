// Sends what is typed to the server, with the revision and the lease that the form was made from.
const PATIENCE = 20_000;
// Browsers send no more than this after a window has closed.
const MOST_AFTER_CLOSING = 60_000;

function outcomeOf(answer, said) {
  if (answer.ok && said.lease) return "stored";
  if (answer.status === 403 && said.code !== "draft.closedToYou") return "signed out";
  if ([403, 404, 409].includes(answer.status)) return "over";
  return [413, 422].includes(answer.status) ? "refused" : "lost";
}

function setStamp(said) {
  for (const name of ["revision", "lease"]) {
    for (const field of document.querySelectorAll(`input[name="${name}"]`)) field.value = said[name];
  }
}

// Whether the person of the form is signed in. Signing out erases the texts in the browser, so nothing is kept there
// until then.
export async function isSignedIn(form) {
  const answer = await fetch(form.getAttribute("action"), { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById("draft")?.dataset.staff === form.dataset.staff;
}

// Resolves to the outcome and what the server said: "stored", "signed out", "over" (a colleague has taken over or
// saved), "refused" (this text, but maybe not the next) or "lost".
export async function send(form, action, fields = {}) {
  const { revision, lease } = form.elements;
  const { staff } = form.dataset;
  const body = new URLSearchParams({ ...fields, revision: revision.value, lease: lease.value, staff });
  try {
    const answer = await fetch(`${form.getAttribute("action")}/${action}`, {
      method: "POST", body, keepalive: body.toString().length < MOST_AFTER_CLOSING,
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isJSON = answer.headers.get("content-type")?.startsWith("application/json");
    const said = isJSON ? await answer.json() : {};
    const outcome = outcomeOf(answer, said);
    if (outcome === "stored") setStamp(said);
    return { outcome, said };
  } catch {
    return { outcome: "lost", said: {} };
  }
}
