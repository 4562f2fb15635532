// As much of protocol buffers as an ONNX model needs.

const encoder = new TextEncoder();

/** @param {number} field @param {number} value */
export function int(field, value) {
  return [...varint(field * 8), ...varint(value)];
}

/** @param {number} field @param {string | Uint8Array | number[]} content text, bytes or a message */
export function bytes(field, content) {
  const data = typeof content === 'string' ? encoder.encode(content) : content;
  return [...varint(field * 8 + 2), ...varint(data.length), data];
}

/** Fields, whose parts are numbers and arrays of bytes, as one array of bytes. */
export function message(...fields) {
  const parts = fields.flat();
  const sizes = parts.map((part) => (typeof part === 'number' ? 1 : part.length));
  const result = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  parts.forEach((part, i) => {
    if (typeof part === 'number') result[at] = part;
    else result.set(part, at);
    at += sizes[i];
  });
  return result;
}

function varint(value) {
  const digits = [];
  for (; value >= 128; value = Math.floor(value / 128)) digits.push((value % 128) + 128);
  return [...digits, value];
}
