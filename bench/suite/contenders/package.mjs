/** The package as its users call it: a Float32Array goes in, arrays of the caller's own come out. */
export async function packageContender(variant, weights, platform) {
  const { createQuantizer } = await platform.load(platform.packageEntry);
  const threads = variant === 'threads' ? platform.threads : 1;
  const quantizer = await createQuantizer({ variant, threads });
  return {
    name: variant,
    tasks(groupSize) {
      const run = () => quantizer.quantize(weights, { groupSize });
      return [{ name: variant, operation: 'end-to-end', threads, run }];
    },
    dispose: () => quantizer.dispose(),
  };
}
