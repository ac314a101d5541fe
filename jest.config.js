/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Of two cores jest would leave one alone.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  // Examples import the package as users do; here that is the source.
  moduleNameMapper: { '^ecs-drydock$': '<rootDir>/lib/index.ts' },
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  // The validator that aws-cdk-lib runs in every synth costs seconds and 350 MB a test file; one suite turns it on.
  setupFiles: ['<rootDir>/test/support/no-builtin-validation.js'],
  // CDK writes assemblies to temporary folders and leaves them there; this takes them away.
  setupFilesAfterEnv: ['aws-cdk-lib/testhelpers/jest-autoclean'],
};
