// dist/custom-elements.json: what editors, frameworks and documentation tools are told of the
// elements, from their doc comments and types. `npm run build` writes it.
export default {
  globs: ['web/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tagsOfList(), onlyPublished()],
};

/** The tags are those of the list in web/elements/elements.ts. */
function tagsOfList() {
  const tags = new Map();
  return {
    name: 'tags-of-list',
    collectPhase({ ts, node }) {
      if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'ELEMENTS') return;
      const list = ts.isAsExpression(node.initializer)
        ? node.initializer.expression
        : node.initializer;
      for (const { name, initializer } of list.properties) {
        tags.set(initializer.getText(), name.text);
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
        const tagName = tags.get(declaration.name);
        if (tagName) Object.assign(declaration, { tagName, customElement: true });
      }
    },
  };
}

/** Leaves what a user of an element can see: no base classes, no private members, no helpers. */
function onlyPublished() {
  return {
    name: 'only-published',
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter(({ tagName }) => tagName).map(published);
        module.exports = module.declarations.map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name },
        }));
      }
      const [kind, path] = ['javascript-module', 'dist/elements.js'];
      const of = (key) =>
        manifest.modules
          .flatMap((module) => module[key])
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      const exports = of('exports').map((each) => ({
        ...each,
        declaration: { ...each.declaration, module: path },
      }));
      manifest.modules = [{ kind, path, declarations: of('declarations'), exports }];
    },
  };
}

// Types of the sources that the package does not publish, and what stands for them.
const PUBLISHED_TYPES = [
  [/\bPartial<\w*Texts(<\w+>)?>|\b\w*Texts(<\w+>)?/g, 'AttributeTexts'],
  [/\b\w*Problem\b/g, 'AttributeProblem'],
];

function published({ members = [], attributes = [], cssParts = [], cssProperties = [], ...given }) {
  const { superclass: _, ...rest } = given;
  const described = attributes.filter(({ description }) => description).flatMap(each);
  return {
    ...rest,
    description: rest.description.split(/\n\s*\n/)[0],
    attributes: described,
    members: members.filter(isPublished).map(withPublishedTypes),
    cssParts: cssParts.flatMap(each),
    cssProperties: cssProperties.flatMap((item) =>
      (textOf(item).match(/--gw-[\w-]+/g) ?? []).map((name) => ({ name })),
    ),
  };
}

function withPublishedTypes({ inheritedFrom: _, ...member }) {
  return JSON.parse(JSON.stringify(member), (key, value) =>
    key === 'text'
      ? PUBLISHED_TYPES.reduce((type, [pattern, name]) => type.replace(pattern, name), value)
      : value,
  );
}

function isPublished({ name, privacy = 'public', static: isStatic = false, inheritedFrom }) {
  const lifeCycle = /^(connected|disconnected)Callback$|^(render|willUpdate|updated|firstUpdated)$/;
  return (
    privacy === 'public' &&
    !isStatic &&
    !lifeCycle.test(name) &&
    inheritedFrom?.name !== 'LitElement'
  );
}

/** Several names with commas may share a description: `@attr a-bits, b-bits - 2 to 8`. */
function each(item) {
  if (!item.name.endsWith(',')) return [item];
  const [names, description] = textOf(item).split(' - ');
  return names.split(/,\s*/).map((name) => ({ ...item, name, description }));
}

const textOf = ({ name, description = '' }) => `${name} ${description}`;
