// Buttons and shortcuts for Markdown.
export function startToolbar(field) {}
