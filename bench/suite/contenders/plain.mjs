/** Plain JavaScript: web/elements/speed/plain.ts. */
export async function plainContender(weights, platform) {
  const { quantizePlain } = await platform.load('build/bench/plain.js');
  const resultOf = (groupSize) => {
    const groups = Math.ceil(weights.length / groupSize);
    const result = {
      codes: new Int8Array(weights.length),
      scales: new Float32Array(groups),
      groupMaxError: new Float32Array(groups),
    };
    quantizePlain(weights, groupSize, result);
    return result;
  };
  const name = 'JavaScript';
  return {
    name,
    result: resultOf,
    tasks(groupSize) {
      const into = resultOf(groupSize);
      const run = () => quantizePlain(weights, groupSize, into);
      return [{ name, operation: 'errors', run }];
    },
    dispose: () => {},
  };
}
