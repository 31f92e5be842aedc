/** `--profile`: one more run of our server under the profiler, and a table of where its processor time went. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder } from './children.ts';
import { measureTraffic } from './measure-traffic.ts';
import { OWN } from './own-contender.ts';
import { attribute, type CpuProfile, PARTS } from './profile.ts';
import type { Scenario } from './scenarios.ts';

/** @returns Markdown; undefined for a scenario without traffic. */
export function profileOwn(scenario: Scenario, seconds: number): Promise<string | undefined> {
  const { kind, rooms, people, title } = scenario;
  if (kind !== 'mix' && kind !== 'saturation') return Promise.resolve(undefined);
  return withFolder(async (folder) => {
    const profiles = join(folder, 'profiles');
    await mkdir(profiles);
    const running = await OWN.start({ folder, rooms, people, raised: kind !== 'mix', profiles });
    try {
      const { span, threads } = await measureTraffic(running, kind, seconds);
      await running.child.stop();
      const main = await readMain(profiles, running.child.pid);
      const times = attribute(main, span);
      if (times === undefined) throw new Error('the profile holds nothing of the measured time');
      const whole = threads.main + threads.store + threads.rest;
      const ofWhole = (part: number): string => ((part / whole) * 100).toFixed(1);
      const rows = PARTS.flatMap((part) => {
        const time = times.get(part);
        if (time === undefined || time.total + time.share === 0) return [];
        const { share, self, total } = time;
        const seen = part === 'applying' ? ['', ''] : [(self * 100).toFixed(1), (total * 100).toFixed(1)];
        return [`| ${[part, ofWhole(share * threads.main), ...seen].join(' | ')} |`];
      });
      return [
        `Ruimte, ${title}: where ${whole.toFixed(1)} s of processor time in ${((span.to - span.from) / 1000).toFixed(1)} s went ` +
          '(one run under the profiler, which costs some itself; a call belongs to the innermost file of ours)',
        '',
        '| part | of the server % | own code, of the main thread % | with what it calls % |',
        '| --- | ---: | ---: | ---: |',
        ...rows,
        `| store, its thread | ${ofWhole(threads.store)} |  |  |`,
        `| other threads (garbage collection, compiling, the profiler itself) | ${ofWhole(threads.rest)} |  |  |`,
        '',
      ].join('\n');
    } finally {
      await running.child.stop();
    }
  });
}

/** The profile of the main thread of a process: thread 0 in its name, `CPU.<day>.<time>.<process>.<thread>.<number>`. */
async function readMain(folder: string, pid: number): Promise<CpuProfile> {
  const name = (await readdir(folder)).find((each) => each.includes(`.${pid}.0.`));
  if (name === undefined) throw new Error('the server left no profile');
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
}
