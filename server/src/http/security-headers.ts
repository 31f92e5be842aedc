/** The headers that tell browsers what our pages may do: nothing but talk to this server. */

type Header = readonly [name: string, value: string];

const CLOSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];
const PERMISSIONS = CLOSED_FEATURES.map((feature) => `${feature}=()`).join(', ');
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Headers of every answer. HSTS only where the installation is meant to be reached by https. */
export function sharedHeaders(publicUrl: string | undefined): readonly Header[] {
  const headers: Header[] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', PERMISSIONS],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
  if (publicUrl?.startsWith('https:') === true) {
    headers.push(['Strict-Transport-Security', `max-age=${ONE_YEAR_S}`]);
  }
  return headers;
}

/**
 * Headers of pages and their files.
 * @param host - the Host header, once it has been checked; Safari before 15.4 does not count sockets as `'self'`.
 * @param nonce - allows the style elements that carry it; scripts come from files alone.
 */
export function pageHeaders(host: string | undefined, nonce: string | undefined): readonly Header[] {
  const sockets = host === undefined ? '' : ` ws://${host} wss://${host}`;
  const styles = nonce === undefined ? '' : ` 'nonce-${nonce}'`;
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${styles}`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ];
  return [['Content-Security-Policy', policy.join('; ')]];
}
