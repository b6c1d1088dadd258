/** The cookie that carries a session. */
export const sessionCookie = "cimpro_session";

/** Where the site is served over https, by a proxy: the browser then keeps the cookie to this host and to https. */
const isSecure = (site: string | undefined): boolean => site?.startsWith("https:") ?? false;

export const cookieName = (site: string | undefined): string =>
  isSecure(site) ? `__Host-${sessionCookie}` : sessionCookie;

/** The header that gives a session to a browser; a last of 0 seconds takes it away. */
export const sessionHeader = (site: string | undefined, secret: string, lastsSeconds: number): string =>
  `${cookieName(site)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${lastsSeconds}${isSecure(site) ? "; Secure" : ""}`;
