import { renderRolesMarkdown } from '../../report/roles/markdown';
import type { RoleReport } from '../../report/roles/role-report';
import { renderRolesText } from '../../report/roles/text';
import { isMissingTooMuch } from '../../report/roles/verdict';
import { roleReport } from '../../role-report';
import { exitCodes, type Command } from '../command';
import { aboutPaths, readDeployments } from '../deployments';
import { formatOption, json, readOutputs, writeReport, type Formats } from '../output';
import { readSettings, settingsOptions } from '../settings';
import { noColor, terminalLook } from '../terminal';

const formats: Formats<RoleReport> = new Map([['text', renderRolesText], ['json', json], ['markdown', renderRolesMarkdown]]);

/** `drydock roles`. */
export const roles: Command = {
  name: 'roles',
  takes: '[PATH...]',
  help: 'tell of each role what it needs and what it has',
  about: `For each task definition: what its roles, and the roles of instances, of ECS and of whoever starts its tasks, must be able to do, and whether they can; what they are granted beyond. ${aboutPaths}`,
  options: [
    formatOption(formats),
    ...settingsOptions,
    { name: 'quiet', help: 'print what is missing and the count only' },
    noColor,
  ],
  run(given) {
    const outputs = readOutputs(given.all('format'), formats), settings = readSettings(given);
    const report = roleReport(readDeployments(given, settings), settings);
    writeReport(report, formats, outputs, { ...terminalLook(!given.on('no-color')), quiet: given.on('quiet') });
    return isMissingTooMuch(report, settings.failOn) ? exitCodes.sinks : exitCodes.floats;
  },
};
