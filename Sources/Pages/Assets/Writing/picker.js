// The dialog that chooses pictures from the library, or uploads new ones.
const read = (text) => new DOMParser().parseFromString(text, "text/html");

export function startPicker(dialog, opener, library, story) {
  const [text, files] = [dialog.querySelector("#picker-text"), dialog.querySelector("#picker-files")];
  const [list, uploads] = [dialog.querySelector(".library"), dialog.querySelector(".uploads")];
  const [none, more] = [dialog.querySelector(".none"), dialog.querySelector(".more-pictures")];
  let next = null;

  function offer(item) {
    const number = item.id.replace("picture-", "");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "picked";
    button.append(...item.querySelector("a").childNodes, ...item.querySelectorAll("p"));
    button.setAttribute("aria-pressed", String(story.has(number)));
    button.addEventListener("click", () => {
      if (story.has(number)) return;
      story.add(number, item.cloneNode(true));
      button.setAttribute("aria-pressed", "true");
    });
    const row = document.createElement("li");
    row.append(button);
    // The list of the story needs the image and the caption again.
    item.replaceChildren(...[...button.childNodes].map((node) => node.cloneNode(true)));
    return row;
  }

  async function find(address, isFirst) {
    const answer = await fetch(address).catch(() => null);
    const page = answer?.ok ? read(await answer.text()) : null;
    const items = [...(page?.querySelectorAll(".library li:not(:has(strong.withdrawn))") ?? [])];
    const rows = items.map(offer);
    if (isFirst) list.replaceChildren(...rows); else list.append(...rows);
    none.hidden = list.children.length > 0;
    next = page?.querySelector(".next-page a")?.getAttribute("href") ?? null;
    more.hidden = next === null;
  }
  const search = () => find(`${library}?text=${encodeURIComponent(text.value)}`, true);

  async function upload(file) {
    const line = document.createElement("li");
    const state = document.createElement("p");
    state.textContent = `${uploads.dataset.sending}: ${file.name}`;
    line.append(state);
    uploads.append(line);
    const body = new FormData();
    body.append("files", file, file.name);
    const answer = await fetch(library, { method: "POST", body }).catch(() => null);
    const result = answer ? read(await answer.text()).querySelector(".uploads li") : null;
    if (result) line.replaceWith(document.adoptNode(result)); else state.textContent = `${uploads.dataset.lost} ${file.name}`;
    const number = result?.querySelector("a")?.getAttribute("href").split("/").pop();
    if (!number || story.has(number)) return;
    const item = document.createElement("li");
    const image = result.querySelector("img");
    if (image) item.append(image.cloneNode(true));
    story.add(number, item);
  }

  opener.addEventListener("click", () => {
    dialog.showModal();
    search();
  });
  dialog.querySelector(".finding").addEventListener("click", search);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    search();
  });
  more.addEventListener("click", () => next && find(next, false));
  files.addEventListener("change", async (event) => {
    event.stopPropagation();
    const chosen = [...files.files];
    files.value = "";
    for (const file of chosen) await upload(file);
    search();
  });
  dialog.querySelector(".closing").addEventListener("click", () => dialog.close());
}
