import type { Answer } from '../core/identity';
import { partsOf, sameText, textOf } from '../core/text';
import { known, type Value } from '../core/value';
import type { Property } from '../template/property';
import { isAmong } from './decide';
import type { PolicyDocument } from './policy';

/**
 * Whether a trust policy lets a service of AWS's take on the role. Conditions of what allows are taken to hold: they name the account or the
 * cluster on whose behalf the service comes (`aws:SourceAccount`, `aws:SourceArn`).
 */
export function trusts({ statements, unread }: PolicyDocument, service: string): Answer {
  const answers = { Allow: new Set<Answer>(), Deny: new Set<Answer>() };
  for (const { effect, actions, principal, condition } of statements) {
    const assumes = isAmong(['sts:assumerole'], actions).answer;
    const named = names(principal, service);
    const answer = assumes === 'no' || named === 'no' ? 'no' : assumes === 'yes' && named === 'yes' ? 'yes' : 'unknown';
    answers[effect].add(effect === 'Deny' && answer === 'yes' && condition.given !== 'no' ? 'unknown' : answer);
  }
  if (answers.Deny.has('yes')) return 'no';
  if (answers.Allow.has('yes')) return answers.Deny.has('unknown') ? 'unknown' : 'yes';
  return answers.Allow.has('unknown') || unread.length > 0 ? 'unknown' : 'no';
}

/** Whether a `Principal` names the service. Of one that is for everybody AWS does not say whether services are among them. */
function names(principal: Property, service: string): Answer {
  const value = principal.value();
  if (value.state === 'absent') return 'unknown'; // NotPrincipal
  if (value.state === 'unknown' || !(value.value instanceof Map)) return 'unknown';
  const services = principal.get('Service').texts();
  if (services.state === 'unknown' || isEverybody(principal.get('AWS'))) return 'unknown';
  const answers = services.state === 'known' ? services.value.map(text => isService(text, service)) : [];
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

function isEverybody(accounts: Property): boolean {
  const texts = accounts.texts();
  return texts.state === 'known' && texts.value.some(text => sameText(text, known('*', text.at)) === 'yes');
}

/** `ecs-tasks.amazonaws.com`, however its end is written: in China services are also named with `.cn`. */
function isService(text: Value<string>, service: string): Answer {
  const written = textOf((partsOf(text) ?? []).map(part =>
    (typeof part === 'object' && part.is?.kind === 'pseudo' && part.is.name === 'AWS::URLSuffix' ? 'amazonaws.com' : part)), text.at);
  if (written.state === 'unknown') return sameText(written, known(service, text.at));
  const name = written.value.replace(/\.cn$/, '');
  if (name === service) return 'yes';
  // Some services are also known by the region: states.eu-west-1.amazonaws.com.
  return name.startsWith(`${service.split('.')[0] ?? ''}.`) && name.endsWith('.amazonaws.com') ? 'unknown' : 'no';
}
