import { isMissingTooMuch } from '../../report/roles/verdict';
import type { RoleReport } from '../../report/roles/role-report';
import { exitCodes, type Command } from '../command';
import { aboutPaths, readDeployments } from '../deployments';
import { json, readOutputs, writeReport, type Formats, type Render } from '../output';
import { readSettings, settingsOptions } from '../settings';
import { noColor, terminalLook } from '../terminal';

/* eslint-disable @typescript-eslint/no-require-imports -- loaded late */
const formats: Formats<RoleReport> = new Map<string, () => Render<RoleReport>>([
  ['text', () => (require('../../report/roles/text') as typeof import('../../report/roles/text')).renderRolesText],
  ['json', json],
  ['markdown', () => (require('../../report/roles/markdown') as typeof import('../../report/roles/markdown')).renderRolesMarkdown],
]);

/** `drydock roles`. */
export const roles: Command = {
  name: 'roles',
  takes: '[PATH...]',
  help: 'tell of each role what it needs and what it has',
  about: `For each task definition: what its roles, and the roles of instances, of ECS and of whoever starts its tasks, must be able to do, and whether they can; what they are granted beyond. ${aboutPaths}`,
  options: [
    { name: 'format', value: 'FORMAT[=FILE]', repeatable: true, help: 'text (unless said otherwise), json or markdown, on stdout or into FILE' },
    ...settingsOptions,
    { name: 'quiet', help: 'print what is missing and the count only' },
    noColor,
  ],
  run(given) {
    const outputs = readOutputs(given.all('format'), formats), settings = readSettings(given);
    const { roleReport } = require('../../role-report') as typeof import('../../role-report');
    const report = roleReport(readDeployments(given, settings), settings);
    writeReport(report, formats, outputs, { ...terminalLook(!given.on('no-color')), quiet: given.on('quiet') });
    return isMissingTooMuch(report, settings.failOn) ? exitCodes.sinks : exitCodes.floats;
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */
