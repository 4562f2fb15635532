import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { linearBars, logarithmicBars } from '../charts/bins.ts';
import { binsTable } from '../charts/bins-table.ts';
import { scaleHistogram, weightHistogram } from '../charts/histograms.ts';
import type { PlotLoader } from '../charts/plot.ts';
import type { Shown } from '../tensors/session.ts';
import { formatCount, formatFloat, formatFloat32, plural } from '../text/format.ts';
import type { Inspector } from './inspector.ts';
import type { Range } from './state.ts';

export interface ChartsView {
  readonly shown: Shown;
  readonly loader: PlotLoader;
  readonly levels: Inspector['levels'];
  readonly range: Range;
  /** Of one chart, in px; 0: not known yet. */
  readonly width: number;
}

/** How the weights and the scales are distributed, each with its figures in words. */
export function chartsPanel({ shown, loader, levels, range, width }: ChartsView): TemplateResult {
  const { plot, problem } = loader;
  const { tensor, scales } = shown.result;
  const { smallest, largest, typicalBins, allBins } = tensor.summary;
  const bins = range === 'typical' ? typicalBins : allBins;
  const ready = plot !== null && width > 0;
  const weightsText = `${plural(tensor.length, 'weight')} from ${formatFloat32(smallest)} to ${formatFloat32(largest)}.`;
  const outsideText =
    bins.outside > 0
      ? ` ${plural(bins.outside, 'weight')} beyond ±${formatFloat(bins.to, 3)} ${bins.outside === 1 ? 'is' : 'are'} not in the picture.`
      : '';
  const levelsText =
    levels === null
      ? ''
      : ` Ticks below: the ${levels.values.length} values that a code of group ${formatCount(levels.group + 1)} can stand for.`;
  const scalesText =
    scales.count === 1
      ? `One scale: ${formatFloat32(scales.smallest)}.`
      : `${formatCount(scales.count)} scales from ${formatFloat32(scales.smallest)} to ${formatFloat32(scales.largest)}.`;
  return html`<div class="charts" part="charts">
    <figure class="chart">
      <h4>Weights, and what codes can say</h4>
      <div class="plot" role="img" aria-label="Histogram of the weights. ${weightsText}${outsideText}">
        ${guard([bins, levels, range, width, plot], () =>
          ready
            ? weightHistogram(plot, {
                bins,
                levels: levels?.values ?? new Float32Array(),
                logarithmic: range === 'all',
                width,
              })
            : nothing,
        )}
      </div>
      <figcaption>${weightsText}${outsideText}${levelsText}</figcaption>
      ${guard([bins], () => binsTable(linearBars(bins), 'weights', 'weights'))}
    </figure>
    <figure class="chart">
      <h4>Scales of the groups</h4>
      <div class="plot" role="img" aria-label="Histogram of the scales. ${scalesText}">
        ${guard([scales, width, plot], () => (ready ? scaleHistogram(plot, scales, width) : nothing))}
      </div>
      <figcaption>${scalesText}</figcaption>
      ${guard([scales], () => binsTable(logarithmicBars(scales.bins), 'groups', 'scales'))}
    </figure>
    ${problem === null ? nothing : html`<p class="problem">${problem}</p>`}
  </div>`;
}
