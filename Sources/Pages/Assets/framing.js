// Sets the focal point and the crops of a picture on the picture itself, with a pointer or with keys, and shows at once
// what each place will show. The fields of the form hold the numbers. Without this script, people type them.
const section = document.querySelector("section.framing");
const form = section?.querySelector("form");
const words = section?.dataset;
const prints = section ? [...section.querySelectorAll(".prints li")] : [];
const ratios = { lead: 3 / 2, card: 4 / 3, square: 1 };
const smallest = 50;

// All positions and sizes are thousandths of the frame, as on the server.
const frame = { width: 1, height: 1 };
let active = "focus";
let stage, box, point, state;

const within = (number, least, most) => Math.round(Math.min(Math.max(number, least), Math.max(least, most)));

function fields(group) {
  return [...form.querySelectorAll(`fieldset[data-group="${group}"] input`)];
}

// The numbers of a group; null if they are not set, or not all.
function read(group) {
  const numbers = fields(group).map((field) => (field.value === "" ? NaN : Math.round(field.valueAsNumber * 10)));
  if (numbers.some(Number.isNaN)) return null;
  const [left, top, width, height] = numbers;
  return { left, top, width, height };
}

function write(group, part) {
  const numbers = part ? [part.left, part.top, part.width, part.height] : [];
  fields(group).forEach((field, index) => {
    field.value = part ? (numbers[index] / 10).toFixed(1) : "";
  });
  fields(group)[0].dispatchEvent(new Event("input", { bubbles: true }));
}

// The height at which a rectangle of a width has the ratio of its crop.
const heightOf = (crop, width) => (width * frame.width) / frame.height / ratios[crop];
const widestOf = (crop) => Math.min(1000, 1000 / heightOf(crop, 1));
const narrowestOf = (crop) => Math.max(smallest, smallest / heightOf(crop, 1));

// The part that a crop shows, by the rule of the server; null for the whole picture.
function area(crop, otherwise = null) {
  const rectangle = read(crop);
  const focus = read("focus") ?? otherwise;
  if (!ratios[crop] || (!rectangle && !focus)) return null;
  const middle = rectangle
    ? { left: rectangle.left + rectangle.width / 2, top: rectangle.top + rectangle.height / 2 }
    : focus;
  const wanted = rectangle ? Math.max(rectangle.width, rectangle.height / heightOf(crop, 1)) : 1000;
  const width = Math.min(wanted, widestOf(crop));
  const height = heightOf(crop, width);
  return {
    left: Math.min(Math.max(middle.left - width / 2, 0), 1000 - width),
    top: Math.min(Math.max(middle.top - height / 2, 0), 1000 - height),
    width,
    height,
  };
}

// The rectangle of a crop, or else the part that it shows.
const current = (crop) => read(crop) ?? area(crop, { left: 500, top: 500 });

function showPrint(item) {
  const crop = item.dataset.crop;
  const part = area(crop);
  const picture = item.querySelector("img");
  const print = item.querySelector(".print");
  if (picture.getAttribute("src") !== picture.dataset.frame) picture.src = picture.dataset.frame;
  const whole = item.querySelector(".whole");
  if (whole) whole.hidden = part !== null;
  print.classList.toggle("cut", part !== null);
  print.style.aspectRatio = part ? ratios[crop] : "";
  picture.style.width = part ? `${100000 / part.width}%` : "";
  picture.style.height = part ? `${100000 / part.height}%` : "";
  picture.style.left = part ? `${(-part.left / part.width) * 100}%` : "";
  picture.style.top = part ? `${(-part.top / part.height) * 100}%` : "";
}

function show() {
  const focus = read("focus") ?? { left: 500, top: 500 };
  point.hidden = active !== "focus" && !read("focus");
  point.classList.toggle("unset", !read("focus"));
  point.style.left = `${focus.left / 10}%`;
  point.style.top = `${focus.top / 10}%`;
  const part = active === "focus" ? null : current(active);
  box.hidden = !part;
  box.classList.toggle("unset", active !== "focus" && !read(active));
  if (part) {
    for (const side of ["left", "top", "width", "height"]) box.style[side] = `${part[side] / 10}%`;
  }
  prints.forEach(showPrint);
  const set = read(active);
  state.textContent = set
    ? fields(active).map((field) => `${field.value} ${field.labels[0].textContent}`).join(", ")
    : "";
}

function place(crop, left, top, width) {
  const size = within(width, narrowestOf(crop), Math.floor(widestOf(crop)));
  const height = within(heightOf(crop, size), smallest, 1000);
  write(crop, {
    left: within(left, 0, 1000 - size),
    top: within(top, 0, 1000 - height),
    width: size,
    height,
  });
}

function position(event) {
  const edge = stage.getBoundingClientRect();
  return {
    left: within(((event.clientX - edge.left) / edge.width) * 1000, 0, 1000),
    top: within(((event.clientY - edge.top) / edge.height) * 1000, 0, 1000),
  };
}

// A drag from a place has one effect: it moves the focal point, moves the frame, changes its size at the corner, or draws a
// new one.
function drag(event) {
  const start = position(event);
  if (active === "focus") return (now) => write("focus", now);
  const crop = active;
  const part = current(crop);
  const isSet = read(crop) !== null;
  if (event.target.closest(".corner")) {
    return (now) => place(crop, part.left, part.top, Math.min(now.left - part.left, 1000 - part.left));
  }
  if (isSet && event.target.closest(".frame")) {
    return (now) => place(crop, part.left + now.left - start.left, part.top + now.top - start.top, part.width);
  }
  return (now) => {
    const width = Math.max(Math.abs(now.left - start.left), Math.abs(now.top - start.top) / heightOf(crop, 1));
    if (width < narrowestOf(crop)) return;
    const left = now.left < start.left ? start.left - width : start.left;
    const top = now.top < start.top ? start.top - heightOf(crop, width) : start.top;
    place(crop, left, top, width);
  };
}

function follow(event) {
  if (event.button !== 0) return;
  event.preventDefault();
  (active === "focus" ? point : box.querySelector("button")).focus({ preventScroll: true });
  const move = drag(event);
  if (active === "focus") move(position(event));
  const go = (next) => move(position(next));
  const stop = () => stage.removeEventListener("pointermove", go);
  stage.setPointerCapture(event.pointerId);
  stage.addEventListener("pointermove", go);
  stage.addEventListener("pointerup", stop, { once: true });
  stage.addEventListener("pointercancel", stop, { once: true });
}

function press(event) {
  const steps = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] };
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (active === "focus") {
    const now = read("focus") ?? { left: 500, top: 500 };
    return write("focus", { left: within(now.left + step[0], 0, 1000), top: within(now.top + step[1], 0, 1000) });
  }
  const part = current(active);
  if (event.shiftKey) return place(active, part.left, part.top, part.width + step[0] + step[1]);
  place(active, part.left + step[0], part.top + step[1], part.width);
}

function handle(name, describedBy) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.setAttribute("aria-describedby", describedBy);
  button.addEventListener("keydown", press);
  return button;
}

function choose(group, name) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "framing-tool";
  input.checked = group === active;
  input.addEventListener("change", () => {
    active = group;
    box.querySelector("button").setAttribute("aria-label", name);
    describe();
    show();
  });
  label.append(input, ` ${name}`);
  return label;
}

function describe() {
  document.querySelector("#framing-keys").textContent = active === "focus" ? words.move : words.resize;
}

function tools() {
  const set = document.createElement("fieldset");
  set.className = "tools";
  const legend = document.createElement("legend");
  legend.textContent = words.choose;
  set.append(legend);
  for (const group of form.querySelectorAll("fieldset")) {
    set.append(choose(group.dataset.group, group.querySelector("legend").textContent));
  }
  return set;
}

function build(whole) {
  frame.width = Number(whole.getAttribute("width"));
  frame.height = Number(whole.getAttribute("height"));
  stage = document.createElement("div");
  stage.className = "stage";
  const picture = new Image(frame.width, frame.height);
  picture.src = document.querySelector(".full-frame img")?.getAttribute("src") ?? whole.getAttribute("src");
  picture.alt = document.querySelector(".full-frame img")?.alt ?? "";
  picture.draggable = false;
  point = handle("point", "framing-keys");
  point.setAttribute("aria-label", form.querySelector("fieldset[data-group=focus] legend").textContent);
  box = document.createElement("div");
  box.className = "frame";
  const corner = document.createElement("span");
  corner.className = "corner";
  box.append(handle("mover", "framing-keys"), corner);
  stage.append(picture, box, point);
  stage.addEventListener("pointerdown", follow);

  const keys = document.createElement("p");
  keys.className = "hint";
  keys.id = "framing-keys";
  state = document.createElement("p");
  state.className = "meta";
  state.setAttribute("role", "status");
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "quiet";
  clear.textContent = words.clear;
  clear.addEventListener("click", () => write(active, null));
  const row = document.createElement("p");
  row.className = "buttons";
  row.append(clear);
  form.before(tools(), stage, keys, state, row);
  form.addEventListener("input", show);
  describe();
  show();
}

const whole = section?.querySelector('.prints li[data-crop="original"] img');
if (whole) build(whole);
