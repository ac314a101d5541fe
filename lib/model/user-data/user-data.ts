import { decodeBase64 } from '../../core/base64';
import { Mask } from '../../core/mask';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { AgentFile } from './agent-file';
import { readBottlerocket } from './bottlerocket';
import { followCfnInit } from './cfn-init';
import { readCloudConfig } from './cloud-config';
import { readPowerShell } from './powershell';
import { Shell } from './shell';

/** What user data comes to. */
export interface UserData {
  readonly file: AgentFile;
  /** The operating system that it is written for, where it tells. */
  readonly os: 'linux' | 'windows' | undefined;
}

/** Reads user data in the forms that the images of ECS take, for what it makes of the agent's configuration. `resource` finds one of the same stack. */
export function readUserData(property: Property, resource: (id: string) => Resource | undefined): UserData {
  const text = property.text(), file = new AgentFile(property.at);
  if (text.state === 'absent') return { file, os: undefined };
  const shell = new Shell(file, args => followCfnInit(args, resource, file, shell));
  const masked = file.mask.hide(text), decoded = decodeBase64(masked);
  return { file, os: readPart(decoded === undefined || decoded.startsWith('\x1f\x8b') ? masked : decoded, file, shell) };
}

/** One part of user data, by what it begins with. Gives the operating system that takes it. */
function readPart(text: string, file: AgentFile, shell: Shell): UserData['os'] {
  const part = text.trimStart();
  if (/^(?:content-type:\s*multipart|mime-version:)/i.test(part)) {
    for (const inner of mimeParts(part)) readPart(inner, file, shell);
    return 'linux';
  }
  if (/^#!.*\b(?:ba|da|k|z)?sh\b|^#cloud-boothook/.test(part)) {
    // What stands at the beginning of a line and is not known may be a line, or many, of its own.
    shell.run(part.replace(/^([ \t]*\S)(?=.)/gmu, (start, first: string) => (Mask.covers(first) ? `${first}\n` : start)));
    return 'linux';
  }
  if (part.startsWith('#cloud-config')) {
    readCloudConfig(part, file, shell);
    return 'linux';
  }
  if (/^<(?:powershell|script)>/i.test(part)) {
    readPowerShell(part, file);
    return 'windows';
  }
  if (/^(?:#.*\n\s*)*(?:\[|settings\.)/.test(part)) {
    readBottlerocket(part, file);
    return 'linux';
  }
  if (part === '') return undefined;
  if (Mask.covers(part.slice(0, 2))) file.suspectText(part);
  else file.suspect({ kind: 'form', expected: 'a script, a cloud-config or settings', found: 'other user data' });
  return undefined;
}

/** The bodies of a multipart message; one that is encoded is decoded. */
function mimeParts(message: string): readonly string[] {
  const [, boundary = ''] = /boundary="?([^"\s;]+)"?/i.exec(message) ?? [];
  if (boundary === '') return [];
  return message.split(`--${boundary}`).slice(1).filter(part => !part.startsWith('--')).map(part => {
    const [headers = '', ...body] = part.trimStart().split(/\r?\n[ \t]*\r?\n/), text = body.join('\n\n');
    return /transfer-encoding:\s*base64/i.test(headers) ? (decodeBase64(text) ?? text) : text;
  });
}
