import type { ImageFamily } from '../../../catalog/machine-images';
import { userDataSize } from '../../../catalog/user-data-size';
import { decodeBase64 } from '../../../core/base64';
import { Mask } from '../../../core/mask';
import type { Property } from '../../../template/property';
import type { Resource } from '../../../template/resource';
import { AgentFile } from './agent-file';
import { readBottlerocket } from './bottlerocket';
import { CfnInit } from './cfn-init';
import { readCloudConfig } from './cloud-config';
import { readPowerShell } from './powershell';
import { Shell } from './shell';

/** What user data comes to. */
export interface UserData {
  readonly file: AgentFile;
  /** The operating system that it is written for, where it tells. */
  readonly os: 'linux' | 'windows' | undefined;
  /** Whether it is of no form, or of another form than the image takes: then it is passed over. */
  readonly passedOver: boolean;
  /** Whether it speaks of Docker plugins: then the instances may have volume drivers that nobody else mentions. */
  readonly installsPlugins: boolean;
  /** Whether it may install the ECS agent on an image that has none. */
  readonly installsAgent: boolean;
}

/** What is followed, in characters: parts of which the text is not known may stand in it by long names. */
const longestScript = 4 * 1024 * userDataSize.value.kilobytes;

/** Reads user data in the forms that the images of ECS take, for what it makes of the agent's configuration. `resource` finds one of the same stack. */
export function readUserData(property: Property, family: ImageFamily['family'] | undefined, resource: (id: string) => Resource | undefined): UserData {
  const text = property.text(), file = new AgentFile(property.at);
  if (text.state === 'absent') return { file, os: undefined, passedOver: false, installsPlugins: false, installsAgent: false };
  const init = new CfnInit(resource, file), shell = new Shell(file, args => init.run(args, shell));
  const masked = file.mask.hide(text), decoded = decodeBase64(masked), script = decoded ?? masked;
  if (script.length > longestScript) {
    file.suspect({ kind: 'form', expected: `user data of at most ${userDataSize.value.kilobytes} KB`, found: `${Math.round(script.length / 1024)} KB` });
    return { file, os: undefined, passedOver: false, installsPlugins: true, installsAgent: true };
  }
  if (family && foreignForms[family]?.test(script.trimStart())) return { file, os: undefined, passedOver: true, installsPlugins: false, installsAgent: false };
  const os = readPart(script, { file, init, shell }), first = script.trimStart().slice(0, 2);
  // Windows takes tags and tasks of several kinds.
  const passedOver = family !== 'windows' && os === undefined && first !== '' && !Mask.covers(first) && !first.startsWith('#') && first !== '\x1f\x8b';
  if (os === undefined && Mask.covers(first)) file.suspectText(script.trimStart());
  // Other interpreters, includes and what is compressed are run, but cannot be followed.
  else if (os === undefined && first !== '' && !passedOver) file.suspect({ kind: 'form', expected: 'a shell script, a cloud-config or settings', found: 'other user data' });
  return { file, os, passedOver, installsPlugins: /\bplugin\b/.test(script), installsAgent: !passedOver && (file.isSuspect || installers.test(script)) };
}

/** How user data begins that an image does not run: Bottlerocket takes settings and runs no scripts, Windows none that are for Linux. */
const foreignForms: Readonly<Partial<Record<ImageFamily['family'], RegExp>>> = { bottlerocket: /^(?:#!|#cloud-config|<powershell>)/i, windows: /^#(?:!|cloud-)/ };

/** What user data has in it that may install the ECS agent. */
const installers = /\becs-(?:init|agent)\b|\bamazon-ecs|\bextras\b.{0,200}\becs\b|\bcfn-init\b|ECSTools|ECS-Agent/i;

interface Readers { readonly file: AgentFile; readonly init: CfnInit; readonly shell: Shell }

/** One part of user data, by what it begins with. Gives the operating system that takes it; undefined where it is of another form. */
function readPart(text: string, readers: Readers): UserData['os'] {
  const { file, init, shell } = readers;
  // What stands at the beginning of a line and is not known may be a line, or many, of its own.
  const part = text.trimStart().replace(/^([ \t]*\S)(?=.)/gmu, (start, first: string) => (Mask.covers(first) ? `${first}\n` : start));
  if (/^content-type:\s*multipart|^(?:[^#][^]{0,4096}?)?mime-version:/i.test(part)) {
    for (const inner of mimeParts(part)) {
      if (readPart(inner, readers) === undefined) file.suspect({ kind: 'form', expected: 'a shell script or a cloud-config', found: 'another part' });
    }
  } else if (/^#!.*\b(?:ba|da|k|z)?sh\b|^#cloud-boothook/.test(part)) shell.run(part);
  // Jobs of Upstart run beside the agent, and on Amazon Linux 2 and later not at all.
  else if (part.startsWith('#upstart-job')) return 'linux';
  else if (part.startsWith('#cloud-config')) readCloudConfig(part, file, shell);
  else if (/^(?:#.*\n\s*)*(?:\[|"?settings"?\s*[.=])/.test(part)) readBottlerocket(part, file);
  else if (/^<(?:powershell|script|persist|version|runAsLocalSystem|powershellArguments)\b/i.test(part)) {
    readPowerShell(part, file, init);
    return 'windows';
  } else return undefined;
  return 'linux';
}

/** The bodies of a multipart message; one that is encoded is decoded. Headers end at the first line that is none, and a cloud-config need not say again what it is. */
function mimeParts(message: string): readonly string[] {
  const [, boundary = ''] = /boundary="?([^"\s;]+)"?/i.exec(message) ?? [];
  if (boundary === '') return [];
  return message.split(`--${boundary}`).slice(1).filter(part => !part.startsWith('--')).map(part => {
    const lines = part.trimStart().split(/\r?\n/), end = lines.findIndex(line => !/^(?:[!-9;-~]+:|[ \t]+\S)/.test(line));
    const headers = lines.slice(0, end).join('\n'), text = lines.slice(end).join('\n');
    const body = /transfer-encoding:\s*base64/i.test(headers) ? (decodeBase64(text) ?? text) : text;
    return /content-type:\s*text\/cloud-config\b/i.test(headers) ? `#cloud-config\n${body}` : body;
  });
}
