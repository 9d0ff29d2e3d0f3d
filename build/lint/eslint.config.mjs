import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Read from the clock or from chance in shared/ makes a conclusion that nobody can repeat: `now` and ids come in as values.
const impure = [
  { selector: "MemberExpression[object.name='Date']:not([property.name=/^(UTC|parse)$/])", message: 'shared is pure: `now` comes in as a value.' },
  { selector: ":matches(VariableDeclarator > Identifier.init, Property > Identifier.value)[name='Date']", message: 'shared is pure: the clock may not be passed on either.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length>1]", message: 'Parts of a date are read in the zone of the machine: the office zone comes in as a value.' },
  { selector: 'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/]', message: 'Read in the zone of the machine: take the UTC form, or the office zone in domain/time.' },
  { selector: "MemberExpression[object.name='globalThis']", message: 'shared is pure: nothing is taken from the surroundings.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "CallExpression[callee.name='Date']", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "MemberExpression[object.name='Math']:matches([property.name='random'], [computed=true])", message: 'shared is pure: ids and chance come in as values.' },
  { selector: "MemberExpression[object.name='crypto']", message: 'shared is pure: ids and chance come in as values.' },
  { selector: "MemberExpression[object.name='performance']", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "CallExpression[callee.name=/^(fetch|setTimeout|setInterval)$/]", message: 'shared is pure: no I/O and no timers.' },
]

// Everything that reaches out of the page goes through the bridge. What is left of `window` is listening and printing.
const pageOnly = [
  {
    selector: "MemberExpression[object.name=/^(window|globalThis|self)$/]:not([property.name=/^(addEventListener|removeEventListener|print|matchMedia|innerWidth|innerHeight|getSelection|requestAnimationFrame|cancelAnimationFrame|setTimeout|clearTimeout|setInterval|clearInterval)$/])",
    message: 'Only renderer/bridge.ts reaches the desktop: take `Desktop` from the context.',
  },
]
const outOfThePage = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage', 'alert', 'confirm', 'prompt', 'open', 'location', 'eval'].map((name) => ({
  name,
  message: 'The page has no network, no storage but the database and no dialogs of the browser: use the desktop or the ports.',
}))

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'reports/**', 'coverage/**', '.stryker-tmp/**', 'test-results/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/bridge.ts'],
    rules: { 'no-restricted-syntax': ['error', ...pageOnly], 'no-restricted-globals': ['error', ...outOfThePage] },
  },
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...impure] } },
)
