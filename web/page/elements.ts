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
  'groupwise-tradeoff': async () =>
    (await import('../elements/tradeoff/tradeoff.ts')).GroupwiseTradeoff,
} as const satisfies Record<string, () => Promise<CustomElementConstructor>>;

export type ElementName = keyof typeof CLASSES;

export const ELEMENT_NAMES = Object.keys(CLASSES) as ElementName[];

/** Settles when the element is defined. */
export async function loadElement(name: ElementName): Promise<void> {
  if (customElements.get(name)) return;
  const element = await CLASSES[name]();
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Settles when the code of a page's element is there. */
export async function loadFor(element: Element): Promise<void> {
  const name = ELEMENT_NAMES.find((each) => each === element.localName);
  if (name) await loadElement(name);
}

/** Loads the code of the elements under `root` when they are about to be seen. */
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
