// Tells the saving of a form what happens on the page and to the connection.
import { listenToDiscard } from "./offering.js";

export function listen(form, saving) {
  form.addEventListener("input", () => saving.changed());
  // Other scripts may change a field without an event.
  setInterval(() => saving.changed(), 1_000);
  form.addEventListener("submit", (event) => saving.leave(event));
  document.querySelector(".draft-actions form[action$='/discard']")
    ?.addEventListener("submit", (event) => saving.leave(event));
  // Who signs out has said that the text may go.
  document.getElementById("erasing")?.addEventListener("close", ({ target }) => {
    if (target.returnValue === "erase") saving.leftAt = Date.now();
  });
  listenToDiscard(() => saving.regain(), () => saving.lose());
  addEventListener("offline", () => saving.lose());
  addEventListener("online", () => saving.regain());
  addEventListener("pageshow", () => saving.stay());
  addEventListener("focus", () => saving.stay());
  addEventListener("beforeunload", (event) => { if (saving.isAtRisk()) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => {
    // A page that is left becomes hidden, too.
    if (!document.hidden) saving.stay();
    saving.changed();
    if (document.hidden) saving.keepNow();
    if (document.hidden || saving.isLost) saving.save();
  });
}
