/** The one of some names that a wrong one was most likely meant to be; undefined where none is like it. */
export function nearest<Name extends string>(
  wrong: string,
  names: readonly Name[],
): Name | undefined {
  const ranked = names
    .map((name) => ({ name, edits: editsBetween(plain(wrong), plain(name)) }))
    .filter(({ name, edits }) => edits <= plain(name).length / 2)
    .sort((one, other) => one.edits - other.edits);
  return ranked[0]?.name;
}

/** Letters and digits alone: `group_size` and `group-size` are `groupSize`. */
function plain(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').toLowerCase();
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] as number) + Number(other[column - 1] !== letter);
      next[column] = Math.min(
        replaced,
        (row[column] as number) + 1,
        (next[column - 1] as number) + 1,
      );
    }
    row = next;
  }
  return row[other.length] as number;
}
