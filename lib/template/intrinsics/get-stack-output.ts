import { thenValue, unknown } from '../../core/value';
import { argumentOf, misused, movedTo } from './arguments';
import type { Intrinsic } from './intrinsic';
import { splitText } from './split';

/** `Fn::GetStackOutput`: an output of another stack, of another region too, and by a role of another account. The CDK refers by it from stack to stack. */
export const getStackOutput: Intrinsic = (argument, at, stack) => {
  const given = argumentOf('Fn::GetStackOutput', argument, at, stack), role = splitText(given.get('RoleArn').text(), ':');
  const name = given.get('StackName').text(), output = given.get('OutputName').text();
  if (name.state === 'unknown') return unknown(name.why, at);
  if (output.state === 'unknown') return unknown(output.why, at);
  if (name.state === 'absent' || output.state === 'absent') return misused('Fn::GetStackOutput', at);
  const account = thenValue(role, pieces => pieces[4] ?? misused('Fn::GetStackOutput', at));
  const found = stack.outputOf(name.value, { region: given.get('Region').text(), account }, output.value);
  if (found) return movedTo(found.value(), at);
  const what = `output ${output.value} of stack ${name.value}`;
  return unknown({ kind: 'elsewhere', what }, at, { is: { kind: 'import', name: what } });
};
