/** A property as its attribute would be: frameworks set properties to numbers and lists where the tag has text. */
export function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
