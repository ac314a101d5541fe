import type { Path } from '../core/origin';
import type { Assumption, Edit, Fragment, Phase, Severity } from '../finding/finding';
import type { Location, UserCode } from '../finding/location';

/** The report: a versioned document of which every output is a rendering. Published as `schemas/report.schema.json`. */
export interface Report {
  readonly formatVersion: '1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly seed: number;
  /** The day by which acknowledgements are judged, `YYYY-MM-DD`; left out when none was given. */
  readonly today?: string;
  readonly inputs: readonly ReportInput[];
  readonly summary: Summary;
  /** In the order: input, line, column, rule. */
  readonly findings: readonly ReportFinding[];
  readonly undecided: readonly ReportUndecided[];
  readonly assumptions: readonly Assumption[];
  readonly scenarios: readonly ReportScenario[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}

export interface ReportInput {
  readonly path: string;
  readonly stack: string;
  readonly region?: string;
  readonly account?: string;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly undecided: number;
  readonly resources: number;
  readonly services: number;
  /** Tasks at desired count. */
  readonly tasks: number;
}

export interface ReportFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly phase: Phase;
  readonly stack: string;
  /** The logical id where the repair belongs. */
  readonly resource: string;
  /** `Id` for the same stack, `Stack:Id` for another. */
  readonly related: readonly string[];
  /** From `Properties` on, with dots; empty for the resource itself. */
  readonly path: string;
  readonly title: string;
  readonly message: string;
  readonly ecsMessage?: string;
  readonly fix?: string;
  /** The repair as changes of the template, where it takes no decision. */
  readonly repair?: readonly ReportEdit[];
  /** The rule's page. */
  readonly docs: string;
  readonly location: Location;
  /** Where the value was written, if a parameter or mapping supplied it. */
  readonly valueFrom?: { readonly path: string; readonly location: Location };
  readonly constructPath?: string;
  readonly userCode?: UserCode;
  readonly scenario?: string;
  /** Stays the same when lines or wording change. */
  readonly fingerprint: string;
}

/** A change of the template: what to write at a path, what to add to the list there, or that it is to be taken out. What is missing on the way is made with it. */
export type ReportEdit = { readonly stack?: string; readonly path: Path } & Edit;

export interface AcknowledgedFinding extends ReportFinding {
  readonly reason: string;
  readonly until?: string;
}

export interface ReportUndecided {
  readonly rule: string;
  readonly stack: string;
  readonly resource: string;
  readonly path: string;
  readonly reason: string;
  /** The input that would settle it; empty where none can. */
  readonly resolveWith: string;
  /** The same for `drydock.json`, where that can say it. */
  readonly give?: Fragment;
}

export interface ReportScenario {
  readonly name: string;
  readonly outcome: 'succeeds' | 'fails' | 'undecided';
  readonly services: readonly {
    readonly stack: string;
    readonly service: string;
    readonly outcome: 'succeeds' | 'fails' | 'undecided';
    readonly wanted: number;
    readonly placed: number;
    /** Where it is luck whether all its tasks find a place: at how many of the seeds that were tried they do. */
    readonly luck?: { readonly seeds: number; readonly places: number };
  }[];
  /** What happened when; empty for scenarios that only place. */
  readonly timeline: readonly never[];
  readonly placement: { readonly clusters: readonly ReportCluster[] };
}

export interface ReportCluster {
  readonly cluster: string;
  readonly instances: readonly {
    readonly id: string;
    readonly zone: string;
    readonly type: string;
    readonly capacityProvider?: string;
    readonly registered: ReportResources;
    readonly free: ReportResources;
    readonly tasks: readonly { readonly service: string; readonly count: number }[];
  }[];
  readonly fargate: readonly { readonly service: string; readonly provider: string; readonly tasks: number }[];
  readonly unplaced: readonly ReportUnplaced[];
}

/** Tasks of a service without a place. */
export interface ReportUnplaced {
  readonly service: string;
  readonly count: number;
  /** In one line: how many instances failed on what. */
  readonly reasons: readonly string[];
  readonly ecsMessage: string;
  /** What one task asks for. */
  readonly need: ReportResources & { readonly ports: readonly string[]; readonly attributes: readonly string[] };
  /** What the instances answer, those that answer the same as one; the nearest miss first. */
  readonly answers: readonly {
    readonly instances: number;
    /** The first of them. */
    readonly instance: string;
    readonly type: string;
    readonly registered: ReportResources;
    readonly free: ReportResources;
    /** `never`: not even where the instance is empty. */
    readonly lacks: readonly { readonly reason: string; readonly what?: string; readonly needed?: number; readonly free?: number; readonly missing?: number; readonly never: boolean }[];
  }[];
  /** Changes of which each alone would give all tasks their places. */
  readonly changes: readonly ReportChange[];
}

export interface ReportChange {
  readonly kind: 'memory' | 'cpu' | 'ports' | 'zone' | 'type' | 'instances';
  /** Whether the next update finds its place too. */
  readonly lasts: boolean;
  readonly memoryMiB?: number;
  readonly cpuUnits?: number;
  /** Those to be dynamic. */
  readonly ports?: readonly string[];
  readonly zone?: string;
  /** The Auto Scaling group, and what it launches, or how many. */
  readonly group?: string;
  readonly type?: string;
  readonly instances?: number;
}

export interface ReportResources {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly gpus: number;
  readonly taskEnis: number;
}
