// Shows the text as readers would see it while somebody writes.
export function startPreviewing(form) {}
