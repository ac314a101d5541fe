import { ifKnown, unknownsIn } from '../../core/value';
import { trafficInterfaces } from '../../network/task-traffic';
import { defineRule } from '../rule';

/** Names of a private namespace are known in its VPC, where that has DNS. */
export const discoveryNamespace = defineRule({
  id: 'discovery-namespace',
  title: 'The names of the tasks resolve nowhere near them',
  severity: 'warning',
  phase: 'deploy',
  subject: 'service',
  explanation: 'A private DNS namespace of Cloud Map is a private hosted zone of Route 53 in one VPC. Its names resolve there alone, and only where EnableDnsSupport and EnableDnsHostnames of the VPC are on, the second of which is off unless the template sets it. Tasks register all the same, and whoever asks for their name is told that there is none.',
  docs: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  predicts: [],
  facts: [],
  messages: {
    noNames: ({ namespace, vpc, property }: { namespace: string; vpc: string; property: string }) => ({
      says: `${namespace} is a private DNS namespace of ${vpc}, and ${property} of ${vpc} is off: its names do not resolve.`,
      fix: `Set ${property} of ${vpc} to true.`,
    }),
    otherVpc: ({ namespace, vpc, subnet, theirs }: { namespace: string; vpc: string; subnet: string; theirs: string }) => ({
      says: `${namespace} is a private DNS namespace of ${vpc}, and the tasks run in ${subnet}, which belongs to ${theirs}.`,
      fix: `Vpc: !Ref ${theirs}`,
    }),
  },
  check(service, say, model) {
    const task = say.need(service.taskDefinition);
    for (const { discovery } of say.need(service.registries) ?? []) {
      const found = ifKnown(discovery), namespace = found && say.need(model.namespaces.find(found.namespace)), vpc = namespace && say.need(model.network.vpcs.find(namespace.vpc));
      if (!namespace || !vpc) continue;
      for (const [property, value] of [['EnableDnsSupport', vpc.dnsSupport], ['EnableDnsHostnames', vpc.dnsHostnames]] as const) {
        if (say.need(value) === false) say.violated('noNames', value, { namespace: namespace.id, vpc: vpc.id, property }, { related: [namespace] });
      }
      const subnets = task ? trafficInterfaces(service, task, model).interfaces.map(({ subnet }) => subnet) : [];
      unknownsIn(...subnets.map(subnet => subnet.vpc)).forEach(unknown => { say.undecided(unknown); });
      for (const { id, vpc: own } of subnets.slice(0, 1)) {
        const theirs = ifKnown(own);
        if (theirs && theirs !== vpc) say.violated('otherVpc', namespace.vpc, { namespace: namespace.id, vpc: vpc.id, subnet: id, theirs: theirs.id }, { related: [vpc, theirs] });
      }
    }
  },
});
