/** The number that a text is in decimal digits, as CloudFormation and IAM take it. Undefined for any other text, as `1e3`, `0x10` or none. */
export function decimalOf(text: string): number | undefined {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : undefined;
}
