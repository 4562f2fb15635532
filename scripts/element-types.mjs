// Writes dist/types/elements.d.ts from the doc comments of the elements: their tags for the DOM, for
// JSX of React 19 and for Vue's templates. Lit's own types stay out of the package.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = 'web/elements';

// What listeners are given. An event that is not here has a `detail` of any type.
const details = {
  'groupwise-change': '{ readonly attributes: AttributeTexts }',
  'groupwise-apply': '{ readonly attributes: AttributeTexts }',
  'groupwise-step': '{ readonly step: string; readonly index: number }',
  'groupwise-group':
    '{ readonly title: string; readonly tensor: string; readonly group: number; readonly start: number; readonly attributes: AttributeTexts }',
};

export async function writeElementTypes() {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(
    names.sort().map((name) => readFile(join(folder, name), 'utf8')),
  );
  const definitions = await readFile(join(folder, 'elements.ts'), 'utf8');
  const tags = new Map(
    [...definitions.matchAll(/'(groupwise-\w+)': (\w+),/g)].map(([, tag, name]) => [name, tag]),
  );
  const elements = sources.flatMap((text) => elementsIn(text, tags));
  if (elements.length !== tags.size)
    throw new Error('an element of elements.ts has no doc comment');
  await writeFile('dist/types/elements.d.ts', typesOf(elements));
}

function elementsIn(text, tags) {
  const classes = text.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*export class (\w+)/gs);
  return [...classes]
    .filter(([, , className]) => tags.has(className))
    .map(([, comment, className]) => {
      const text = comment.replace(/^ *\* ?/gm, '');
      const described = (tag) =>
        [
          ...text.matchAll(
            new RegExp(`^@${tag} (.+?) - (.+?)(?=\\n@|\\n\\s*\\n|\\s*(?![^]))`, 'gms'),
          ),
        ].flatMap(([, names, what]) =>
          names.split(/,\s*/).map((name) => ({ name, what: oneLine(what) })),
        );
      const [summary] = text.split(/\n\s*\n|\n@|\nAttributes/);
      return {
        className,
        tag: tags.get(className),
        summary: oneLine(summary),
        attributes: described('attr'),
        events: described('fires'),
      };
    });
}

function typesOf(elements) {
  const events = new Set(elements.flatMap((element) => element.events.map(({ name }) => name)));
  const map = (line) => elements.map((element) => `    '${element.tag}': ${line(element)};`);
  return [
    '/** Texts to give an element as attributes; null: without that attribute. */',
    'type AttributeTexts = Readonly<Record<string, string | null>>;',
    ...elements.map(interfacesOf),
    'declare global {',
    '  interface HTMLElementTagNameMap {',
    ...map(({ className }) => `${className}Element`),
    '  }',
    '  interface HTMLElementEventMap {',
    ...[...events].map((name) => `    '${name}': CustomEvent<${details[name] ?? 'any'}>;`),
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

function interfacesOf({ className, tag, summary, attributes, events }) {
  const lines = (items, line) =>
    items.flatMap((item) => [`  /** ${item.what} */`, `  ${line(item)}`]);
  return [
    '',
    `/** Attributes of \`<${tag}>\`. ${summary} */`,
    `export interface ${className}Attributes {`,
    ...lines(attributes, ({ name }) => `'${name}'?: string | number | undefined;`),
    '}',
    `/** Listeners of \`<${tag}>\` in JSX. */`,
    `export interface ${className}Listeners {`,
    ...lines(
      events,
      ({ name }) => `'on${name}'?: ((event: HTMLElementEventMap['${name}']) => void) | undefined;`,
    ),
    '}',
    `/** \`<${tag}>\`. ${summary} */`,
    `export interface ${className}Element extends HTMLElement {`,
    ...lines(attributes, ({ name }) => `${camelCase(name)}: string | null;`),
    '}',
    '',
  ].join('\n');
}

const ignored = (lines) => lines.flatMap((line) => ['      // @ts-ignore', `  ${line}`]);
const oneLine = (text) => text.trim().replace(/\s*\n\s*/g, ' ');
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
