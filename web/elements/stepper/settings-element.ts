import { LitElement, type PropertyDeclarations } from 'lit';
import { SETTING_ATTRIBUTES, type SettingAttribute, type SettingTexts } from '../options/codec.ts';
import { TextContent } from '../state/text-content.ts';
import { textOf } from '../state/text-of.ts';

const PROPERTY_OF = {
  weights: 'weights',
  'group-size': 'groupSize',
  bits: 'bits',
  rounding: 'rounding',
  'scale-format': 'scaleFormat',
  'custom-scale': 'customScale',
  'row-length': 'rowLength',
} as const satisfies Record<SettingAttribute, string>;

/**
 * An element whose attributes say what is quantized; each is a reflected text property too. Weights may also be the text
 * between its tags; the attribute wins.
 */
export abstract class SettingsElement extends LitElement {
  static override properties: PropertyDeclarations = Object.fromEntries(
    SETTING_ATTRIBUTES.map((name) => [PROPERTY_OF[name], { attribute: name, reflect: true }]),
  );

  declare weights: string | null;
  declare groupSize: string | null;
  declare bits: string | null;
  declare rounding: string | null;
  declare scaleFormat: string | null;
  declare customScale: string | null;
  declare rowLength: string | null;

  /** The texts this element has read or written itself. */
  #known: SettingTexts | null = null;
  /** The weights that this element has written over its text. */
  #overText: string | null = null;
  readonly #content = new TextContent(this, () => {
    if (this.#overText !== null && this.weights === this.#overText) this.weights = null;
    this.#overText = null;
  });

  /** The attribute texts, if somebody else has changed them since they were last taken or written; else null. */
  protected takeTexts(): SettingTexts | null {
    const texts = this.#texts();
    if (this.#known && SETTING_ATTRIBUTES.every((name) => texts[name] === this.#known?.[name])) {
      return null;
    }
    this.#known = texts;
    return texts;
  }

  /** Writes the attributes that differ between two states; the others keep what their author wrote. False: none did. */
  protected writeTexts(before: SettingTexts, after: SettingTexts): boolean {
    const changed = SETTING_ATTRIBUTES.filter((name) => before[name] !== after[name]);
    for (const name of changed) this[PROPERTY_OF[name]] = after[name];
    if (this.#content.text !== null && changed.includes('weights')) this.#overText = after.weights;
    this.#known = this.#texts();
    return changed.length > 0;
  }

  #texts(): SettingTexts {
    const text = (name: SettingAttribute): string | null => textOf(this[PROPERTY_OF[name]]);
    return {
      weights: text('weights') ?? this.#content.text,
      'group-size': text('group-size'),
      bits: text('bits'),
      rounding: text('rounding'),
      'scale-format': text('scale-format'),
      'custom-scale': text('custom-scale'),
      'row-length': text('row-length'),
    };
  }
}
