import type { Books } from "@cimpro/store";
import type { Context } from "../context.ts";
import { newSecret, secretHash } from "./secret.ts";

/** From where somebody asks who is not signed in. */
export interface Place {
  readonly address: string;
  /** The person with this email signed in from here before: with this browser, or from this address. */
  readonly known: { readonly by: "device" | "address"; readonly hash: string } | null;
}

/** Where somebody is throttled who asks from this process. */
const here = "this process";

export const addressOf = ({ visitor }: Context): string => visitor?.address ?? here;

/** What is kept of a place: nothing from which the address or the browser could be told. */
const deviceHash = (email: string, device: string): string => secretHash(`device ${device} of ${email}`);
const addressHash = (email: string, address: string): string => secretHash(`address ${address} of ${email}`);

/** Looks the place up by the email alone, so that one nobody has takes as long as any. */
export async function placeFor(ctx: Context, email: string): Promise<Place> {
  const address = addressOf(ctx);
  const byAddress = addressHash(email, address);
  const byDevice = deviceHash(email, ctx.visitor?.device ?? newSecret());
  const known = await ctx.store.read(({ access }) => access.knownPlaces([byDevice, byAddress], ctx.now()));
  if (known.has(byDevice)) return { address, known: { by: "device", hash: byDevice } };
  return { address, known: known.has(byAddress) ? { by: "address", hash: byAddress } : null };
}

/** Remembers that the person with this email came from here; gives what their browser is to be known again by. */
export async function rememberPlace(
  ctx: Context,
  books: Books,
  user: { readonly id: string; readonly email: string | null },
): Promise<string | null> {
  const { visitor } = ctx;
  if (user.email === null || visitor === undefined) return null;
  const device = visitor.device ?? newSecret();
  const places = [deviceHash(user.email, device), addressHash(user.email, visitor.address)];
  await books.access.putPlaces(user.id, places, ctx.now());
  return device;
}
