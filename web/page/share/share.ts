import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isStateful, type StatefulElement } from '../../elements/state/stateful-element.ts';
import { controls } from '../../elements/ui/controls.styles.ts';
import { base, tokens } from '../../elements/ui/theme.ts';
import { loadFor } from '../elements.ts';
import { stateOf } from '../url/sync.ts';
import { codesFor, linkTo } from './codes.ts';
import { shareStyles } from './styles.ts';

const SAID_MS = 4000;

/** “Copy link” and “Embed” of the section it stands in, for the present state of the section's elements. */
export class PageShare extends LitElement {
  static override properties: PropertyDeclarations = { section: {} };
  static override styles = [tokens, base, controls, shareStyles];

  /** The id of the section. */
  declare section: string;

  #isOpen = false;
  /** A link that could not be copied, to be copied by hand. */
  #link: string | null = null;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const name of CHANGES) this.#place?.addEventListener(name, this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of CHANGES) this.#place?.removeEventListener(name, this.#follow);
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    return html`<div class="bar">
        <button class="quiet" @click=${this.#copyLink}>Copy link</button>
        <button class="quiet" aria-expanded=${this.#isOpen} aria-controls="codes" @click=${this.#toggle}>
          Embed
        </button>
        <span class="said" role="status">${this.#said}</span>
      </div>
      ${
        this.#link === null
          ? nothing
          : html`<label class="by-hand">Link, to be copied by hand
              <input id="link" type="text" readonly .value=${this.#link} @focus=${selectAll} /></label>`
      }
      <div id="codes" ?hidden=${!this.#isOpen}>${this.#isOpen ? this.#codes() : nothing}</div>`;
  }

  #codes(): TemplateResult[] {
    const elements = this.#elements();
    return elements.map((element, index) => {
      const { tag, frame } = codesFor(element, element.localName.replace('groupwise-', ''));
      const name = elements.length > 1 ? (element.ariaLabel ?? element.localName) : null;
      return html`${name === null ? nothing : html`<h3>${name}</h3>`}
        ${this.#code('As a tag', tag, `tag-${index}`, name)}
        ${this.#code('As a frame', frame, `frame-${index}`, name)}`;
    });
  }

  #code(label: string, code: string, id: string, of: string | null): TemplateResult {
    const rows = code.split('\n').length + 1;
    return html`<div class="code">
      <div class="code-head">
        <label for=${id}>${label}${of === null ? nothing : html`<span class="visually-hidden">: ${of}</span>`}</label>
        <button aria-label=${`Copy: ${label}${of === null ? '' : `, ${of}`}`} @click=${() => this.#copy(code, id)}>Copy</button>
      </div>
      <textarea id=${id} readonly spellcheck="false" rows=${rows} .value=${code} @focus=${selectAll}></textarea>
    </div>`;
  }

  readonly #copyLink = async (): Promise<void> => {
    const states = this.#elements().map((element) => stateOf(element));
    const link = linkTo(this.section, new Map(states));
    this.#link = null;
    if (await written(link)) this.#say('Link copied');
    else {
      this.#link = link;
      await this.#offer('link');
    }
  };

  async #copy(code: string, id: string): Promise<void> {
    if (await written(code)) this.#say('Copied');
    else await this.#offer(id);
  }

  /** The clipboard was refused: the text is selected, so that a key copies it. */
  async #offer(id: string): Promise<void> {
    this.#say(
      'The browser does not allow copying; the text is selected: copy it with Ctrl+C or ⌘C.',
    );
    await this.updateComplete;
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
    field?.focus();
    field?.select();
  }

  #say(text: string): void {
    this.#said = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#said = '';
      this.requestUpdate();
    }, SAID_MS);
    this.requestUpdate();
  }

  readonly #toggle = async (): Promise<void> => {
    this.#isOpen = !this.#isOpen;
    if (this.#isOpen) await Promise.all(this.#candidates().map(loadFor));
    this.requestUpdate();
  };

  readonly #follow = (): void => {
    if (this.#isOpen) this.requestUpdate();
  };

  get #place(): HTMLElement | null {
    return this.closest('section');
  }

  #candidates(): Element[] {
    return Array.from(this.#place?.querySelectorAll('[data-state]') ?? []);
  }

  #elements(): StatefulElement[] {
    return this.#candidates().filter((element) => isStateful(element));
  }
}

const CHANGES = ['groupwise-change', 'groupwise-step'] as const;

/** False: this page may not write to the clipboard. */
async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}
