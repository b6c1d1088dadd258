/** Nobody is led out of here by an address that somebody else wrote; this one stands for ours. */
const here = "http://cimpro.invalid";

const doors = ["/sign-in", "/invitation", "/password"];

/** Where somebody wanted to go before they signed in: a page of ours, else the first one. */
export function returnTo(wanted: string | undefined): string {
  const url = wanted?.startsWith("/") ? URL.parse(wanted, here) : null;
  if (url === null || url.origin !== here || doors.includes(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** What the address of the sign-in page says so that they come back. */
export function comingBackTo(href: string): { readonly to?: string } {
  const to = returnTo(href);
  return to === "/" ? {} : { to };
}
