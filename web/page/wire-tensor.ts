import { html, type TemplateResult } from 'lit';
import { readSize, sizeText } from '../elements/tensors/spec.ts';
import { loadElement } from './elements.ts';

/** Where the group that the explorer sends is walked through. */
export function sentPlace(): TemplateResult {
  return html`<div class="sent" hidden>
    <h3>The group you chose</h3>
    <groupwise-stepper data-sent role="group" aria-label="A group of the tensor"></groupwise-stepper>
  </div>`;
}

/** Shows the group that the explorer sends in the stepper below it, and in the explorer what is asked for elsewhere. */
export function wireTensor(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>('.sent');
  const stepper = place?.querySelector('groupwise-stepper');
  if (!place || !stepper) return;
  dropAnywhere(root);
  root.querySelector('[data-explore]')?.addEventListener('click', () => void exploreLayer(root));
  root.addEventListener('groupwise-group', (event) => {
    const { title, attributes } = event.detail;
    for (const [name, text] of Object.entries(attributes)) {
      if (text === null) stepper.removeAttribute(name);
      else stepper.setAttribute(name, text);
    }
    const heading = place.querySelector('h3');
    if (heading) heading.textContent = title;
    place.hidden = false;
    void loadElement('groupwise-stepper').then(() => place.scrollIntoView({ block: 'start' }));
  });
}

/** Generates the matrix that the section about a layer is set to, its shape and its groups, or says why it is not. */
async function exploreLayer(root: HTMLElement): Promise<void> {
  const explorer = root.querySelector('groupwise-explorer');
  const layer = root.querySelector('[data-state=layer-size]');
  const note = root.querySelector('[data-explore-note]');
  if (!explorer || !layer || !note) return;
  const size = readSize(layer.getAttribute('parameters') ?? '');
  note.textContent = 'problem' in size ? `It cannot be generated: ${size.problem}.` : '';
  if ('problem' in size) return;
  explorer.scrollIntoView({ block: 'start' });
  await loadElement('groupwise-explorer');
  await explorer.apply({
    source: 'outliers',
    size: sizeText(size.value),
    'group-size': layer.getAttribute('group-size') ?? '256',
  });
}

/** A file that misses the drop zone would replace the page; the explorer takes it instead. */
function dropAnywhere(root: HTMLElement): void {
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', async (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files.item(0);
    const explorer = root.querySelector('groupwise-explorer');
    if (!file || !explorer) return;
    explorer.scrollIntoView({ block: 'start' });
    await loadElement('groupwise-explorer');
    await explorer.open(file, file.name);
  });
}
