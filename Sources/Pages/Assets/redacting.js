// Copies the passage that a moderator selects in the quoted comment into the form that blacks it out.
// The text of a selection as it was typed: a masked word counts, and the label in its place does not.
function typed(range) {
  const part = range.cloneContents();
  for (const mask of part.querySelectorAll(".mask")) mask.remove();
  for (const paragraph of part.querySelectorAll("p")) paragraph.append("\n");
  return part.textContent.trim();
}

// The script of the queue puts other cases into the page.
function take() {
  const field = document.querySelector(".redaction textarea");
  const text = document.querySelector(".in-question .comment-text");
  if (!field || !text) return;
  const selection = document.getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  const passage = typed(range);
  if (passage) field.value = passage;
}

document.addEventListener("selectionchange", take);
