/**
 * Those that compute the same must return the same bytes.
 * @returns what those need and must return that are given the scales and round half to even
 */
export function checkSameCodes(contenders, groupSize) {
  const able = contenders.filter(({ result }) => result !== undefined);
  if (able.length === 0) return {};
  const first = able[0].result(groupSize);
  for (const { name, result } of able.slice(1)) {
    const its = result(groupSize);
    for (const array of ['codes', 'scales', 'groupMaxError']) {
      const index = its[array].findIndex((number, i) => number !== first[array][i]);
      if (index < 0) continue;
      throw new Error(
        `groups of ${groupSize}: ${array}[${index}] is ${its[array][index]} in ${name}, ${first[array][index]} in ${able[0].name}`,
      );
    }
  }
  const core = able.find(({ name }) => name !== 'JavaScript');
  return { scales: first.scales, halfEvenCodes: core?.result(groupSize, 1).codes };
}
