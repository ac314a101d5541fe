/**
 * Makes something that stands in a construct of another line of the app, as a rule in a security group that was given. Node.js keeps the last ten calls of a stack trace, and between the app's line and the resource
 * there may be more: a finding is to name that line. Where a construct makes its own parts their line is that of the construct, and ten are enough: each call costs every synthesis.
 */
export function knowingTheLine<Made>(make: () => Made): Made {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Math.max(stackTraceLimit, 30);
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
