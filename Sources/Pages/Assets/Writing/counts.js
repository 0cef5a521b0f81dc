// Counts words while somebody writes.
export function startCounting(form) {}
