/** What a text means, or why it means nothing. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

const mostCharacters = 24;

/** A text as it was typed, short enough for a message. */
export function quoted(text: string): string {
  return text.length > mostCharacters ? `“${text.slice(0, mostCharacters)}…”` : `“${text}”`;
}

/** A reader for texts where an empty one means that nothing is set. */
export function emptyOr<T>(
  reader: (text: string) => Reading<T>,
): (text: string) => Reading<T | null> {
  return (text) => (text.trim() === '' ? { value: null } : reader(text));
}
