import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '../controls.ts';
import { fire } from '../fire.ts';
import { Drafts } from '../stepper/drafts.ts';
import type { Proposal } from '../stepper/edits.ts';
import { formatFields } from '../stepper/settings-panel.ts';
import { settingsStyles } from '../stepper/styles-settings.ts';
import { base, tokens } from '../theme.ts';
import { dropZone } from './drop-zone.ts';
import type { ExplorerGroup } from './events.ts';
import { figures } from './figures.ts';
import { groupForStepper } from './group.ts';
import { groupPicker } from './group-picker.ts';
import { ExplorerSession, type Shown } from './session.ts';
import { explorerStyles } from './styles.ts';
import { tensorList } from './tensor-list.ts';

/**
 * A whole tensor: opens a `.safetensors` or `.npy` file, lists its tensors, quantizes the chosen one, and shows what that
 * costs and saves. The file stays in the browser; only the chosen tensor is read.
 *
 * @fires groupwise-group - a group was chosen to be walked through; `detail.attributes` are a stepper's attributes
 *
 * @csspart frame, drop-zone, button, tensors, figures, settings
 * @cssprop the tokens of `theme.ts`: --gw-paper, --gw-ink, --gw-loss, --gw-focus, …
 */
export class GroupwiseExplorer extends LitElement {
  static override styles = [tokens, base, controls, settingsStyles, explorerStyles];

  readonly #session = new ExplorerSession(() => this.requestUpdate());
  readonly #drafts = new Drafts();
  #over = false;
  #filter = '';
  #group = '1';
  #groupProblem: string | null = null;

  /** Opens a file, as if it had been dropped. Settles when it is open or refused; then the element says why. */
  async open(file: Blob, name: string): Promise<void> {
    await this.#session.open(file, name);
    const tensors = this.#session.opened?.file.tensors.filter((info) => info.supported) ?? [];
    const [only] = tensors;
    if (only && tensors.length === 1 && !this.#session.shown) await this.#session.choose(only);
  }

  protected override render(): TemplateResult {
    const { opened, shown, busy, problem } = this.#session;
    return html`<div class="frame" part="frame">
      ${dropZone({
        over: this.#over,
        setOver: (over) => {
          this.#over = over;
          this.requestUpdate();
        },
        open: (file) => void this.open(file, file.name),
      })}
      <div class="state">
        <p class="busy" role="status">${busy ?? ''}</p>
        ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      </div>
      ${
        opened
          ? tensorList({
              opened,
              chosen: shown?.info ?? null,
              filter: this.#filter,
              setFilter: (text) => {
                this.#filter = text;
                this.requestUpdate();
              },
              choose: (info) => void this.#session.choose(info),
            })
          : nothing
      }
      ${shown ? this.#tensor(shown) : nothing}
    </div>`;
  }

  #tensor(shown: Shown): TemplateResult {
    const { info, result } = shown;
    return html`<h3>${info.name}</h3>
      <div class="settings" part="settings">
        ${formatFields({
          settings: this.#session.settings,
          draft: (control) => this.#drafts.get(control),
          propose: (proposal) => void this.#propose(proposal),
          settle: (control) => {
            this.#drafts.settle(control);
            this.requestUpdate();
          },
        })}
      </div>
      ${figures(shown)}
      <p class="hint">Computed with ${shown.computedBy}</p>
      ${groupPicker({
        count: result.storage.numGroups,
        text: this.#group,
        problem: this.#groupProblem,
        type: (text) => {
          this.#group = text;
          this.#groupProblem = null;
          this.requestUpdate();
        },
        send: () => this.#send(shown),
      })}`;
  }

  async #propose({ control, text, reading }: Proposal): Promise<void> {
    if ('problem' in reading) {
      this.#drafts.set(control, text, reading.problem);
      this.requestUpdate();
      return;
    }
    this.#drafts.set(control, text, null);
    const refusal = await this.#session.change(reading.value);
    if (refusal !== null) this.#drafts.set(control, text, refusal);
    this.requestUpdate();
  }

  #send(shown: Shown): void {
    const count = shown.result.storage.numGroups;
    const number = Number(this.#group.trim() || 'nothing');
    if (!Number.isInteger(number) || number < 1 || number > count) {
      this.#groupProblem = `There are groups 1 to ${count}.`;
    } else {
      this.#groupProblem = null;
      fire<ExplorerGroup>(this, 'groupwise-group', groupForStepper(shown, number - 1));
    }
    this.requestUpdate();
  }
}
