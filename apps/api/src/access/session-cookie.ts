/** The cookie that carries a session. */
export const sessionCookie = "cimpro_session";

/** Where the site is served over https, by a proxy: the browser then keeps the cookie to this host and to https. */
const isSecure = (site: string | undefined): boolean => site?.startsWith("https:") ?? false;

/** The cookie that lets a browser be known again, signed in or not; it lets nobody in. */
const deviceCookie = "cimpro_device";

const named = (site: string | undefined, name: string): string => (isSecure(site) ? `__Host-${name}` : name);

export const cookieName = (site: string | undefined): string => named(site, sessionCookie);
export const deviceCookieName = (site: string | undefined): string => named(site, deviceCookie);

/** The header that gives a session to a browser; a last of 0 seconds takes it away. */
export const sessionHeader = (site: string | undefined, secret: string, lastsSeconds: number): string =>
  `${cookieName(site)}=${secret}${kept(site, lastsSeconds)}`;

const yearSeconds = 365 * 24 * 3600;

/** The header that lets a browser be known again for a year. */
export const deviceHeader = (site: string | undefined, secret: string): string =>
  `${deviceCookieName(site)}=${secret}${kept(site, yearSeconds)}`;

const kept = (site: string | undefined, seconds: number): string =>
  `; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure(site) ? "; Secure" : ""}`;
