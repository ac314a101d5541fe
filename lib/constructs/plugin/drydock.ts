import { Validations, type Stage } from 'aws-cdk-lib';
import { checkGiven } from '../options/check';
import type { DrydockOptions } from './dry-run-app';
import { DrydockPlugin } from './drydock-plugin';

/** The dry run of an app. */
export class Drydock {
  /**
   * Dry-runs all that the app, or the stage, synthesizes: `cdk synth` fails when the deployment would.
   * A finding that may stay is acknowledged where it is: `Validations.of(construct).acknowledge({ id: 'Drydock::<rule>', reason: '…' })`.
   */
  static attach(app: Stage, options: DrydockOptions = {}): void {
    checkGiven('Drydock.attach', { app });
    Validations.of(app).addPlugins(new DrydockPlugin(options));
  }
}
