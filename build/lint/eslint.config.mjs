import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Read from the clock or from chance in shared/ makes a conclusion that nobody can repeat: `now` and ids come in as values.
const impure = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "CallExpression[callee.name='Date']", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'shared is pure: ids and chance come in as values.' },
  { selector: "MemberExpression[object.name='crypto']", message: 'shared is pure: ids and chance come in as values.' },
  { selector: "MemberExpression[object.name='performance']", message: 'shared is pure: `now` comes in as a value.' },
  { selector: "CallExpression[callee.name=/^(fetch|setTimeout|setInterval)$/]", message: 'shared is pure: no I/O and no timers.' },
]

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
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...impure] } },
)
