// Saves while somebody writes.
import { journal } from "./journal.js";

export function startSaving(form) {}
