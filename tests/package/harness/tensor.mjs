/** Gives an explorer a .npy file of 64 x 64 weights; resolves to its text when they have been quantized. */
export async function openTensor(explorer) {
  return explorer.evaluate(async (element) => {
    const values = new Float32Array(4096).map((_, i) => Math.sin(i));
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (64, 64), }";
    const text = `${header.padEnd(117)}\n`;
    const magic = new Uint8Array([0x93, 78, 85, 77, 80, 89, 1, 0, text.length, 0]);
    await element.open(new Blob([magic, text, values]), 'sine.npy');
    for (let i = 0; i < 100; i++) {
      await new Promise((done) => setTimeout(done, 100));
      const { textContent } = element.shadowRoot;
      if (/sine\.npy/.test(textContent) && /Computed/.test(textContent)) break;
    }
    return element.shadowRoot.textContent.replace(/\s+/g, ' ');
  });
}
