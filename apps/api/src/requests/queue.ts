import { type CustomerRequest, expectedStart, policyOn, type RequestSize, scoreRequests } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { z } from "zod";
import { foreignCursor, type Page, pageOf, placeOf } from "../paging.ts";
import { type RequestView, requestView, scoredRequest, type Viewing } from "./request-view.ts";

/** What nobody has decided: first what waits for follow-up, the oldest first, then what was followed up (REQ-1). */
const undecided = ["awaiting-follow-up", "followed-up"];

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Place = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Where a list of states goes on: the state, and the day, account and id within it. */
type From = readonly [state: string, on: string, account: string, id: string];

/** Requests of all accounts in these states, state by state, from a place on. */
async function* requestsFrom(
  books: Books,
  states: readonly string[],
  place: From | undefined,
  atOnce: number,
): AsyncGenerator<readonly [from: From, request: CustomerRequest]> {
  const first = place === undefined ? 0 : states.indexOf(place[0]);
  if (first < 0) throw foreignCursor();
  for (const state of states.slice(first)) {
    let after = place?.[0] === state ? place : undefined;
    for (let more = true; more; ) {
      const rows = await books.requests.across({
        states: [state],
        limit: atOnce,
        ...(after === undefined ? {} : { after: { state, on: after[1], account: after[2], id: after[3] } }),
      });
      for (const request of rows) {
        after = [state, request.submittedOn, request.account, request.id];
        yield [after, request];
      }
      more = rows.length === atOnce;
    }
  }
}

/** The requests that nobody has decided, those that have waited longest for follow-up first (REQ-1). */
export const queuePage = (viewing: Viewing, asked: Asked): Promise<Page<RequestView>> =>
  pageAcross(viewing, undecided, asked, () => true);

/** The queue, and then every accepted deliverable on which work has not begun (REQ-3). */
export const backlogPage = (viewing: Viewing, asked: Asked): Promise<Page<RequestView>> =>
  pageAcross(viewing, [...undecided, "accepted"], asked, async (request) => {
    if (request.state !== "accepted") return true;
    if (request.acceptance?.as !== "deliverable") return false;
    const { startedOn, cancelled } = await scoredRequest(viewing, request);
    return startedOn === null && !cancelled;
  });

async function pageAcross(
  viewing: Viewing,
  states: readonly string[],
  { cursor, limit }: Asked,
  belongs: (request: CustomerRequest) => boolean | Promise<boolean>,
): Promise<Page<RequestView>> {
  const found: { readonly from: From; readonly view: RequestView }[] = [];
  for await (const [from, request] of requestsFrom(viewing.books, states, placeOf(cursor, Place), limit + 1)) {
    if (!(await belongs(request))) continue;
    found.push({ from, view: await requestView(viewing, request) });
    if (found.length > limit) break;
  }
  return pageOf(
    found,
    limit,
    ({ from }) => from,
    ({ view }) => view,
  );
}

/** All that a request can have become, for counting what was kept. */
const allStates = [...undecided, "accepted", "declined", "withdrawn"];
const atOnce = 500;

/** When work that is sized today would begin, and how promises were kept for requests submitted since a day (REQ-1, REQ-3). */
export async function promises(viewing: Viewing, since: string) {
  const { books, versions, today } = viewing;
  const scored = [];
  for (const state of allStates)
    for await (const [, request] of requestsFrom(books, [state], [state, since, "", ""], atOnce))
      scored.push(await scoredRequest(viewing, request));
  const { startWindows } = policyOn(versions, today).policy.requests;
  const sizedToday = (size: RequestSize) => expectedStart(size, today, startWindows);
  return {
    today,
    since,
    startWindows: { small: sizedToday("small"), large: sizedToday("large") },
    ...scoreRequests(scored, today),
  };
}
