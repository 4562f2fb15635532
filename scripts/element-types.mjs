// Writes dist/custom-elements.json (see custom-elements-manifest.config.mjs) and, from it,
// dist/types/elements.d.ts: the elements' types for the DOM, for JSX of React 19 and for Vue's
// templates. Lit's own types stay out of the package.
import { readFile, writeFile } from 'node:fs/promises';
import { run } from './run.mjs';

const ANALYZER = 'node_modules/@custom-elements-manifest/analyzer/cem.js';

const HEAD = `/** Texts to give an element as attributes; null: without that attribute. */
export type AttributeTexts = Readonly<Record<string, string | null>>;
/** An attribute whose text could not be used, and why. */
export interface AttributeProblem {
  readonly attribute: string;
  readonly message: string;
}
/** A tensor of a \`<groupwise-explorer>\`, to be handed to a \`<groupwise-tradeoff>\`. */
export type MeasurableTensor = object;
`;

export async function writeElementTypes() {
  await run(process.execPath, [ANALYZER, 'analyze', '--quiet']);
  const { modules } = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'));
  const elements = modules.flatMap(({ declarations }) => declarations);
  if (elements.length === 0) throw new Error('no element is in dist/custom-elements.json');
  await writeFile('dist/types/elements.d.ts', typesOf(elements.map(elementOf)));
}

function elementOf({ name, tagName, description, attributes, events = [], members }) {
  const withoutAttribute = members.filter(
    (member) => !attributes.some((attribute) => camelCase(attribute.name) === member.name),
  );
  return {
    className: name,
    tag: tagName,
    summary: oneLine(description),
    attributes,
    events,
    members: withoutAttribute,
  };
}

function typesOf(elements) {
  const events = new Map(
    elements.flatMap((element) =>
      element.events.map(({ name, type }) => [name, type?.text ?? 'CustomEvent']),
    ),
  );
  const map = (line) => elements.map((element) => `    '${element.tag}': ${line(element)};`);
  return [
    HEAD,
    ...elements.map(interfacesOf),
    'declare global {',
    '  interface HTMLElementTagNameMap {',
    ...map(({ className }) => `${className}Element`),
    '  }',
    '  interface HTMLElementEventMap {',
    ...[...events].map(([name, type]) => `    '${name}': ${type};`),
    '  }',
    '}',
    '',
    '// @ts-ignore: where there is no React',
    "declare module 'react' {",
    '  namespace JSX {',
    '    interface IntrinsicElements {',
    ...ignored(
      map(
        ({ className }) =>
          `DetailedHTMLProps<HTMLAttributes<${className}Element>, ${className}Element> & ${className}Attributes & ${className}Listeners`,
      ),
    ),
    '    }',
    '  }',
    '}',
    '',
    '// @ts-ignore: where there is no Vue',
    "declare module 'vue' {",
    '  interface GlobalComponents {',
    ...map(({ className }) => `new () => { $props: ${className}Attributes }`),
    '  }',
    '}',
    '',
  ].join('\n');
}

function interfacesOf({ className, tag, summary, attributes, events, members }) {
  return [
    '',
    `/** Attributes of \`<${tag}>\`. ${summary} */`,
    `export interface ${className}Attributes {`,
    ...attributes.flatMap((each) =>
      documented(each, `'${each.name}'?: string | number | undefined;`),
    ),
    '}',
    `/** Listeners of \`<${tag}>\` in JSX. */`,
    `export interface ${className}Listeners {`,
    ...events.flatMap((each) =>
      documented(
        each,
        `'on${each.name}'?: ((event: HTMLElementEventMap['${each.name}']) => void) | undefined;`,
      ),
    ),
    '}',
    `/** \`<${tag}>\`. ${summary} */`,
    `export interface ${className}Element extends HTMLElement {`,
    ...attributes.flatMap((each) => documented(each, `${camelCase(each.name)}: string | null;`)),
    ...members.flatMap((each) => documented(each, memberOf(each))),
    '}',
    '',
  ].join('\n');
}

function memberOf({ kind, name, type, readonly, parameters = [], return: returned }) {
  if (kind !== 'method') return `${readonly ? 'readonly ' : ''}${name}: ${textOf(type)};`;
  const given = parameters.map(({ name, type, optional }) =>
    [name, optional ? '?' : '', ': ', textOf(type)].join(''),
  );
  return `${name}(${given.join(', ')}): ${textOf(returned?.type)};`;
}

const textOf = (type) => type?.text ?? 'unknown';

const documented = ({ description }, line) => [
  ...(description ? [`  /** ${oneLine(description)} */`] : []),
  `  ${line}`,
];
const ignored = (lines) => lines.flatMap((line) => ['      // @ts-ignore', `  ${line}`]);
const oneLine = (text) => text.trim().replace(/\s*\n\s*/g, ' ');
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
