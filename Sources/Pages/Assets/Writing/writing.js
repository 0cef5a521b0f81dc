// Conveniences for the page where a story is written. The page works without them.
import { startContinuing } from "./continuing.js";
import { startCopying } from "./copying.js";
import { startCounting } from "./counts.js";
import { startGallery } from "./gallery.js";
import { startPasting } from "./pasting.js";
import { startPreviewing } from "./preview.js";
import { startSaving } from "./saving.js";
import { startToolbar } from "./toolbar.js";

const form = document.getElementById("draft");
startSaving(form);
startCopying(form);
startToolbar(form.elements.body);
startPasting(form.elements.body);
startContinuing(form.elements.body);
startCounting(form);
startPreviewing(form);
startGallery(form);
