// Turns text from a word processor or a web page into Markdown.
export function startPasting(field) {}
