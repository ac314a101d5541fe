import { defineRule } from '../rule';

/** A health check has a command, which says by its first word how it is run. */
export const healthCheckCommand = defineRule({
  id: 'health-check-command',
  title: 'The health check of the container has no command that is run',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'The first word of a health check\'s command is CMD, to run what follows as it is, or CMD-SHELL, to run it in the shell. ECS demands a command. One that begins otherwise is taken, but Docker does not run it, so that the container is never found healthy.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  predicts: ['Health check command must not be empty'],
  facts: [],
  messages: {
    leftOut: () => ({
      says: 'The health check has no command.',
      fix: 'Give it one, as Command: [CMD-SHELL, curl -f http://localhost/ || exit 1].',
      ecsSays: 'Health check command must not be empty',
    }),
    firstWord: ({ word }: { word: string }) => ({
      says: `The command of the health check begins with ${word}; ECS wants CMD or CMD-SHELL first.`,
      fix: 'Put CMD-SHELL before a command for the shell, or CMD before a program and its arguments.',
      severity: 'warning',
    }),
  },
  check({ container }, say) {
    if (!say.need(container.hasHealthCheck)) return;
    const command = container.properties.get('HealthCheck', 'Command').texts(), words = say.need(command);
    if (command.state === 'absent' || words?.length === 0) return say.violated('leftOut', command, undefined);
    const [first] = words ?? [], word = first && say.need(first);
    if (first && word !== undefined && !['CMD', 'CMD-SHELL', 'NONE'].includes(word)) say.violated('firstWord', first, { word });
  },
});
