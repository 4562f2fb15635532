import type { PlotOptions } from '@observablehq/plot';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Plot = typeof import('./plot-parts.ts');

/** Observable Plot (85 kB gzipped), loaded when a chart is first needed. */
export class PlotLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #loading = false;
  #plot: Plot | null = null;
  #problem: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Null until it is there; asking for it loads it. */
  get plot(): Plot | null {
    if (!this.#loading) {
      this.#loading = true;
      void this.#load();
    }
    return this.#plot;
  }

  /** Why there are no charts. */
  get problem(): string | null {
    return this.#problem;
  }

  async #load(): Promise<void> {
    try {
      this.#plot = await import('./plot-parts.ts');
      this.#problem = null;
    } catch (error) {
      this.#problem = `The charts could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    }
    this.#host.requestUpdate();
  }
}

/**
 * Plot puts a `<style>` into each chart, which a Content-Security-Policy without `unsafe-inline` refuses and reports. In a
 * document that is shown nowhere it does no harm; {@link chartStyles} says what it would have said.
 */
export function draw(plot: Plot, options: PlotOptions): SVGSVGElement {
  const nowhere = document.implementation.createHTMLDocument('');
  const svg = plot.plot({ ...options, document: nowhere }) as unknown as SVGSVGElement;
  for (const style of svg.querySelectorAll('style')) style.remove();
  // The chart has a name as a whole; marks without a role may not have one.
  for (const mark of svg.querySelectorAll('g[aria-label]')) mark.removeAttribute('aria-label');
  return document.adoptNode(svg);
}
