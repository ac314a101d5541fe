import tseslint from 'typescript-eslint';

const engine = ['lib/{core,finding,catalog,template,iam,model,needs,network,placement,simulation,sizing,rules,report}/**/*.ts', 'lib/dry-run.ts'];
const impure = 'The engine is pure: same input, same bytes, on every machine.';

export default tseslint.config(
  { ignores: ['dist/', '**/cdk.out/', 'coverage/', 'node_modules/'] },
  ...tseslint.configs.strict.map(config => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      // Also finds an `if` over an `Answer`, of which every word is true.
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'eqeqeq': 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['lib/**/*.ts', 'bin/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: engine,
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Date', 'Intl', 'performance', 'setTimeout'].map(name => ({ name, message: impure }))],
      'no-restricted-properties': ['error',
        { object: 'Math', property: 'random', message: impure },
        { property: 'localeCompare', message: impure },
        { property: 'toLocaleString', message: impure },
      ],
    },
  },
  // Examples are data, and a rule's data may be long; the registries are two lines for each rule.
  { files: ['lib/**/*.examples.ts', 'lib/rules/base-stacks.ts', 'lib/rules/*registry.ts'], rules: { 'max-lines': 'off' } },
  // Constructs are classes with static factories, as the CDK has them.
  { files: ['lib/constructs/**/*.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
);
