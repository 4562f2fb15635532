/** 1 or -1 for the right and left arrow keys where no field needs them itself, else 0. */
export function arrowStep(event: KeyboardEvent): number {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return 0;
  const [origin] = event.composedPath();
  const taken = origin instanceof Element && origin.matches('input, select, textarea, .scroll');
  return taken ? 0 : by;
}
