// Makes the tables of lib/catalog/data/ from gathered public material: node tools/import-facts.mjs FACTS_FOLDER ENI_LIMITS_FILE INSTANCE_INFO_FILE
//
// instance-types.json    one row a type, in the columns that lib/catalog/instance-types.ts names; sources stand there.
//   FACTS_FOLDER/ec2-instance-types.compact.json   vCPUs, memory, architecture, GPUs, network interfaces, least registered memory that was seen
//   INSTANCE_INFO_FILE                             interfaces and addresses of each, from which nodes of EKS count their pods (nodeadm/internal/kubelet/instance-info.jsonl of awslabs/amazon-eks-ami)
//   ENI_LIMITS_FILE                                awsvpc tasks with trunking; where the two differ the larger figure is kept, for it is read as an upper bound
// Types of which the number of network interfaces is not known are left out.
//
// managed-policies.json  by name with path the statements of AWS managed policies, as text: nobody pays for those that no role names.
//   FACTS_FOLDER/managed-policies/*.json           the documents; what the table has and the folder lacks stays
//
// instance-prices.json   which regions offer which types, and for how much: by family where its sizes are alike, by type where one is not; lib/catalog/instance-prices.ts reads it.
//   FACTS_FOLDER/instance-type-regions.json        types by region
//   FACTS_FOLDER/instance-prices.json              USD an hour, Linux, on-demand, and what a region costs beside us-east-1
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [facts, eniLimits, instanceInfo] = process.argv.slice(2);
if (!facts || !eniLimits || !instanceInfo) throw new Error('usage: node tools/import-facts.mjs FACTS_FOLDER ENI_LIMITS_FILE INSTANCE_INFO_FILE');
const read = file => JSON.parse(readFileSync(file, 'utf8')), data = join(import.meta.dirname, '../lib/catalog/data');

// The price list, from which the source took it, says 15 GiB; the instance has 15.25. The network interfaces of the first GPU types are in Cilium's table (pkg/aws/eni/limits).
const corrections = {
  'r3.large': { memoryMiB: 15616 },
  'g2.2xlarge': { enis: 4 }, 'g2.8xlarge': { enis: 8 },
  'g3s.xlarge': { enis: 4 }, 'g3.4xlarge': { enis: 8 }, 'g3.8xlarge': { enis: 8 }, 'g3.16xlarge': { enis: 15 },
  'p2.xlarge': { enis: 4 }, 'p2.8xlarge': { enis: 8 }, 'p2.16xlarge': { enis: 8 },
};

const { columns, rows } = read(join(facts, 'ec2-instance-types.compact.json'));
const trunking = read(eniLimits).types;
// Each interface keeps one address for itself, and two pods take the network of the node.
const maxPods = new Map(readFileSync(instanceInfo, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line))
  .map(({ instanceType, defaultMaxENIs, ipv4AddressesPerInterface }) => [instanceType, defaultMaxENIs * (ipv4AddressesPerInterface - 1) + 2]));
const types = rows.map(row => Object.fromEntries(columns.map((column, i) => [column, row[i]])))
  .map(({ type, ...row }) => ({ type, ...row, ...corrections[type], tasksTrunked: Math.max(row.tasksTrunked ?? 0, trunking[type]?.tasksTrunk ?? 0) }))
  .filter(({ enis }) => enis !== null)
  .sort((a, b) => (a.type < b.type ? -1 : 1));

const lines = types.map(({ type, vcpu, memoryMiB, arm64, gpuCount, enis, tasksTrunked, registeredMiB }) =>
  `${JSON.stringify(type)}:${JSON.stringify([vcpu, memoryMiB, arm64, gpuCount, enis, tasksTrunked, registeredMiB, maxPods.get(type) ?? null])}`);
const given = readdirSync(join(facts, 'managed-policies')).filter(file => file !== 'index.json')
  .map(file => read(join(facts, 'managed-policies', file)))
  .map(({ managedPolicyName, document }) => [managedPolicyName, JSON.stringify(document.Statement.map(({ Sid, ...statement }) => statement))]);
const policies = Object.entries({ ...read(join(data, 'managed-policies.json')), ...Object.fromEntries(given) })
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(entry => entry.map(text => JSON.stringify(text)).join(':'));

// A size costs its share of the family by vCPU, and is offered where the family is; what differs stands beside the family by its own name.
const familyOf = type => type.slice(0, type.indexOf('.')), vcpus = new Map(types.map(({ type, vcpu }) => [type, vcpu]));
const commonest = values => [...values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map())].sort(([, a], [, b]) => b - a)[0][0];
const byFamily = (given, commonOf, isCommon) => Object.fromEntries([...new Set(Object.keys(given).sort().map(familyOf))].flatMap(family => {
  const members = Object.keys(given).sort().filter(type => familyOf(type) === family), common = commonest(members.map(type => commonOf(given[type], type)));
  return [[family, common], ...members.filter(type => !isCommon(given[type], common, type)).map(type => [type, given[type]])];
}));
const offers = read(join(facts, 'instance-type-regions.json')).regions, prices = read(join(facts, 'instance-prices.json'));
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'], regions = Object.fromEntries(Object.keys(offers).sort().map((region, i) => [letters[i], region]));
const offered = Object.fromEntries(types.map(({ type }) => [type, Object.entries(regions).filter(([, region]) => offers[region].includes(type)).map(([letter]) => letter).join('')]));
const perHour = linux => byFamily(
  Object.fromEntries(Object.entries(linux).filter(([type]) => vcpus.has(type)).map(([type, usd]) => [type, Math.round(usd * 1e6)])),
  (price, type) => Math.round(price * 1e3 / vcpus.get(type)) / 1e3, (price, rate, type) => Math.round(rate * vcpus.get(type)) === price,
);
const priceRows = {
  regions,
  offered: byFamily(offered, where => where, (where, common) => where === common),
  usEast1: Object.fromEntries(Object.entries(prices.regionMultiplier.regions).map(([region, { median }]) => [region, median])),
  microUsdPerHour: Object.fromEntries(Object.entries(prices.regions).map(([region, { linux }]) => [region, perHour(linux)])),
  read: Object.fromEntries(Object.entries(prices.regions).map(([region, { source }]) => [region, source.split(' ').at(-1)])),
};

const table = (name, rows) => writeFileSync(join(data, name), `{\n${rows.join(',\n')}\n}\n`);
table('instance-types.json', lines);
table('managed-policies.json', policies);
table('instance-prices.json', Object.entries(priceRows).map(([name, rows]) => `${JSON.stringify(name)}:${JSON.stringify(rows)}`));
