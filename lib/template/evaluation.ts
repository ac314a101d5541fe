import type { Origin } from '../core/origin';
import { unknown, type Unknown, type Value } from '../core/value';
import type { Shape } from './property';

/** How deep functions, parameters, conditions and outputs may lead into each other before they are taken to have no end. */
const deepest = 200;

/** What is being computed, in all stacks of a deployment together: each thing once, circles found, and an end to everything. */
export class Evaluation {
  private readonly done = new Map<string, Value<Shape>>();
  private readonly open: string[] = [];
  /** What stands in a circle, and the name of that circle: the first by text of what stands in it. */
  private readonly circles = new Map<string, string>();
  private depth = 0;

  /** The value of `what`, computed when it is first asked. A thing that needs itself is unknown, and so is whatever the way back leads over. */
  once(what: string, at: Origin, compute: () => Value<Shape>): Value<Shape> {
    const before = this.done.get(what);
    if (before) return before;
    const begun = this.open.indexOf(what);
    if (begun >= 0) return this.circle(this.open.slice(begun), at);
    this.open.push(what);
    try {
      const value = this.deeper(compute) ?? unknown({ kind: 'function', name: what }, at), circle = this.circles.get(what);
      const result = circle === undefined ? value : circular(circle, at);
      this.done.set(what, result);
      return result;
    } finally {
      this.open.pop();
    }
  }

  /** What `compute` gives, or undefined where it goes too deep. */
  deeper<T>(compute: () => T): T | undefined {
    if (this.depth >= deepest) return undefined;
    this.depth++;
    try {
      return compute();
    } finally {
      this.depth--;
    }
  }

  private circle(members: readonly string[], at: Origin): Unknown {
    const first = [...members].sort()[0] ?? '';
    for (const member of members) {
      const known = this.circles.get(member);
      this.circles.set(member, known !== undefined && known < first ? known : first);
    }
    return circular(first, at);
  }
}

function circular(what: string, at: Origin): Unknown {
  return unknown({ kind: 'circular', what }, at);
}
