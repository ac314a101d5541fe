import { dryRun } from '../../dry-run';
import { renderGithub } from '../../report/formats/github';
import { renderHtml } from '../../report/formats/html';
import { renderJunit } from '../../report/formats/junit';
import { renderMarkdown } from '../../report/formats/markdown';
import { renderSarif } from '../../report/formats/sarif';
import type { Report } from '../../report/report';
import { renderText } from '../../report/text/text';
import { isTooBad } from '../../report/verdict';
import { exitCodes, type Command } from '../command';
import { aboutPaths, readDeployments } from '../deployments';
import { formatOption, json, readOutputs, writeReport, type Formats, type Render } from '../output';
import { playOptions, readSettings, settingsOptions } from '../settings';
import { noColor, terminalLook } from '../terminal';
import { reportBug } from '../bug';

const formats: Formats<Report> = new Map<string, Render<Report>>([
  ['text', renderText], ['json', json], ['sarif', renderSarif], ['junit', renderJunit], ['markdown', renderMarkdown], ['html', renderHtml], ['github', renderGithub],
]);

/** `drydock check`. */
export const check: Command = {
  name: 'check',
  takes: '[PATH...]',
  help: 'find what would stop the deployment',
  about: aboutPaths,
  options: [
    formatOption(formats),
    ...settingsOptions,
    ...playOptions,
    { name: 'quiet', help: 'print errors and the summary only' },
    { name: 'undecided', help: 'print what would settle the undecided answers, ready to paste into drydock.json' },
    noColor,
  ],
  run(given) {
    const outputs = readOutputs(given.all('format'), formats), settings = readSettings(given), quiet = given.on('quiet');
    const { report, broken } = dryRun(readDeployments(given, settings), settings);
    writeReport(report, formats, outputs, { ...terminalLook(!given.on('no-color')), quiet, undecided: given.on('undecided') });
    for (const { rule, resource, error } of broken) reportBug(error, `in rule ${rule} at ${resource.id}`);
    return broken.length > 0 ? exitCodes.bug : isTooBad(report, settings.failOn) ? exitCodes.sinks : exitCodes.floats;
  },
};
