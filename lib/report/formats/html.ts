import { counted } from '../../core/counted';
import { groupsOf, nameOf, openInputs, tallyOf, toWrite, verdictOf } from '../digest';
import { markup } from '../markup';
import type { Report, ReportFinding } from '../report';
import { disarmed } from '../text/disarmed';

const style = `body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1b1f24; background: #fff }
article { border-left: 4px solid; padding: 0 1em; margin: 1.5em 0 } .error { border-color: #c0392b } .warning { border-color: #d68910 } .advice { border-color: #2874a6 }
h2 { font-size: 1.05em; margin: 0 } code { background: #f2f4f6; padding: .1em .3em } table { border-collapse: collapse } td { padding: .2em 1em .2em 0; vertical-align: top }`;

/** The report as a page that needs nothing beside itself. */
export function renderHtml(given: Report): string {
  const report = disarmed(given), { summary, findings, undecided } = report;
  return `${[
    '<!doctype html>', '<html lang="en">', `<head><meta charset="utf-8"><title>Drydock: ${verdictOf(summary)}</title><style>${style}</style></head>`, '<body>',
    `<h1>${verdictOf(summary)}</h1>`, `<p>${tallyOf(report)}</p>`,
    ...groupsOf(findings).flat().map(article),
    ...(undecided.length === 0 ? [] : [
      `<details><summary>Undecided: ${counted(undecided.length, 'answer')}</summary><table>`,
      ...openInputs(undecided).map(({ input, answers, rules }) =>
        `<tr><td>${answers}</td><td>${input === '' ? 'cannot be told before the deployment' : `needs <code>${markup(input)}</code>`}</td><td>${markup(rules.join(', '))}</td></tr>`),
      '</table></details>',
    ]),
    '</body>', '</html>',
  ].join('\n')}\n`;
}

function article(finding: ReportFinding): string {
  const { severity, title, phase, rule, docs, message, ecsMessage, fix, path, location: { file, line, column } } = finding;
  return [
    `<article class="${severity}">`,
    `<h2>${markup(title)}</h2>`,
    `<p>${markup(message)}</p>`,
    `<p>${severity}, ${phase}, <a href="${markup(docs)}">${markup(rule)}</a>: <code>${markup(nameOf(finding))}</code> <code>${markup(path)}</code> at <code>${markup(`${file}:${line}:${column}`)}</code></p>`,
    ...(ecsMessage === undefined ? [] : [`<p>ECS: ${markup(ecsMessage)}</p>`]),
    ...(fix === undefined ? [] : [`<p>Repair: ${markup(fix)}</p>`]),
    ...toWrite(finding).map(text => `<p><code>${markup(text)}</code></p>`),
    '</article>',
  ].join('\n');
}
