import { randomUUID } from "node:crypto";
import {
  beginRequest,
  type CustomerRequest,
  Day,
  decideRequest,
  evolveRequest,
  FactId,
  Name,
  Note,
  RequestCommand,
  rejection,
  Slug,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { team } from "../access/roles.ts";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { type RequestView, requestView } from "./request-view.ts";

const wish = Note.trim().min(1, "must not be empty");

export const SubmitRequest = z.object({
  account: Slug,
  title: Name,
  description: Note.default(""),
  /** Why it is wanted sooner (REQ-2). */
  expediteWish: wish.optional(),
  /** Who asked, and when, where the team puts a call on record. */
  by: Name.optional(),
  on: Day.optional(),
  id: FactId.optional(),
});

/** Puts a request into the queue (REQ-1). */
export async function submitRequest(ctx: SignedIn, input: z.infer<typeof SubmitRequest>): Promise<RequestView> {
  if (ctx.actor.account !== undefined && (input.by ?? input.on) !== undefined)
    throw new Refused(rejection("FORBIDDEN", { action: "request.submit for somebody else", roles: [...team] }));
  return ctx.store.write(commandOf(ctx, input.account, "request.submitted", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const submittedOn = input.on ?? today;
    notAfterToday("request", submittedOn, today);
    const id = input.id ?? randomUUID();
    if ((await books.requests.find(account.id, id)) !== undefined)
      throw new Refused(rejection("REQUEST_EXISTS", { request: id }));
    const { title, description, expediteWish = null } = input;
    const submittedBy = input.by ?? ctx.actor.name;
    const request = beginRequest({
      ...{ account: account.id, id, title, description, expediteWish, submittedBy, submittedOn },
    });
    await books.requests.put(request);
    return { answer: await viewOn(books, today, request), data: { request: id }, effectiveOn: submittedOn };
  });
}

/** What is asked of a request, but for who asks it. */
type Asked<C = RequestCommand> = C extends RequestCommand ? Omit<C, "person" | "on"> : never;

interface Change {
  readonly account: string;
  readonly request: string;
  readonly on?: string | undefined;
}

/**
 * Does with a request what is asked, in order and on one day; asked for what is so already, it changes nothing.
 * `asked` may first change what else belongs to it.
 */
export async function changeRequest<I extends Change>(
  ctx: SignedIn,
  input: I,
  type: string,
  asked: (books: Books, request: CustomerRequest, on: string) => Promise<readonly Asked[]> | readonly Asked[],
): Promise<RequestView> {
  return ctx.store.write(commandOf(ctx, input.account, type, input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const on = input.on ?? today;
    notAfterToday("move of a request", on, today);
    const before = orNotFound(await books.requests.find(account.id, input.request), "request", input.request);
    let request = before;
    for (const each of await asked(books, before, on)) {
      const command = RequestCommand.parse({ ...each, person: ctx.actor.name, on });
      request = orRefuse(decideRequest(request, command)).reduce(evolveRequest, request);
    }
    const answer = await viewOn(books, today, request);
    if (request === before) return { answer, data: null, effectiveOn: on };
    await books.requests.put(request);
    return {
      answer,
      data: { request: request.id, events: request.history.slice(before.history.length) },
      effectiveOn: on,
    };
  });
}

const viewOn = async (books: Books, today: string, request: CustomerRequest): Promise<RequestView> =>
  requestView({ books, versions: await books.policies.all(), today }, request);
