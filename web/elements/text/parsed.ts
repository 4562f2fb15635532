import { emptyOr, quoted } from 'groupwise/options';

/** What a text means, with a note where it was not taken whole; or why it means nothing. An option's readings are such. */
export type Parsed<T> =
  | { readonly value: T; readonly note?: string }
  | { readonly problem: string };

/** How a value is written as text, and how a text is read. */
export interface TextForm<T> {
  read(text: string): Parsed<T>;
  /** The text that `read` reads back to the same value; null: no text stands for it. */
  write(value: T): string | null;
}

export function mapParsed<T, U>(parsed: Parsed<T>, change: (value: T) => U): Parsed<U> {
  return 'value' in parsed ? { ...parsed, value: change(parsed.value) } : parsed;
}

/** One of a few words. */
export function oneOf<const T extends string>(allowed: readonly T[]): TextForm<T> {
  return {
    read(text) {
      const value = allowed.find((each) => each === text.trim());
      return value === undefined
        ? { problem: `${quoted(text)} is not one of ${allowed.join(', ')}` }
        : { value };
    },
    write: (value) => value,
  };
}

/** A value that may be missing: an empty text means that nothing is set. */
export function optional<T>({ read, write }: TextForm<T>): TextForm<T | null> {
  return {
    read: emptyOr(read),
    write: (value) => (value === null ? null : write(value)),
  };
}
