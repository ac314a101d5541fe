import { Mask } from '../../../core/mask';
import type { Origin } from '../../../core/origin';
import { showText } from '../../../core/text';
import type { UnknownReason } from '../../../core/unknown-reason';
import { absent, unknown, type Value } from '../../../core/value';

/** `/etc/ecs/ecs.config` as user data leaves it: what the ECS agent reads when it starts. Unknown parts are masked. */
export class AgentFile {
  readonly mask = new Mask();
  /** Whether user data waits until the agent has started. */
  isAwaited = false;
  private text = '';
  private doubt: UnknownReason | undefined;

  constructor(readonly at: Origin) {}

  append(text: string): void {
    this.text += text.endsWith('\n') ? text : `${text}\n`;
  }

  replace(text: string): void {
    this.text = '';
    this.append(text);
  }

  /** Something writes the file, and what it writes is not known. */
  obscure(why: UnknownReason): void {
    this.replace(this.masked(why));
  }

  /** Something runs that is not in the user data. It may write the file, which is held against it only where the user data does not write the file itself. */
  suspect(why: UnknownReason): void {
    this.doubt ??= why;
  }

  /** As `suspect`, for a text in the user data that is not known. */
  suspectText(masked: string): void {
    const text = this.mask.reveal(masked, this.at);
    if (text.state === 'unknown') this.suspect(text.why);
  }

  get isSuspect(): boolean {
    return this.doubt !== undefined;
  }

  masked(why: UnknownReason): string {
    return this.mask.hide(unknown(why, this.at));
  }

  /** A text for a person, unknown parts by what they are. */
  show(text: string): string {
    return showText(this.mask.reveal(text, this.at));
  }

  /** What is assigned to a variable, last of all. Unknown where it may be assigned by what is not known. */
  setting(name: string): Value<string> {
    const lines = this.text.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
    const assigned = lines.findLast(line => line.startsWith(`${name}=`));
    if (assigned !== undefined) {
      const value = unquoted(assigned.slice(name.length + 1).trim());
      return value === '' ? absent(this.at) : this.mask.reveal(value, this.at);
    }
    const open = lines.find(line => Mask.covers(line.split('=', 1)[0] ?? ''));
    if (open !== undefined) return this.mask.reveal(open, this.at);
    return lines.length === 0 && this.doubt ? unknown(this.doubt, this.at) : absent(this.at);
  }
}

function unquoted(text: string): string {
  const [, , inner] = /^(["'])(.*)\1$/.exec(text) ?? [];
  return inner ?? text;
}
