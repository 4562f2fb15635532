import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../text/format.ts';
import { glossary } from '../ui/glossary.ts';
import { pointText, settingText, verdict } from './best.ts';
import { type ChartView, tradeoffChart } from './chart.ts';
import { type GoalPanelView, goalPanel } from './goal-panel.ts';
import { sizesLegend } from './sizes.ts';
import type { Point } from './survey.ts';
import { surveyTable } from './table.ts';

export interface TradeoffView {
  readonly name: string;
  /** What is being waited for, where there is no tensor yet. */
  readonly waiting: string;
  readonly notices: TemplateResult | typeof nothing;
  readonly goal: GoalPanelView;
  /** Null: there is no tensor yet. */
  readonly chart: ChartView | null;
  readonly chartProblem: string | null;
  readonly pointed: Point | undefined;
}

export function tradeoffLayout(view: TradeoffView): TemplateResult {
  const { chart, goal } = view;
  const measured = chart?.survey.points.size ?? 0;
  const total = chart?.survey.total ?? 0;
  const complete = chart !== null && measured === total;
  const said = chart ? verdict(chart.best, goal.goal, complete) : '';
  return html`<div class="frame" part="frame">
    <h3>${view.name}</h3>
    <p class="status">
      ${
        chart && !complete
          ? html`<progress aria-label="Settings measured" max=${total} .value=${measured}></progress>`
          : nothing
      }
      <span>${chart ? `${formatCount(measured)} of ${formatCount(total)} settings measured` : view.waiting}</span>
    </p>
    ${view.notices}
    ${goalPanel(goal)}
    <div class="verdict" part="verdict">
      <p>${said}</p>
      <button
        class="primary"
        part="button"
        ?disabled=${!chart?.best}
        @click=${() => {
          if (chart?.best) chart.apply(chart.best);
        }}
      >Apply it</button>
    </div>
    <div class="visually-hidden" role="status">${complete ? said : ''}</div>
    <figure class="chart" part="chart">
      <h4>What each setting costs, and what it keeps</h4>
      ${chart ? tradeoffChart(chart) : html`<div class="plot alone"></div>`}
      ${view.chartProblem === null ? nothing : html`<p class="problem">${view.chartProblem}</p>`}
      ${chart ? sizesLegend(chart.survey) : nothing}
      <ul class="keys">
        <li><svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true"><circle class="ring" r="6"></circle></svg>
          the current setting${chart ? `: ${settingText(chart.current)}` : ''}</li>
        <li><svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true"><path class="ring" d="M0 -7 7 0 0 7 -7 0Z"></path></svg>
          the best for the goal</li>
        <li>dashes: the goal</li>
      </ul>
      <p class="pointed">${view.pointed ? pointText(view.pointed) : 'Choose a point to apply its setting.'}</p>
      ${glossary('sqnr')}
    </figure>
    <div class="measure" aria-hidden="true"></div>
    ${chart ? surveyTable(chart.survey) : nothing}
  </div>`;
}
