// Who may import whom: the table of the architecture, as rules. tests/architecture plants a violation of each and sees it found.

/** Matches a package of node_modules by name; sub-paths included. */
const npmPackage = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`
const anyPackage = '(^|/)node_modules/'
/** A file of the project that lies outside the named folders. */
const outside = (...folders) => ({ pathNot: [`^(${folders.join('|')})`, anyPackage], dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'unknown'] })
const core = { dependencyTypes: ['core'] }
/** Folders below connectors/ that are a network; the others there (json, table) are common ground. */
const networks = ['vk', 'ok', 'max', 'telegram', 'meta']
const parsers = ['fast-xml-parser', 'papaparse', 'fflate', 'read-excel-file', 'jszip']

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one, or lack a third. Types alone may point back.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'resolvable', comment: 'An import must lead somewhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-development-packages',
    comment: 'What ships may only need what ships. Electron is the ground itself.',
    severity: 'error',
    from: { path: '^(shared|electron|renderer)/' },
    to: { dependencyTypes: ['npm-dev'], pathNot: [npmPackage('electron'), npmPackage('@types/[^/]+')] },
  },
  { name: 'shared-without-node', comment: 'shared is pure.', severity: 'error', from: { path: '^shared/' }, to: core },
  {
    name: 'shared-inside',
    comment: 'shared needs nobody.',
    severity: 'error',
    from: { path: '^shared/' },
    to: outside('shared/'),
  },
  { name: 'lib-alone', comment: 'shared/lib imports nothing.', severity: 'error', from: { path: '^shared/lib/' }, to: { pathNot: '^shared/lib/' } },
  {
    name: 'domain-inside',
    comment: 'The domain knows lib and itself.',
    severity: 'error',
    from: { path: '^shared/domain/' },
    to: { path: '^shared/', pathNot: '^shared/(domain|lib)/' },
  },
  {
    name: 'domain-packages',
    comment: 'Of packages the domain takes the schema library; arithmetic of dates in time/, hashes in journal/, word roots in search/, phones in moderation/, parsers of files in calendar/import/.',
    severity: 'error',
    from: { path: '^shared/domain/', pathNot: '^shared/domain/(time|journal|search|moderation|calendar/import)/' },
    to: { path: anyPackage, pathNot: npmPackage('zod') },
  },
  {
    name: 'domain-time-packages',
    severity: 'error',
    from: { path: '^shared/domain/time/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', 'date-fns', '@date-fns/tz') },
  },
  {
    name: 'domain-journal-packages',
    severity: 'error',
    from: { path: '^shared/domain/journal/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', '@noble/hashes', 'canonicalize') },
  },
  {
    name: 'domain-search-packages',
    severity: 'error',
    from: { path: '^shared/domain/search/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', '@orama/stemmers') },
  },
  {
    name: 'domain-moderation-packages',
    severity: 'error',
    from: { path: '^shared/domain/moderation/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', 'libphonenumber-js') },
  },
  {
    name: 'domain-calendar-import-packages',
    comment: 'Calendars come as files: of parsers, those two formats.',
    severity: 'error',
    from: { path: '^shared/domain/calendar/import/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', 'fast-xml-parser', 'papaparse') },
  },
  {
    name: 'connectors-inside',
    comment: 'A connector knows the domain and the port it implements.',
    severity: 'error',
    from: { path: '^shared/connectors/' },
    to: { path: '^shared/', pathNot: '^shared/(connectors|domain|lib)/' },
  },
  {
    name: 'no-connector-another',
    comment: 'A network can be taken out without touching another. What is common lies beside them.',
    severity: 'error',
    from: { path: '^(shared|electron)/connectors/([^/]+)/' },
    to: { path: `^$1/connectors/(${networks.join('|')})/`, pathNot: '^$1/connectors/$2/' },
  },
  {
    name: 'server-inside',
    severity: 'error',
    from: { path: '^shared/server/' },
    to: { path: '^shared/', pathNot: '^shared/(server|domain|lib)/' },
  },
  {
    name: 'settings-inside',
    severity: 'error',
    from: { path: '^shared/settings/' },
    to: { path: '^shared/', pathNot: '^shared/(settings|domain|lib)/' },
  },
  {
    name: 'ipc-inside',
    comment: 'The contract speaks of settings, and of what the domain and the connectors hand over.',
    severity: 'error',
    from: { path: '^shared/ipc/' },
    to: { path: '^shared/', pathNot: '^shared/(ipc|settings|connectors|server|domain|lib)/' },
  },
  {
    name: 'shared-packages',
    comment: 'Beside the domain: the schema library and parsers of files.',
    severity: 'error',
    from: { path: '^shared/(connectors|server|settings|ipc)/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', '@noble/hashes', ...parsers) },
  },
  { name: 'electron-inside', comment: 'The main process knows shared, never the page.', severity: 'error', from: { path: '^electron/' }, to: outside('electron/', 'shared/') },
  { name: 'electron-without-page-packages', severity: 'error', from: { path: '^electron/' }, to: { path: npmPackage('react', 'react-dom', '@mui/[^/]+', 'rxdb') } },
  {
    name: 'renderer-inside',
    comment: 'The page knows shared, never the main process.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: outside('renderer/', 'shared/'),
  },
  {
    name: 'renderer-without-node',
    comment: 'The page is sandboxed.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: core,
  },
  { name: 'renderer-without-electron', severity: 'error', from: { path: '^renderer/' }, to: { path: npmPackage('electron') } },
  {
    name: 'application-inside',
    comment: 'The outside is reached through its ports.',
    severity: 'error',
    from: { path: '^renderer/application/' },
    to: { path: '^renderer/', pathNot: '^renderer/application/' },
  },
  {
    name: 'application-packages',
    comment: 'No React and no database in the application.',
    severity: 'error',
    from: { path: '^renderer/application/', pathNot: '^renderer/application/backup/' },
    to: { path: anyPackage, pathNot: npmPackage('zod') },
  },
  {
    name: 'application-backup-packages',
    comment: 'A backup is one packed file.',
    severity: 'error',
    from: { path: '^renderer/application/backup/' },
    to: { path: anyPackage, pathNot: npmPackage('zod', 'fflate') },
  },
  {
    name: 'data-inside',
    comment: 'The database implements ports of the application.',
    severity: 'error',
    from: { path: '^renderer/data/' },
    to: { path: '^renderer/', pathNot: '^renderer/(data|application)/' },
  },
  { name: 'data-without-react', severity: 'error', from: { path: '^renderer/data/' }, to: { path: npmPackage('react', 'react-dom', '@mui/[^/]+', '@emotion/[^/]+') } },
  {
    name: 'database-in-data-only',
    comment: 'RxDB in one place: the rest sees ports.',
    severity: 'error',
    from: { path: '^(shared|electron|renderer)/', pathNot: '^renderer/data/' },
    to: { path: npmPackage('rxdb', 'dexie') },
  },
  {
    name: 'features-inside',
    comment: 'A screen knows the application and the common parts; the wiring alone knows the database and the bridge.',
    severity: 'error',
    from: { path: '^renderer/features/' },
    to: { path: '^renderer/', pathNot: '^renderer/(features|application|ui|format|i18n)/' },
  },
  {
    name: 'no-feature-another',
    comment: 'What two screens share belongs to ui or application.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'ui-inside',
    severity: 'error',
    from: { path: '^renderer/ui/' },
    to: { path: '^renderer/', pathNot: '^renderer/(ui|application|format|i18n)/' },
  },
  {
    name: 'format-inside',
    severity: 'error',
    from: { path: '^renderer/format/' },
    to: { path: '^renderer/', pathNot: '^renderer/(format|i18n)/' },
  },
  {
    name: 'i18n-inside',
    comment: 'Texts need nobody; they may be typed by what they are the words for.',
    severity: 'error',
    from: { path: '^renderer/i18n/' },
    to: { path: '^renderer/', pathNot: '^renderer/i18n/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'bridge-inside',
    comment: 'The bridge is the contract with types, nothing more.',
    severity: 'error',
    from: { path: '^renderer/bridge[.]ts$' },
    to: { pathNot: ['^shared/(ipc|lib)/', npmPackage('zod')] },
  },
  {
    name: 'wiring-is-the-end',
    comment: 'main.tsx and app/ put things together; nobody else imports them.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/(main[.]tsx$|app/)' },
    to: { path: '^renderer/(main[.]tsx$|app/)' },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: anyPackage },
    exclude: { path: '(^|/)tsconfig[.]json$' },
    // Full resolution is done by Node's rules, with the extensions that the bundler adds.
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    moduleSystems: ['es6', 'cjs'],
  },
}
