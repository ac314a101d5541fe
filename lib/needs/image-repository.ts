import { partsOf, textOf } from '../core/text';
import { thenValue, unknown, type TextPart, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import type { Environment } from '../template/resource';
import { cut, join } from './arn';

/**
 * The ARN of the repository of Amazon ECR from which a container takes its image: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`.
 * Absent where the image comes from somewhere else.
 */
export function imageRepository({ image, registry }: Container, { partition }: Environment): Value<string> {
  return thenValue(registry, host => {
    const { at } = image, parts = partsOf(image) ?? [];
    if (host !== 'ECR') return { state: 'absent', at };
    const [account, rest] = cut(parts, '.dkr.ecr.') ?? cut(parts, '.dkr.ecr-fips.') ?? [];
    const [region, suffix] = cut(rest ?? [], '.') ?? [];
    const [, path] = cut(suffix ?? [], '/') ?? [];
    if (!account || !region || !path) return unknown({ kind: 'form', expected: 'an image of Amazon ECR with account and region', found: 'another text' }, at);
    return join(at, 'arn:', partition, ':ecr:', textOf(region, at), ':', textOf(account, at), ':repository/', textOf(withoutTag(path), at));
  });
}

function withoutTag(path: readonly TextPart[]): readonly TextPart[] {
  const [name] = cut(path, '@') ?? cut(path, ':') ?? [path];
  return name;
}
