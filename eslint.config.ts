import antfu from '@antfu/eslint-config'

/** One config for all packages: TypeScript, Vue, and the admin's few React components. */
export default antfu({
  type: 'app',
  typescript: true,
  vue: true,
  jsonc: false,
  yaml: false,
  markdown: false,
  // Generated files are checked by being made afresh, articles by the import.
  ignores: [
    'shared/src/payload-types.ts',
    'cms/src/migrations/**',
    'cms/src/app/(payload)/admin/importMap.js',
    'cms/src/demo/*.md',
    'cms/src/demo/pictures/**',
  ],
}, {
  rules: {
    // Functions are hoisted: what a file exports comes first, what it is made of after.
    'no-console': 'off',
    'no-use-before-define': 'off',
    'ts/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
    // Commands and configs wait at their top level; nothing imports them.
    'antfu/no-top-level-await': 'off',
    'antfu/no-import-node-modules-by-path': 'off',
    'antfu/top-level-function': 'error',
    'antfu/reasonable-newline': 'off',
    // A comment names the parameters that need words.
    'jsdoc/check-param-names': 'off',
    // In a browser's page, what is seen is not all that stands there.
    'unicorn/prefer-dom-node-text-content': 'off',
    'antfu/consistent-list-newline': 'off',
    'ts/no-explicit-any': 'error',
    'ts/ban-ts-comment': ['error', {
      'ts-expect-error': 'allow-with-description',
      'ts-ignore': 'allow-with-description',
    }],
  },
}, {
  // Strings stay in one piece, so that a search finds them. In templates of Vue and React, a line break is content.
  files: ['**/*.ts', '**/*.mjs'],
  rules: {
    'style/max-len': ['error', {
      code: 120,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
      ignoreRegExpLiterals: true,
      ignoreUrls: true,
    }],
  },
}, {
  // What runs on a terminal speaks on it.
  files: ['cms/src/**', 'shared/**', 'web/**'],
  ignores: [
    'cms/src/import/**',
    'cms/src/*/cli.ts',
    'cms/src/cli/**',
    'web/bench/**',
    '**/test/**',
  ],
  rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] },
})
