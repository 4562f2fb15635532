/** Those that compute the same must return the same bytes. @returns the first one's result */
export function checkSameCodes(contenders, groupSize) {
  let first;
  for (const { name, result } of contenders) {
    if (!result) continue;
    const its = result(groupSize);
    first ??= { name, ...its };
    for (const array of ['codes', 'scales', 'groupMaxError']) {
      const index = its[array].findIndex((number, i) => number !== first[array][i]);
      if (index < 0) continue;
      throw new Error(
        `groups of ${groupSize}: ${array}[${index}] is ${its[array][index]} in ${name}, ${first[array][index]} in ${first.name}`,
      );
    }
  }
  return first ?? {};
}
