import { defaultEgress } from '../../catalog/default-egress';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { ifKnown, orElse } from '../../core/value';
import { isInSameNamespace, type Service } from '../../model/service/service';
import type { Model } from '../../model/model';
import { networkModeOf, portMappingsOf } from '../../model/task-definition/task-definition';
import { familyBetween } from '../../network/interface';
import { reachInterface } from '../../network/peer';
import type { Obstacle } from '../../network/reach';
import { trafficInterfaces } from '../../network/task-traffic';
import { listed } from '../listed';
import { describeObstacle } from '../network/describe-obstacle';
import { defineRule } from '../rule';

/** Services that find each other by Service Connect reach each other. */
export const serviceConnectPath = defineRule({
  id: 'service-connect-path',
  title: 'No service of the namespace reaches what this one publishes',
  severity: 'warning',
  phase: 'deploy',
  subject: 'service',
  explanation: 'The proxies of Service Connect connect to each other directly: from the task of the client to the port of the other service, the container port unless IngressPortOverride gives another. Security groups and network ACLs have to let that pass. Which services are clients nobody says; where none of those in the namespace gets through, something is amiss.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  predicts: [],
  facts: [ephemeralPorts, defaultEgress],
  messages: {
    closed: ({ service, clients, port, obstacle }: { service: string; clients: readonly string[]; port: number; obstacle: Obstacle }) => {
      const { because, ...how } = describeObstacle(obstacle);
      return { says: `${listed(clients)}, in the namespace in which ${service} publishes port ${port}, cannot reach it: ${because}.`, ...how };
    },
  },
  check(service, say, model) {
    const published = publishedPorts(service);
    const clients = published.length === 0 ? [] : model.services.filter(other => other !== service && other.exists.state === 'known' && isInSameNamespace(other, service, model.namespaces));
    for (const port of clients.length === 0 ? [] : published) {
      const ways = clients.map(client => wayTo(service, client, port, model)), [first] = ways;
      if (first === undefined || !ways.every(way => way !== undefined)) continue;
      say.violated('closed', first, { service: service.id, clients: clients.map(({ id }) => id), port, obstacle: first }, { related: [...clients, ...first.involved] });
    }
  },
});

/** The ports on which tasks in awsvpc mode take what comes by Service Connect. */
function publishedPorts({ serviceConnect: { enabled, services }, taskDefinition }: Service): readonly number[] {
  const task = ifKnown(taskDefinition), mappings = task && ifKnown(portMappingsOf(task));
  if (!task || !mappings || ifKnown(enabled) !== true || ifKnown(networkModeOf(task)) !== 'awsvpc') return [];
  return (ifKnown(services) ?? []).flatMap(({ portName, ingressPort }) => {
    const name = ifKnown(portName), mapping = name === undefined ? undefined : mappings.find(each => ifKnown(each.name) === name);
    return mapping ? ifKnown(orElse(ingressPort, mapping.containerPort)) ?? [] : [];
  });
}

/** What keeps all tasks of the client from all of the service for certain. */
function wayTo(service: Service, client: Service, port: number, model: Model): Obstacle | undefined {
  const [from, to] = [client, service].map(each => {
    const task = ifKnown(each.taskDefinition), found = task && trafficInterfaces(each, task, model);
    return found ? [...found.interfaces, ...found.strays] : [];
  });
  const reaches = (from ?? []).flatMap(source => (to ?? []).map(target => reachInterface(source, target, port, familyBetween(source, target))));
  const obstacles = reaches.flatMap(reach => (reach.answer === 'no' ? reach.obstacle : []));
  return obstacles.length === reaches.length ? obstacles[0] : undefined;
}
