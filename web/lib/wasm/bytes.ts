/** The bytes of a string made by scripts/embed-wasm.mjs: printable ASCII as it is, the rest shifted by 256. */
export function bytesOf(embedded: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(embedded.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = embedded.charCodeAt(i) & 0xff;
  return bytes;
}
