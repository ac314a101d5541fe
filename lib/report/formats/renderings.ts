/** The formats that few runs ask for: a file of their own beside the command, loaded when one of them is named. */
export { renderGithub } from './github';
export { renderHtml } from './html';
export { renderJunit } from './junit';
export { renderMarkdown } from './markdown';
export { renderSarif } from './sarif';
