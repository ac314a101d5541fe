import type { Place } from '../core/origin';
import type { ResourceRef } from './finding';

/** Where a finding stands, for a person. */
export interface Location {
  readonly file: string;
  /** Starts at 1. */
  readonly line: number;
  /** Starts at 1. */
  readonly column: number;
}

/** The line of the user's program that made the resource, as the CDK recorded it. */
export interface UserCode {
  readonly file: string;
  readonly line: number;
}

/** Looks up, for what is reported and only for that, where it stands. What cannot be had is undefined, never invented. */
export interface Locator {
  locate(place: Place): Location;
  constructPath(resource: ResourceRef): string | undefined;
  userCode(resource: ResourceRef): UserCode | undefined;
}
