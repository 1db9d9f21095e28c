// The rooms of the house and who may visit whom. One door per room: its index.ts.
const stage = '^src/(read|parse|code|resolve|exchange|record)/';
const basics = ['text', 'time', 'geo', 'stats'];
const rooms = {
  model: [],
  text: ['model'],
  time: ['model', ...basics],
  geo: ['model', ...basics],
  stats: ['model', ...basics],
  lang: ['model', ...basics],
  read: ['model', ...basics, 'lang'],
  parse: ['model', ...basics, 'lang'],
  code: ['model', ...basics, 'lang'],
  resolve: ['model', ...basics, 'lang'],
  exchange: ['model', ...basics, 'lang'],
  record: ['model', ...basics, 'lang'],
  draw: ['model', ...basics],
  analyse: ['model', ...basics, 'lang', 'record'],
  check: ['model', ...basics, 'lang', 'record', 'analyse'],
};

const mayVisit = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-visits-only-${allowed.join('-') || 'nobody'}`,
  comment: `${room}/ may import ${allowed.join(', ') || 'nothing'} (ARCHITECTURE.md)`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...mayVisit,
    {
      name: 'only-through-the-door',
      comment: 'A room is entered by its index.ts (lang: lang/index.ts)',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/.+', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'pipeline-uses-doors',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/([^/]+)/.+', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'nobody-imports-the-pipeline-but-serve-and-cli',
      severity: 'error',
      from: { path: stage },
      to: { path: '^src/(pipeline|coding-[a-z]+)\\.ts$|^src/(cli|serve)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-dev-packages-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
    },
  },
};
