// Uploads pictures one after another, with the progress of each. Files can be dropped on the form. Without this script,
// the form sends all files at once.
const form = document.querySelector("form.upload");
const input = form.querySelector("input[type=file]");
const list = form.querySelector(".uploads");
const progress = form.querySelector(".progress");
const waiting = [];
let done = 0;
let all = 0;
let isSending = false;

function say() {
  const text = form.dataset.progress.replace("{done}", done).replace("{all}", all);
  progress.textContent = all > 0 ? text : "";
}

function line(file) {
  const item = document.createElement("li");
  const name = document.createElement("p");
  const label = document.createElement("bdi");
  label.className = "file";
  label.textContent = file.name;
  name.append(label);
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `${form.dataset.sending} ${file.name}`);
  const state = document.createElement("p");
  state.className = "hint";
  item.append(name, bar, state);
  list.append(item);
  return { item, bar, state };
}

// The server answers with its page for forms without scripts. Its line for the file replaces ours.
function take(row, request) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const answer = page.querySelector(".uploads li");
  if (answer) return row.item.replaceWith(document.adoptNode(answer));
  const refusal = page.querySelector("main h1, main .refusal")?.textContent;
  fail(row, refusal || form.dataset.lost);
}

function fail(row, sentence) {
  row.bar.remove();
  row.state.className = "refusal";
  row.state.textContent = sentence;
  row.item.classList.add("refused");
}

function send(file, row) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) row.bar.value = event.loaded / event.total;
      row.state.textContent = form.dataset.sending;
    });
    request.upload.addEventListener("load", () => {
      row.bar.removeAttribute("value");
      row.state.textContent = form.dataset.developing;
    });
    request.addEventListener("load", () => take(row, request));
    request.addEventListener("error", () => fail(row, form.dataset.lost));
    request.addEventListener("loadend", resolve);
    const body = new FormData();
    body.append("files", file, file.name);
    request.send(body);
  });
}

async function goOn() {
  if (isSending) return;
  isSending = true;
  while (waiting.length > 0) {
    const { file, row } = waiting.shift();
    await send(file, row);
    done += 1;
    say();
  }
  isSending = false;
}

function add(files) {
  for (const file of files) waiting.push({ file, row: line(file) });
  all += files.length;
  say();
  goOn();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  add([...input.files]);
  form.reset();
});
input.addEventListener("change", () => {
  add([...input.files]);
  form.reset();
});
for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("receiving");
  });
}
form.addEventListener("dragleave", (event) => {
  if (!form.contains(event.relatedTarget)) form.classList.remove("receiving");
});
form.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("receiving");
  add([...event.dataTransfer.files]);
});
window.addEventListener("beforeunload", (event) => {
  if (isSending) event.preventDefault();
});
form.classList.add("scripted");
