/** Whether the CDK's command runs the app: in a process of its own, which it tells where to write. */
export function isUnderCommand(): boolean {
  return process.env.CDK_OUTDIR !== undefined;
}
