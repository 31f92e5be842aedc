// Tests that need no browser. The root is the repository (`--root .`), so that the tests beside the files are found too.
// They run against the built packages: build first (`npm run build`), or `@ruimte/...` is missing or old.

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Waits for two minutes and does nothing meanwhile: begun last it would keep everybody waiting. */
const PATIENT = /relay\/alone\.test\.ts$/;

class PatientFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const patient = sorted.filter(({ moduleId }) => PATIENT.test(moduleId));
    return [...patient, ...sorted.filter((file) => !patient.includes(file))];
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      '{shared,server,client}/src/**/*.test.{ts,tsx}',
      'server/bootstrap/*.test.ts',
      'tests/{boundaries,contracts,convergence,compatibility,relay,faults,meetup,model,bench,simulation,pictures}/**/*.test.ts',
    ],
    // A process per file: a test that leaves a socket, a timer or a native handle behind cannot touch the next one.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: PatientFirst },
    testTimeout: 20_000,
    hookTimeout: 20_000,
    teardownTimeout: 5_000,
    // A test that passes only sometimes is a bug; see house-style, Tests.
    retry: 0,
    allowOnly: false,
    restoreMocks: true,
  },
});
