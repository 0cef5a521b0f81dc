// Keeps each change in this browser until the server has confirmed it.
export const journal = {};
