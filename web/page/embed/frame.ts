/** Tells the page around this frame how high its content is, whenever that changes: `{ type, id?, height }`, in px. */
export function reportHeight(content: HTMLElement, id: string | null): void {
  if (window.parent === window) return;
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // A height is no secret, and the host's origin is not known here.
    window.parent.postMessage(
      { type: 'groupwise-resize', ...(id !== null && { id }), height },
      '*',
    );
  }).observe(content);
}
