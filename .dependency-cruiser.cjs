// Which room may import which: `npm run check` refuses everything else. docs/architecture.md draws the same arrow.
const elements = 'calculator|compare|explorer|speed|stepper|tradeoff';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that need each other are one file, or miss a third one below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      comment: 'Rooms that need each other are one room, or miss a third one below both.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-is-below',
      comment: 'The package knows nothing of elements, of the page, or of a template language.',
      severity: 'error',
      from: { path: '^web/lib/' },
      to: { path: ['^web/(elements|page)/', 'node_modules/lit'] },
    },
    {
      name: 'elements-are-below-the-page',
      severity: 'error',
      from: { path: '^web/elements/' },
      to: { path: '^web/page/' },
    },
    {
      name: 'lib-by-name',
      comment: 'Elements and the page import the library as its users do, by its name.',
      severity: 'error',
      from: { path: '^web/(elements|page)/' },
      to: { path: '^web/lib/', dependencyTypes: ['local'] },
    },
    {
      name: 'elements-apart',
      comment: 'What two elements share lies in a room of its own beside them.',
      severity: 'error',
      from: { path: `^web/elements/([^/]+)/` },
      to: { path: `^web/elements/(${elements})/`, pathNot: '^web/elements/$1/' },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nobody imports is dead, or an entry that this rule must name.',
      severity: 'error',
      from: { orphan: true, path: '^web/', pathNot: '[.]d[.]ts$' },
      to: {},
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|dist)/' },
    enhancedResolveOptions: { conditionNames: ['groupwise-source', 'import', 'default'] },
  },
};
