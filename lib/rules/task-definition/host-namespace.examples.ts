import type { Examples } from '../example';

const task = (properties: string, service = '') => `{ Resources: { Task: { Properties: { ${properties} } }${service} } }`;

export const hostNamespaceExamples: Examples = {
  rule: 'host-namespace',
  bad: [
    { name: 'a service that sees all processes', over: 'ec2Service', template: task('PidMode: host'), expects: [{ at: 'Task.Properties.PidMode', message: 'host' }] },
    { name: 'a service that shares all memory segments', over: 'ec2Service', template: task('IpcMode: host'), expects: [{ at: 'Task.Properties.IpcMode', message: 'host' }] },
  ],
  good: [
    { name: 'the processes of one task', over: 'ec2Service', template: task('PidMode: task') },
    { name: 'an agent on each instance', over: 'ec2Service', template: task('PidMode: host', ', Service: { Properties: { SchedulingStrategy: DAEMON, DesiredCount: null } }') },
  ],
  unknown: [
    { name: 'a parameter without a default', over: 'ec2Service', template: `{ Parameters: { Pid: { Type: String } }, ${task('PidMode: !Ref Pid').slice(1)}`, expects: [{ at: 'Task.Properties.PidMode' }] },
  ],
};
