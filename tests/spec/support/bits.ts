/** Floats as their bits, to compare exactly: -0 is not 0, and a NaN equals itself. */
export function bitsOf(floats: Float32Array): Uint32Array {
  return new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
}

/** Fast for large arrays, where a matcher would take seconds. */
export function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const [left, right] = [bytesOf(a), bytesOf(b)];
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

export function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** The float32 next to a number, toward or away from zero by so many steps. */
export function stepped(value: number, steps: number): number {
  const floats = Float32Array.of(value);
  const bits = bitsOf(floats);
  bits[0] = (bits[0] as number) + steps;
  return floats[0] as number;
}
