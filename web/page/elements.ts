/** The elements of the page, each by the code that it needs; loaded once, when one is wanted. */
const CLASSES = {
  'groupwise-stepper': async () =>
    (await import('../elements/stepper/stepper.ts')).GroupwiseStepper,
  'groupwise-compare': async () =>
    (await import('../elements/compare/compare.ts')).GroupwiseCompare,
  'groupwise-calculator': async () =>
    (await import('../elements/calculator/calculator.ts')).GroupwiseCalculator,
  'groupwise-explorer': async () =>
    (await import('../elements/explorer/explorer.ts')).GroupwiseExplorer,
  'groupwise-speed': async () => (await import('../elements/speed/speed.ts')).GroupwiseSpeed,
  'groupwise-tradeoff': async () =>
    (await import('../elements/tradeoff/tradeoff.ts')).GroupwiseTradeoff,
} as const satisfies Record<string, () => Promise<CustomElementConstructor>>;

export type ElementName = keyof typeof CLASSES;

export const ELEMENT_NAMES = Object.keys(CLASSES) as ElementName[];

/** Settles when the element is defined, or, where its code cannot be had, says so. */
export async function loadElement(name: ElementName): Promise<void> {
  if (customElements.get(name)) return;
  try {
    const element = await CLASSES[name]();
    if (!customElements.get(name)) customElements.define(name, element);
  } catch {
    for (const element of document.querySelectorAll(name)) {
      element.textContent = 'This part could not be loaded. Reload the page to try again.';
    }
  }
}

/** Settles when the code of a page's element is there. */
export async function loadFor(element: Element): Promise<void> {
  const name = ELEMENT_NAMES.find((each) => each === element.localName);
  if (name) await loadElement(name);
}

/** Small ones, which need no worker: they load as soon as the first stepper can be used. */
export async function loadLight(): Promise<void> {
  const names = ['groupwise-compare', 'groupwise-calculator'] as const;
  await Promise.all(names.map(loadElement));
}

/** Loads the code of the other elements under `root` when they are about to be seen. */
export function loadWhenNear(root: HTMLElement): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void loadFor(target);
      }
    },
    { rootMargin: '75% 0px' },
  );
  for (const element of root.querySelectorAll(ELEMENT_NAMES.join())) observer.observe(element);
}
