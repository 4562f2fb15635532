import { afterEach, describe, expect, it } from 'vitest';
import { defineElements } from '../../../web/elements/elements.ts';
import type { StatefulElement } from '../../../web/elements/state/stateful-element.ts';

defineElements();

type Element = StatefulElement & { readonly renderRoot: ShadowRoot };

/** A state for each element, and what tells that it is shown. */
const STATES: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['groupwise-stepper', { weights: '3, -4', bits: '4', step: 'round' }, '.card'],
  ['groupwise-compare', { weights: '3, -4', 'a-bits': '4', 'b-group-size': '1' }, '.row'],
  ['groupwise-calculator', { parameters: '7000000', bits: '4' }, '.rate'],
  ['groupwise-speed', { length: '20000', 'group-size': '64' }, '[part=button]'],
  ['groupwise-explorer', { size: '64x32', seed: '7', bits: '4', layer: 'error' }, '.readout'],
  ['groupwise-tradeoff', { size: '64x32', seed: '7', goal: 'size', budget: '5' }, '.plot circle'],
];

/** Longer than an element waits before it lets go of its workers. */
const AWAY_MS = 100;

const waiting = { timeout: 60_000 };

function shown(element: Element, selector: string) {
  return expect.poll(() => element.renderRoot.querySelector(selector) !== null, waiting);
}

function element(tag: string): Element {
  const made = document.createElement(tag) as Element;
  made.style.display = 'block';
  return made;
}

afterEach(() => document.body.replaceChildren());

describe.each(STATES)('%s', (tag, state, selector) => {
  it('keeps its state and comes back to life when it is taken out and put elsewhere', async () => {
    const moved = element(tag);
    document.body.append(moved);
    await moved.restore({ ...state });
    await shown(moved, selector).toBe(true);
    expect(moved.texts).toMatchObject(state);

    moved.remove();
    await new Promise((done) => setTimeout(done, AWAY_MS));
    expect(moved.texts).toMatchObject(state);
    const place = document.createElement('section');
    document.body.append(place);
    place.append(moved);
    await shown(moved, selector).toBe(true);
    expect(moved.texts).toMatchObject(state);
    expect(moved.renderRoot.querySelector('[role=alert]')).toBeNull();
  });

  it('is not disturbed by a move within the page', async () => {
    const moved = element(tag);
    document.body.append(moved);
    await moved.restore({ ...state });
    await shown(moved, selector).toBe(true);
    const place = document.createElement('section');
    document.body.prepend(place);
    place.append(moved);
    expect(moved.renderRoot.querySelector(selector)).not.toBeNull();
    expect(moved.texts).toMatchObject(state);
  });
});

describe('an explorer with a file', () => {
  it('opens it again when it is put back', async () => {
    const explorer = element('groupwise-explorer') as Element & {
      open(file: Blob, name: string): Promise<void>;
    };
    document.body.append(explorer);
    await explorer.open(npy(), 'weights.npy');
    await shown(explorer, '.readout').toBe(true);
    const before = explorer.texts;
    expect(before.source).toBe('file');

    explorer.remove();
    await shown(explorer, '.readout').toBe(false);
    document.body.append(explorer);
    await shown(explorer, '.readout').toBe(true);
    expect(explorer.texts).toEqual(before);
    expect(explorer.renderRoot.querySelector('h3')?.textContent).toContain('weights');
  });
});

/** 8 x 16 float32 weights as numpy writes them. */
function npy(): Blob {
  const header = `${"{'descr': '<f4', 'fortran_order': False, 'shape': (8, 16), }".padEnd(117)}\n`;
  const start = Uint8Array.of(0x93, ...Array.from('NUMPY', (c) => c.charCodeAt(0)), 1, 0, 118, 0);
  const weights = Float32Array.from({ length: 128 }, (_, at) => Math.sin(at));
  return new Blob([start, header, weights]);
}
