// Reads HTML from the clipboard into a document in which nothing runs and nothing loads.

const unwanted = `script, style, noscript, template, iframe, frame, object, embed, applet, svg, math, canvas, video,
  audio, img, picture, map, button, select, textarea, input, progress, meter, dialog, title, meta, link, base, xml,
  [hidden], [aria-hidden=true], del[cite], del[datetime], [class~=msoDel i], .MsoCommentReference, .MsoCommentText,
  a[href^="#cmnt"], div:has(> p a[href^="#cmnt_ref"])`;
const hides = new RegExp(["display:none", "visibility:hidden", "opacity:0(;|$)", "font-size:0(p[xt])?(;|$)",
  "mso-hide:all", "mso-element:comment", "mso-special-character:comment"].join("|"));

export function parsed(html) {
  const page = new DOMParser().parseFromString(neutral(html), "text/html");
  for (const element of page.querySelectorAll(unwanted)) element.remove();
  for (const element of page.querySelectorAll("[data-style]")) {
    if (hides.test(element.dataset.style.toLowerCase().replace(/\s+/g, ""))) element.remove();
  }
  return page.body;
}

// Browsers apply the page's content security policy to such documents, too, and complain of each style and of
// each event handler. So both get names that mean nothing.
function neutral(html) {
  const rename = (tag) => tag.replace(/^<base\b/i, "<i").replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2");
  return ["script", "style"].reduce(without, html).replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi, rename);
}

function without(html, name) {
  const lower = html.toLowerCase();
  let [out, place] = ["", 0];
  while (place < html.length) {
    const start = lower.indexOf(`<${name}`, place);
    if (start < 0) break;
    out += html.slice(place, start);
    const end = lower.indexOf(`</${name}`, start);
    if (end < 0) return out;
    place = lower.indexOf(">", end) + 1 || html.length;
  }
  return out + html.slice(place);
}

// The declarations of an element's style, in lower case.
export function style(element) {
  const declarations = (element.dataset.style ?? "").toLowerCase().split(";").map((each) => each.split(":"));
  return Object.fromEntries(declarations.map(([name, value = ""]) => [name.trim(), value.trim()]));
}

const counts = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/;
const wrappers = [
  [/(^|\.)google\.[a-z.]+$/, "/url", ["q", "url"]], [/\.safelinks\.protection\.outlook\.com$/, "/", ["url"]],
  [/^lm?\.facebook\.com$/, "/l.php", ["u"]], [/^(www\.)?(youtube|linkedin)\.com$/, "/redir", ["q", "url"]],
];

// An address that readers can follow, without the wrappers and parameters that count clicks; `undefined` for
// others. The site shows links to `http` and `https` only.
export function address(text, depth = 0) {
  let url;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  const wrapper = wrappers.find(([host, path]) => host.test(url.hostname) && url.pathname.startsWith(path));
  const inside = wrapper?.[2].map((name) => url.searchParams.get(name)).find(Boolean);
  if (inside && depth < 3) return address(inside, depth + 1) ?? undefined;
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  for (const name of [...url.searchParams.keys()]) if (counts.test(name)) url.searchParams.delete(name);
  return url.href.length > 2_000 ? undefined : url.href;
}
