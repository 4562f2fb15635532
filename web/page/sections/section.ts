import { html, type TemplateResult } from 'lit';
import type { WalkTexts } from '../../elements/walk/settings.ts';

/** A stepper of the page: its name in the URL and the example it starts with. */
export interface StepperSpec {
  readonly id: string;
  readonly label: string;
  readonly texts: Partial<WalkTexts>;
  /** The step that makes the section's point. */
  readonly step: string;
}

/** A part of the story: prose, then what it is about. */
export interface Section {
  readonly id: string;
  readonly title: string;
  content(): TemplateResult;
}

export function sectionTemplate(section: Section, number: number): TemplateResult {
  return html`<section id=${section.id} aria-labelledby="${section.id}-title">
    <p class="number-of" aria-hidden="true">${number}</p>
    <h2 id="${section.id}-title"><a href="#${section.id}">${section.title}</a></h2>
    ${section.content()}
    <page-share section=${section.id}></page-share>
  </section>`;
}

export function stepper({ id, label, texts, step }: StepperSpec): TemplateResult {
  return html`<groupwise-stepper
    data-state=${id}
    role="group"
    aria-label=${label}
    step=${step}
    weights=${texts.weights ?? ''}
    group-size=${texts['group-size'] ?? '32'}
    .scaleFormat=${texts['scale-format'] ?? null}
    .customScale=${texts['custom-scale'] ?? null}
  ></groupwise-stepper>`;
}
