/** What we were given is wrong: no such file, not a template, a bad option. Exit code 2. The message says what is wrong and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
