import type { GroupwiseError } from 'groupwise';

/** A library's message for people: it counts weights, groups and codes from 0, as arrays do; the elements count from 1. */
export function inWords({ message, index }: Pick<GroupwiseError, 'message' | 'index'>): string {
  if (index === undefined) return message;
  return message.replace(
    new RegExp(`\\b(weight|group|code) ${index}\\b`),
    (_, what: string) => `${what} ${index + 1}`,
  );
}
