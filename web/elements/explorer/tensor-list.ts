import type { TensorInfo } from 'groupwise/files';
import { html, nothing, type TemplateResult } from 'lit';
import type { OpenedFile } from '../tensors/protocol.ts';
import { formatBytes, formatCount, plural } from '../text/format.ts';

const MOST_ROWS = 300;

export interface TensorListView {
  readonly opened: OpenedFile;
  /** The name of the one that is shown. */
  readonly chosen: string | null;
  readonly filter: string;
  readonly setFilter: (text: string) => void;
  readonly choose: (info: TensorInfo) => void;
}

/** The tensors of a file, to choose one. Those of a type that cannot be read exactly are listed, but not offered. */
export function tensorList(view: TensorListView): TemplateResult {
  const { tensors } = view.opened;
  const wanted = view.filter.trim().toLowerCase();
  const found = tensors.filter((info) => info.name.toLowerCase().includes(wanted));
  return html`<div class="tensors">
    <p class="file">
      <strong>${view.opened.name}</strong>, ${formatBytes(view.opened.bytes)}, ${plural(tensors.length, 'tensor')}
    </p>
    ${
      tensors.length > 8
        ? html`<div class="field">
            <label for="filter">Find a tensor by name</label>
            <input
              id="filter"
              type="text"
              autocomplete="off"
              spellcheck="false"
              .value=${view.filter}
              @input=${(event: InputEvent) => view.setFilter((event.target as HTMLInputElement).value)}
            />
          </div>`
        : nothing
    }
    <div class="scroll" tabindex="0" role="group" aria-label="Tensors">
      <table part="tensors">
        <thead>
          <tr><th scope="col">Tensor</th><th scope="col">Type</th><th scope="col">Shape</th><th scope="col">Weights</th></tr>
        </thead>
        <tbody>
          ${found.slice(0, MOST_ROWS).map((info) => rowTemplate(info, view))}
        </tbody>
      </table>
    </div>
    ${
      found.length > MOST_ROWS
        ? html`<p class="hint">The first ${MOST_ROWS} of ${formatCount(found.length)} are listed; find others by name.</p>`
        : nothing
    }
  </div>`;
}

function rowTemplate(info: TensorInfo, { chosen, choose }: TensorListView): TemplateResult {
  return html`<tr class=${info.name === chosen ? 'chosen' : ''}>
    <th scope="row">
      <button
        class="quiet"
        aria-pressed=${info.name === chosen ? 'true' : 'false'}
        ?disabled=${!info.supported}
        title=${info.supported ? nothing : `${info.dtype} cannot be read as float32 exactly`}
        @click=${() => choose(info)}
      >${info.name}</button>
    </th>
    <td>${info.dtype}</td>
    <td>${info.shape.length === 0 ? 'scalar' : info.shape.join(' × ')}</td>
    <td>${formatCount(info.length)}</td>
  </tr>`;
}
