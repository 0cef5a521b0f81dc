// Asks before a page with several forms is left while another form than the one that is sent has unsaved changes.
const changed = new Set();
document.addEventListener("input", (event) => event.target.form && changed.add(event.target.form));
document.addEventListener("submit", (event) => changed.delete(event.target));
addEventListener("beforeunload", (event) => changed.size > 0 && event.preventDefault());
