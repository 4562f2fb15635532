// npm run new-element rounding-table: a new element's folder, its row in the list of tags, and a spec
// that passes. What is written is the smallest element that follows the rules of CONTRIBUTING.md.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { run } from './run.mjs';

const LIST = 'web/elements/elements.ts';

try {
  await newElement(parseArgs({ allowPositionals: true }).positionals);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function newElement([name, ...rest]) {
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(name ?? '') || rest.length > 0) {
    throw new Error('usage: npm run new-element <name>, a name such as rounding-table');
  }
  const folder = `web/elements/${name}`;
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  const className = `Groupwise${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
  const styles = `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Styles`;
  const files = {
    [`${folder}/${name}.ts`]: elementSource({ name, className, styles }),
    [`${folder}/${name}.styles.ts`]: stylesSource(styles),
    [`tests/spec/elements/${name}.browser.spec.ts`]: specSource({ name, className }),
    [LIST]: withRow(await readFile(LIST, 'utf8'), { name, className }),
  };
  await mkdir(folder);
  for (const [path, text] of Object.entries(files)) await writeFile(path, text);
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--log-level=error'];
  await run(process.execPath, [...biome, ...Object.keys(files)]);
  console.log(`Written:\n  ${Object.keys(files).join('\n  ')}\n
Next: npm run spec -- tests/spec/elements/${name}.browser.spec.ts
For the page, docs and the state in its URL: CONTRIBUTING.md, "An element".`);
}

function withRow(list, { name, className }) {
  const edits = [
    [/^import /m, `import { ${className} } from './${name}/${name}.ts';\nimport `],
    [/(const ELEMENTS = \{\n)/, `$1  'groupwise-${name}': ${className},\n`],
    [/(interface HTMLElementTagNameMap \{\n)/, `$1    'groupwise-${name}': ${className};\n`],
  ];
  return edits.reduce((text, [place, row]) => {
    if (!place.test(text)) throw new Error(`${LIST} has no place for a row: ${place}`);
    return text.replace(place, row);
  }, list);
}

function elementSource({ name, className, styles }) {
  return `import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { parseWeights } from '../text/parse.ts';
import { ${styles} } from './${name}.styles.ts';

/**
 * Counts weights.
 *
 * @attr weights - numbers separated by spaces, commas, semicolons or new lines
 *
 * @csspart frame
 * @cssprop --gw-paper, --gw-ink, --gw-loss
 */
export class ${className} extends LitElement {
  static override properties: PropertyDeclarations = { weights: { reflect: true } };
  static override styles = ${styles};

  declare weights: string | null;

  protected override render(): TemplateResult {
    const { values, problems } = parseWeights(this.weights ?? '');
    return html\`
      <div class="frame" part="frame">
        <p>\${values.length} weights</p>
        \${
          problems.length === 0
            ? nothing
            : html\`<p class="problem" role="alert">
                weight \${(problems[0]?.index ?? 0) + 1}: \${problems[0]?.reason}
              </p>\`
        }
      </div>
    \`;
  }
}
`;
}

function stylesSource(styles) {
  return `import { css } from 'lit';
import { layoutStyles } from '../ui/layout.styles.ts';
import { base, tokens } from '../ui/theme.ts';

const own = css\`
  .problem {
    color: var(--_loss);
  }
\`;

export const ${styles} = [tokens, base, layoutStyles, own];
`;
}

function specSource({ name, className }) {
  return `import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ${className} } from '../../../web/elements/${name}/${name}.ts';

const TAG = 'groupwise-${name}';
if (!customElements.get(TAG)) customElements.define(TAG, ${className});

let element: ${className};
beforeEach(async () => {
  element = document.createElement(TAG) as ${className};
  document.body.append(element);
  await element.updateComplete;
});
afterEach(() => element.remove());

const text = (): string => element.shadowRoot?.querySelector('.frame')?.textContent ?? '';

describe(TAG, () => {
  it('counts the weights of its attribute', async () => {
    element.setAttribute('weights', '0.1, -0.8 0.05');
    await element.updateComplete;
    expect(text()).toContain('3 weights');
    expect(element.shadowRoot?.querySelector('[role=alert]')).toBeNull();
  });

  it('says which weight is not a number', async () => {
    element.setAttribute('weights', '1, x');
    await element.updateComplete;
    expect(text()).toContain('weight 2: “x” is not a number');
  });
});
`;
}
