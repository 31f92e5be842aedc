/** Every setting of the server: its default, its unit, its check. A bad one stops the start with one sentence. */
import { isIP } from 'node:net';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@ruimte/shared/content/format';
import { LIMITS, type Limits } from '@ruimte/shared/limits';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
const LOCALES: readonly Locale[] = ['nl', 'en'];

export interface Config {
  /** PORT: TCP port, 0 to 65535, default 8080; 0 takes a free one. */
  readonly port: number;
  /** HOST: the address to listen on; undefined (the default) is every address, IPv4 and IPv6. */
  readonly host: string | undefined;
  /** DATA_DIR: where everything is kept; default `data` in the project's folder. Absolute. */
  readonly dataDir: string;
  /** PUBLIC_URL: the origin under which people reach this server, without trailing slash. */
  readonly publicUrl: string | undefined;
  /** ALLOWED_HOSTS: further host names and addresses this server answers to, lower case, without port. */
  readonly allowedHosts: readonly string[];
  /** PASSPHRASE: the organiser's, 10 to 200 characters; without one a sign-in link is printed at start. */
  readonly passphrase: string | undefined;
  /** LOG_LEVEL: default `info`. */
  readonly logLevel: LogLevel;
  /** LOCALE: the language of new meet-ups and of what has no other; default `nl`. */
  readonly locale: Locale;
  /** Folder of the built pages. Not a setting: tests point it elsewhere. */
  readonly clientDir: string;
  /** Not a setting: tests run with smaller caps. */
  readonly limits: Limits;
}

/** A setting that cannot be used, or a start that cannot succeed; the message is one sentence for a person. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** The folder of the project: two above this file, in `src`, `dist` and `dist-bundle` alike. */
const PROJECT_DIR = fileURLToPath(new URL('../..', import.meta.url));
const MIN_PASSPHRASE = 10;
const MAX_PASSPHRASE = 200;
const HOST_NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** What `process.env` is; an empty value counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings.
 * @throws ConfigError naming the setting, what is wrong with it and what is right.
 */
export function readConfig(env: Environment): Config {
  const read = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    port: parsePort(read('PORT') ?? '8080'),
    host: parseHost(read('HOST')),
    dataDir: parseDataDir(read('DATA_DIR') ?? 'data'),
    publicUrl: parsePublicUrl(read('PUBLIC_URL')),
    allowedHosts: parseAllowedHosts(read('ALLOWED_HOSTS') ?? ''),
    passphrase: parsePassphrase(read('PASSPHRASE')),
    logLevel: parseChoice('LOG_LEVEL', LOG_LEVELS, read('LOG_LEVEL') ?? 'info'),
    locale: parseChoice('LOCALE', LOCALES, read('LOCALE') ?? 'nl'),
    clientDir: join(PROJECT_DIR, 'client', 'dist'),
    limits: LIMITS,
  };
}

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535))
    throw new ConfigError(`PORT must be a whole number from 0 to 65535, not "${value}".`);
  return port;
}

function parseHost(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const host = value.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 && !HOST_NAME.test(host)) {
    throw new ConfigError(`HOST must be an address or a host name to listen on, not "${value}".`);
  }
  return host;
}

/** Build folders are emptied at every build; what is kept must not be in one. */
function parseDataDir(value: string): string {
  const dataDir = isAbsolute(value) ? resolve(value) : resolve(PROJECT_DIR, value);
  const steps = relative(PROJECT_DIR, dataDir).split(sep);
  if (
    steps[0] !== '..' &&
    steps.some((step) => ['dist', 'dist-model', 'dist-bundle', 'node_modules'].includes(step))
  ) {
    throw new ConfigError(`DATA_DIR must lie outside the folders that a build empties, not in "${dataDir}".`);
  }
  return dataDir;
}

function parsePublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) {
    throw new ConfigError(
      'PUBLIC_URL must be an address such as https://ruimte.example.nl, with nothing behind the host name.',
    );
  }
  return url.origin;
}

function parseAllowedHosts(value: string): readonly string[] {
  const hosts = value.toLowerCase().split(/[\s,]+/);
  return hosts
    .filter((host) => host !== '')
    .map((written) => {
      const host = written.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) === 0 && !HOST_NAME.test(host)) {
        throw new ConfigError(
          `ALLOWED_HOSTS must be host names without scheme or port, with commas between them; "${written}" is none.`,
        );
      }
      return host;
    });
}

function parsePassphrase(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { length } = [...value];
  // The passphrase itself is never repeated: terminals are projected and logged.
  if (length < MIN_PASSPHRASE || length > MAX_PASSPHRASE) {
    throw new ConfigError(
      `PASSPHRASE must have ${MIN_PASSPHRASE} to ${MAX_PASSPHRASE} characters; this one has ${length}.`,
    );
  }
  return value;
}

function parseChoice<Choice extends string>(name: string, choices: readonly Choice[], value: string): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw new ConfigError(`${name} must be one of ${choices.join(', ')}, not "${value}".`);
  }
  return choice;
}
